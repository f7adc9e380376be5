import { isSayable, type Standing } from '#lib/answers/standing.ts';
import { isShown, withheldLast, type ChartRow } from '#lib/charts/chart-row.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import type { ChartScale } from '#lib/charts/scale.ts';
import type { Answer, Estimate } from '#lib/vocabulary/estimate.ts';
import { graduates as words } from '#lib/vocabulary/messages/graduates.ts';
import { story as shared } from '#lib/vocabulary/messages/story.ts';
import { describe } from '#lib/vocabulary/numbers.ts';
import { formatSaid } from '#lib/vocabulary/said.ts';
import { estimateTable, type EstimateLine } from '../story/estimate-table.ts';
import { absenceOf, definitionOf, drawn, figureAt } from '../story/story.ts';
import { careKey, isSaid, sayable, stands, type Graduates } from './graduates-subject.ts';

/** The median wait of each field of study, shortest first. */
export async function monthsByField(graduates: Graduates): Promise<FigureModel> {
	const { teller } = graduates;
	const median = await graduates.ask('months-to-first-job', ['field']);
	const within = await graduates.ask('first-job-within-12', ['field']);
	const standing = await teller.standing(within.question);
	// Of two with one median the one that has more in a first job after a year comes first.
	const order = median.estimates.toSorted(
		(a, b) =>
			(a.value ?? Infinity) - (b.value ?? Infinity) ||
			(figureAt(within, ...b.key).value ?? 0) - (figureAt(within, ...a.key).value ?? 0)
	);
	const absence = absenceOf([median]);
	return {
		id: 'months-by-field',
		finding: finding(graduates, median, standing),
		what: words.medianWhat(definitionOf('months-to-first-job')),
		keyItems: careKey('attained'),
		source: graduates.source,
		measure: 'months',
		scale: monthsScale(median.estimates),
		plot: {
			kind: 'capsule',
			rows: withheldLast(
				order.map((one) => fieldRow(graduates, one, figureAt(within, ...one.key)))
			),
			label: words.medianLabel,
			readHead: words.medianRead
		},
		table: monthsTable(graduates, order, within),
		computed: teller.computed([median, within]),
		...(absence ? { absence } : {})
	};
}

function monthsTable(
	graduates: Graduates,
	order: readonly Estimate[],
	within: Answer
): FigureModel['table'] {
	const lines = order.flatMap((estimate): EstimateLine[] => {
		const code = estimate.key.join();
		const name = graduates.label('field', code);
		const share = { estimate: figureAt(within, code), measure: 'share' as const };
		return [
			{ id: code, labels: [name, words.medianMonths], estimate, measure: 'months' },
			{ id: `${code} within`, labels: [name, words.withinYear], ...share }
		];
	});
	return estimateTable(lines, {
		caption: words.medianCaption(graduates.wave),
		heads: [
			{ id: 'field', label: words.field },
			{ id: 'measure', label: shared.measure }
		],
		value: words.value
	});
}

function fieldRow(graduates: Graduates, estimate: Estimate, within: Estimate): ChartRow {
	const code = estimate.key.join();
	const name = graduates.label('field', code);
	const shown = isSayable(estimate) && isSaid(within);
	return {
		...{ id: code, name, n: estimate.n },
		marks: [{ role: 'attained', figure: drawn(estimate) }],
		...(shown ? { under: [words.medianUnder(formatSaid(within, 'share'))] } : {}),
		sentence: describe(name, [{ figure: estimate, measure: 'months' }], words.people)
	};
}

/** What can be told apart is the share within a year: its differences have an error, those of medians none. */
function finding(graduates: Graduates, median: Answer, standing: Standing): string {
	const { top, ranked } = standing;
	const [only, ...others] = sayable(median);
	if (only && others.length === 0 && median.estimates.length === 1) {
		const name = graduates.label('field', only.code);
		return words.medianOne(name, formatSaid(only.estimate, 'months'));
	}
	if (ranked === 0) return words.medianFew;
	if (ranked === 1) return words.medianOnly(graduates.named('field', top));
	const title = stands(standing)
		? words.medianTop(graduates.named('field', top))
		: words.medianOpen(top.length);
	const open = median.estimates.filter((one) => isShown(one) && one.high === null);
	return open.length > 0 ? words.medianUnlimited(title, open.length) : title;
}

/** From 0 over all values and ends, in half years or years. */
function monthsScale(figures: readonly Estimate[]): ChartScale {
	const ends = figures.filter(isShown).flatMap(({ value, low, high }) => [value, low, high]);
	const most = Math.max(6, ...ends.map((end) => end ?? 0));
	const step = most <= 24 ? 6 : most <= 48 ? 12 : 24;
	const count = Math.ceil(most / step);
	const values = Array.from({ length: count + 1 }, (_, i) => i * step);
	const high = count * step;
	return {
		low: 0,
		high,
		ticks: values.map((value) => ({
			value,
			label: value === high ? words.monthsTick(`${value}`) : `${value}`
		}))
	};
}
