import { compare } from '#lib/answers/standing.ts';
import type { ChartCurve } from '#lib/charts/chart-curve.ts';
import { isShown } from '#lib/charts/chart-row.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import type { Role } from '#lib/charts/roles.ts';
import type { ChartScale } from '#lib/charts/scale.ts';
import { dimensions } from '#lib/indicators/dimensions.ts';
import type { Answer, Estimate } from '#lib/vocabulary/estimate.ts';
import { graduates as words } from '#lib/vocabulary/messages/graduates.ts';
import { describe } from '#lib/vocabulary/numbers.ts';
import { formatSaid } from '#lib/vocabulary/said.ts';
import { capitalised, joinWords } from '#lib/vocabulary/words.ts';
import { estimateTable, type EstimateLine } from '../story/estimate-table.ts';
import { absenceOf, definitionOf, drawn, figureAt } from '../story/story.ts';
import { isSaid, type Graduates } from './graduates-subject.ts';

/** Two groups that wait for a first job, and how their lines look. */
export interface Waiting {
	readonly id: string;
	readonly dimension: string;
	readonly pair: readonly [string, string];
	readonly roles: Readonly<Record<string, Role>>;
}

/** Months that the risk table names, and those of the table. */
const ticks = [0, 6, 12, 18, 24, 30, 36];
const tabled = [0, 3, 6, 12, 24, 36];
const lastMonth = 36;

const along: ChartScale = {
	low: 0,
	high: lastMonth,
	ticks: ticks.map((value) => ({ value, label: `${value}` }))
};

/** The whole of it: a curve starts at everybody. */
const upright: ChartScale = {
	low: 0,
	high: 1,
	ticks: [0, 25, 50, 75, 100].map((value) => ({
		value: value / 100,
		label: value === 100 ? '100%' : `${value}`
	}))
};

interface CurveAnswers {
	readonly curve: Answer;
	readonly median: Answer;
	readonly apart: Answer;
}

/** The share still without a first job, month by month, of each group. */
export async function firstJobCurve(graduates: Graduates, waiting: Waiting): Promise<FigureModel> {
	const { teller } = graduates;
	const { dimension, pair, id } = waiting;
	const by = dimensions[dimension]?.label ?? dimension;
	const answers = {
		curve: await graduates.ask('without-first-job', [dimension]),
		median: await graduates.ask('months-to-first-job', [dimension]),
		apart: await graduates.apart('first-job-within-12', { dimension, minus: pair })
	};
	const absence = absenceOf([answers.curve, answers.median]);
	const least = `${teller.catalogue.thresholds.minimumRespondents}`;
	return {
		id,
		finding: finding(graduates, waiting, answers),
		what: words.curveWhat(definitionOf('without-first-job'), least),
		keyItems: [],
		source: graduates.source,
		measure: 'share',
		scale: upright,
		plot: {
			kind: 'curves',
			form: 'step',
			curves: groupsOf(answers.curve).map(curveOf(graduates, waiting, answers.curve)),
			along,
			alongLabel: words.along,
			label: words.curveLabel(by),
			riskHead: words.risk
		},
		table: estimateTable(linesOf(graduates, dimension, answers), {
			caption: words.curveCaption(by, graduates.wave),
			heads: [
				{ id: dimension, label: capitalised(by) },
				{ id: 'months', label: words.months }
			],
			value: words.without
		}),
		computed: teller.computed([answers.curve, answers.median, answers.apart]),
		...(absence ? { absence } : {})
	};
}

function groupsOf({ estimates }: Answer): string[] {
	return [...new Set(estimates.filter(({ n }) => n > 0).map(({ key }) => key.join()))];
}

function monthOf({ part = '' }: Estimate): number {
	return Number(part.replace('month-', ''));
}

function pointsOf({ estimates }: Answer, code: string): Estimate[] {
	return estimates.filter((one) => one.key.join() === code && monthOf(one) <= lastMonth);
}

function curveOf(graduates: Graduates, { dimension, roles }: Waiting, curve: Answer) {
	return (code: string): ChartCurve =>
		lineOf(curve, {
			code,
			name: graduates.label(dimension, code),
			role: roles[code] ?? 'comparison'
		});
}

function lineOf(
	curve: Answer,
	{ code, name, role }: { readonly code: string; readonly name: string; readonly role: Role }
): ChartCurve {
	const points = pointsOf(curve, code);
	return {
		id: code,
		name,
		role,
		points: drawnPoints(points).map((estimate) => ({
			at: monthOf(estimate),
			figure: drawn(estimate),
			sentence: describe(
				words.point(name, `${monthOf(estimate)}`),
				[{ figure: estimate, measure: 'share' }],
				words.atRisk
			)
		})),
		atRisk: points
			.filter((one) => ticks.includes(monthOf(one)))
			.map((one) => ({ at: monthOf(one), n: one.n }))
	};
}

/** Up to the month from which too few are left: the line ends there, and the value stands in the table alone. */
function drawnPoints(points: readonly Estimate[]): Estimate[] {
	const end = points.findIndex((one) => !isShown(one));
	if (end === -1) return [...points];
	return points
		.slice(0, end + 1)
		.map((one, i) => (i < end ? one : { ...one, value: null, low: null, high: null }));
}

function linesOf(
	graduates: Graduates,
	dimension: string,
	{ curve, median }: CurveAnswers
): EstimateLine[] {
	return groupsOf(curve).flatMap((code): EstimateLine[] => {
		const name = graduates.label(dimension, code);
		const months = pointsOf(curve, code).filter((one) => tabled.includes(monthOf(one)));
		return [
			...months.map((estimate) => ({
				...{ id: `${code} ${monthOf(estimate)}`, labels: [name, `${monthOf(estimate)}`] },
				...{ estimate, measure: 'share' as const }
			})),
			{
				...{ id: `${code} median`, labels: [name, words.medianLine] },
				...{ estimate: figureAt(median, code), measure: 'months' as const }
			}
		];
	});
}

function finding(
	graduates: Graduates,
	{ dimension, pair }: Waiting,
	{ curve, apart }: CurveAnswers
): string {
	const group = (code: string): string => graduates.group(dimension, code);
	const afterYear = (code: string): Estimate | undefined =>
		pointsOf(curve, code).find((one) => monthOf(one) === 12 && isSaid(one));
	const shareOf = (share: Estimate, code: string): string =>
		words.leadShare(formatSaid(share, 'share'), group(code));
	const comparison = compare(apart.estimates[0]);
	if (comparison === 'unknown') {
		const shares = groupsOf(curve).flatMap((code) => {
			const share = afterYear(code);
			return share ? shareOf(share, code) : [];
		});
		return shares.length > 0
			? words.curveShares(joinWords(shares))
			: words.curveFew(dimensions[dimension]?.label ?? dimension);
	}
	const [a, b] = pair;
	if (comparison === 'unclear') return words.curveUnclear(capitalised(group(a)), group(b));
	// Fewer with a job are more without.
	const [more, fewer] = comparison === 'below' ? [a, b] : [b, a];
	const [most, least] = [afterYear(more), afterYear(fewer)];
	return most && least
		? words.curveShares(joinWords([shareOf(most, more), shareOf(least, fewer)]))
		: words.curveMore(group(more), group(fewer));
}
