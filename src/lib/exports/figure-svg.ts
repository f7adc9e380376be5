import type { FigureModel } from '#lib/charts/figure-model.ts';
import { takeAway as words } from '#lib/vocabulary/messages/take-away.ts';
import { formatDate } from '#lib/vocabulary/dates.ts';
import { smallSize } from './draw-axis.ts';
import { drawCurves } from './draw-curves.ts';
import { drawKey } from './draw-key.ts';
import { hatching } from './draw-mark.ts';
import { drawPanels, drawRows } from './draw-rows.ts';
import { ink } from './palette.ts';
import type { Taken } from './taken.ts';
import { titleOf } from './taken.ts';
import type { Block } from './text-block.ts';
import { at, flow, stack } from './text-block.ts';
import { element, escapeXml } from './xml.ts';

/** Pixels of the drawing, and its empty border. */
export const pictureWidth = 800;
const margin = 28;
const width = pictureWidth - 2 * margin;

const fonts = "'Source Sans 3', 'Source Sans Pro', Arial, 'Liberation Sans', Helvetica, sans-serif";

/**
 * A figure drawn anew as one SVG 1.1 file that needs nothing else: finding, definition, key, plot with values and
 * intervals as text, source with the notice of synthetic data, edition and address. Colours are those of the
 * light theme; the height follows from the rows.
 */
export function figureSvg(taken: Taken): string {
	const { model } = taken;
	const whole = stack(
		[drawHead(taken), drawKey(model.keyItems, width), drawPlot(model), drawFoot(taken)],
		16
	);
	const height = whole.height + 2 * margin;
	const ground = element('rect', { width: pictureWidth, height, fill: ink.surface });
	const title = element('title', { id: 'title' }, escapeXml(titleOf(model)));
	const description = element('desc', { id: 'desc' }, escapeXml(`${model.what} ${model.source}`));
	return [
		'<?xml version="1.0" encoding="UTF-8"?>\n',
		element(
			'svg',
			{
				...{ xmlns: 'http://www.w3.org/2000/svg', version: '1.1', role: 'img' },
				...{ width: pictureWidth, height, viewBox: `0 0 ${pictureWidth} ${height}` },
				...{ 'font-family': fonts, 'aria-labelledby': 'title desc' }
			},
			title + description + hatching + ground + at(margin, margin, whole.body)
		),
		'\n'
	].join('');
}

function drawHead({ model, shown }: Taken): Block {
	const note = (text: string) => flow([{ text, fill: ink.muted }], { size: 14, width });
	const title = flow([{ text: titleOf(model), bold: true }], { size: 22, width, lineHeight: 1.18 });
	return stack([title, note(model.what), ...(shown === '' ? [] : [note(shown)])], 6);
}

function drawPlot({ absence, plot, scale, measure }: FigureModel): Block {
	if (absence) return flow([{ text: absence.sentence }], { size: 15, width });
	if (plot.kind === 'multiples') return drawPanels(plot.panels, { scale, measure, width });
	if (plot.kind === 'curves') return drawCurves(plot, { scale, measure, width });
	return drawRows(plot, { scale, measure, width });
}

function drawFoot({ model, site, address }: Taken): Block {
	const small = (text: string) => flow([{ text, fill: ink.muted }], { size: smallSize, width });
	const lines = [small(model.source)];
	if (address !== undefined) {
		const edition = words.edition(site.edition, formatDate(site.editionDate));
		lines.push(small(`${words.siteOf(site.country)} ${edition}`), small(address));
	}
	const text = stack(lines, 2);
	const line = element('line', { x1: 0, y1: 0, x2: width, y2: 0, stroke: ink.line });
	return { height: text.height + 10, body: line + at(0, 10, text.body) };
}
