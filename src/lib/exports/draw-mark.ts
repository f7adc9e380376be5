import type { ChartMark } from '#lib/charts/chart-row.ts';
import { isShown } from '#lib/charts/chart-row.ts';
import type { Role } from '#lib/charts/roles.ts';
import { shapeOf, shapePath } from '#lib/charts/roles.ts';
import type { Quality } from '#lib/vocabulary/estimate.ts';
import { ink, roleInk } from './palette.ts';
import { at } from './text-block.ts';
import { element } from './xml.ts';

/** The shape of a role around 0,0: filled with a halo, or hollow where the figure asks for care. */
export function drawShape(role: Role, r: number, hollow = false): string {
	const shape = shapeOf(role);
	const d = shapePath(shape, hollow && shape !== 'tick' ? r * 0.85 : r);
	const colour = roleInk[role];
	if (shape === 'tick') return element('path', { d, stroke: colour, 'stroke-width': 3.5 });
	if (hollow) {
		return element('path', { d, fill: ink.surface, stroke: colour, 'stroke-width': 2.25 });
	}
	const halo = element('path', { d, fill: ink.surface, stroke: ink.surface, 'stroke-width': 2 });
	return halo + element('path', { d, fill: colour });
}

interface CapsuleSize {
	/** From a value to pixels. */
	readonly place: (value: number) => number;
	readonly height: number;
	readonly r: number;
	/** How far the capsule reaches past its ends, in the unit of the scale. */
	readonly past?: number;
}

/** The interval as a capsule with the value as a mark inside it, around the line y = 0. */
export function drawMark(
	{ role, figure }: ChartMark,
	quality: Quality,
	{ place, height, r, past = 0 }: CapsuleSize
): string {
	const { value, low, high, reason } = figure;
	if (value === null || !isShown(figure)) return '';
	const capsule =
		low === null
			? ''
			: high !== null
				? drawCapsule(role, { from: place(low - past), to: place(high + past), height, quality })
				: reason === 'not-reached'
					? drawOpenCapsule(role, { from: place(low), to: place(Infinity), height })
					: '';
	const hollow = quality === 'low-n' || quality === 'imprecise';
	return capsule + at(Math.round(place(value) * 100) / 100, 0, drawShape(role, r, hollow));
}

/** A capsule between two places, around the line y = 0. */
export function drawCapsule(
	role: Role,
	{ from, to, height, quality }: { from: number; to: number; height: number; quality: Quality }
): string {
	const dashed = quality === 'imprecise';
	return element('rect', {
		...{ x: from, y: -height / 2, width: to - from, height, rx: height / 2 },
		...{ fill: roleInk[role], 'fill-opacity': dashed ? 0.08 : 0.2 },
		...{ stroke: roleInk[role], 'stroke-width': 1.25 },
		'stroke-dasharray': dashed ? '3 2.5' : undefined
	});
}

/** A capsule whose upper end was not reached: open on the right, with an arrow. */
function drawOpenCapsule(
	role: Role,
	{ from, to, height }: { from: number; to: number; height: number }
): string {
	const r = height / 2;
	const start = Math.min(from + r, to);
	const outline = `M${to} ${-r}H${start}A${r} ${r} 0 0 0 ${start} ${r}H${to}`;
	const stroke = { stroke: roleInk[role], 'stroke-width': 1.25 };
	return (
		element('path', { d: outline, fill: roleInk[role], 'fill-opacity': 0.2, ...stroke }) +
		element('path', { d: `M${to - 4} -4L${to} 0L${to - 4} 4`, fill: 'none', ...stroke })
	);
}

/** The id of the hatching in the file, where something is withheld. */
const hatchId = 'withheld';

/** The pattern that {@link drawStrip} refers to, once a file. */
export const hatching = element(
	'defs',
	{},
	element(
		'pattern',
		{
			...{ id: hatchId, width: 7, height: 7 },
			...{ patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' }
		},
		element('rect', { width: 7, height: 7, fill: ink.surface }) +
			element('path', { d: 'M0 0V7', stroke: ink['line-strong'], 'stroke-width': 2 })
	)
);

/** The hatched strip in place of what is withheld. */
export function drawStrip(width: number, y: number, height: number): string {
	return element('rect', {
		...{ x: 0, y, width, height, fill: `url(#${hatchId})` },
		...{ stroke: ink['line-strong'], 'stroke-dasharray': '3 2.5' }
	});
}
