import { isSayable } from '#lib/answers/standing.ts';
import type { ChartCurve, CurvesPlot } from '#lib/charts/chart-curve.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import { scaleOver, type ChartScale } from '#lib/charts/scale.ts';
import type { Role } from '#lib/charts/roles.ts';
import { labelOf } from '#lib/contracts/catalogue.ts';
import type { Answer, Estimate } from '#lib/vocabulary/estimate.ts';
import { enrolment as words } from '#lib/vocabulary/messages/enrolment.ts';
import { describe, formatCount, type Measure } from '#lib/vocabulary/numbers.ts';
import { formatSaid } from '#lib/vocabulary/said.ts';
import { roleOfSex } from '../story/labels.ts';
import { absenceOf, drawn, figureAt } from '../story/story.ts';
import { countTable, type CountLine } from './count-table.ts';
import type { Enrolment } from './enrolment-subject.ts';
import { oneField } from './segregation-figure.ts';

/** A line of a figure over years, before it is drawn. */
interface Line {
	readonly id: string;
	readonly name: string;
	readonly role: Role;
	readonly measure: Measure;
	/** One a year, in order. */
	readonly estimates: readonly Estimate[];
}

/** Women and men among students, year by year. */
export async function headsByYear(enrolment: Enrolment): Promise<FigureModel> {
	const bySex = await enrolment.askWider('enrolled-count', 'year', ['year', 'sex']);
	const all = await enrolment.askWider('enrolled-count', 'year', ['year']);
	const lines = ['F', 'M'].map((sex): Line => ({
		...{ id: sex, name: labelOf(enrolment.teller.catalogue, 'sex', sex), measure: 'count' },
		role: roleOfSex[sex] ?? 'comparison',
		estimates: yearsOf(enrolment).map((year) => figureAt(bySex, year, sex))
	}));
	const absence = absenceOf([bySex, all]);
	return {
		...yearsFigure(enrolment, { lines, label: words.headsLabel, caption: words.headsCaption }),
		id: 'heads-by-year',
		finding: headsTitle(all),
		what: words.headsWhat(enrolment.yearsNote),
		computed: enrolment.teller.computed([bySex, all]),
		...(absence ? { absence } : {})
	};
}

/**
 * Women's share and the Duncan index, year by year.
 * @param byField an Answer by field: the index needs several
 */
export async function sharesByYear(enrolment: Enrolment, byField: Answer): Promise<FigureModel> {
	const share = await enrolment.askWider('women-among-enrolled', 'year', ['year']);
	const index = await enrolment.askWider('segregation', 'year', ['year']);
	const of = (answer: Answer) => yearsOf(enrolment).map((year) => figureAt(answer, year));
	const single = oneField(byField) !== undefined;
	const lines: readonly Line[] = [
		{ id: 'women', name: words.womenLine, role: 'women', measure: 'share', estimates: of(share) },
		...(single
			? []
			: [
					{
						...{ id: 'segregation', name: words.duncanLine, role: 'comparison' as const },
						...{ measure: 'share' as const, estimates: of(index) }
					}
				])
	];
	const absence = absenceOf([share]);
	return {
		...yearsFigure(enrolment, { lines, label: words.shareLabel, caption: words.shareCaption }),
		id: 'shares-by-year',
		finding: shareTitle(share),
		what: (single ? words.shareOnlyWhat : words.shareWhat)(enrolment.yearsNote),
		computed: enrolment.teller.computed(single ? [share] : [share, index]),
		...(absence ? { absence } : {})
	};
}

function yearsOf({ teller }: Enrolment): string[] {
	return (teller.catalogue.codeLists.year ?? []).map(({ code }) => code);
}

/** What both figures over years share. */
function yearsFigure(
	enrolment: Enrolment,
	{ lines, label, caption }: { lines: readonly Line[]; label: string; caption: string }
) {
	const measure = lines[0]?.measure ?? 'count';
	const years = yearsOf(enrolment);
	const plot: CurvesPlot = {
		...{ kind: 'curves', form: 'line', label, alongLabel: words.alongYears },
		curves: lines.map((line) => curveOf(line, years)),
		along: yearScale(years)
	};
	return {
		keyItems: [],
		source: enrolment.source(enrolment.everyWhen),
		measure,
		scale: scaleOver(
			lines.flatMap(({ estimates }) => estimates),
			measure
		),
		plot,
		table: countTable(
			years.flatMap((year, i) => lines.flatMap((line) => lineOfYear(line, year, i))),
			{
				caption,
				heads: [
					{ id: 'year', label: words.year },
					{ id: 'group', label: words.group }
				],
				values: [{ id: 'value', label: measure === 'count' ? words.count : words.share }]
			}
		)
	};
}

function curveOf(
	{ id, name, role, measure, estimates }: Line,
	years: readonly string[]
): ChartCurve {
	return {
		...{ id, name, role },
		points: estimates.map((estimate, i) => ({
			at: Number(years[i]),
			figure: drawn(estimate),
			sentence: describe(`${name}, ${years[i] ?? ''}`, [{ figure: estimate, measure }])
		}))
	};
}

function lineOfYear({ id, name, measure, estimates }: Line, year: string, i: number): CountLine[] {
	const estimate = estimates[i];
	if (!estimate || estimate.n === 0) return [];
	return [{ id: `${year} ${id}`, labels: [year, name], values: [{ estimate, measure }] }];
}

function yearScale(years: readonly string[]): ChartScale {
	const [first = 0, last = first] = [Number(years[0]), Number(years.at(-1))];
	const ticks = years.map((label) => ({ value: Number(label), label }));
	return { low: first, high: last, ticks };
}

function headsTitle({ estimates }: Answer): string {
	const known = estimates.filter(({ n }) => n > 0);
	const [first, last] = [known[0], known.at(-1)];
	if (!first || !last) return words.noneTitle;
	const n = formatCount(last.value ?? 0);
	const [from, to] = [first.key.join(), last.key.join()];
	if (first === last) return words.headsOne(n, to);
	const more = (last.value ?? 0) - (first.value ?? 0);
	const size = formatCount(Math.abs(more));
	if (more === 0) return words.headsTitle(n, to, words.asMany(from));
	return words.headsTitle(n, to, (more > 0 ? words.more : words.fewer)(size, from));
}

function shareTitle({ estimates }: Answer): string {
	const known = estimates.filter(isSayable);
	const [first, last] = [known[0], known.at(-1)];
	if (!first || !last) return words.noneTitle;
	const order = known.toSorted((a, b) => (a.value ?? 0) - (b.value ?? 0));
	const [low = '', high = ''] = [order[0] ?? first, order.at(-1) ?? last].map((one) =>
		formatSaid(one, 'share')
	);
	const span = words.span(first.key.join(), last.key.join());
	if (first === last) return words.titleAll(low);
	return low === high ? words.shareSame(low, span) : words.shareRange(low, high, span);
}
