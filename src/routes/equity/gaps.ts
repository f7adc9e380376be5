import { compare, isSayable } from '#lib/answers/standing.ts';
import type { ChartRow } from '#lib/charts/chart-row.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import { scaleOver } from '#lib/charts/scale.ts';
import type { Indicator } from '#lib/indicators/declaration.ts';
import { indicators } from '#lib/indicators/declared.ts';
import type { Answer, Estimate } from '#lib/vocabulary/estimate.ts';
import { equity as words } from '#lib/vocabulary/messages/equity.ts';
import { problems } from '#lib/vocabulary/messages/problems.ts';
import { story as shared } from '#lib/vocabulary/messages/story.ts';
import { describe } from '#lib/vocabulary/numbers.ts';
import type { Difference, Question } from '#lib/vocabulary/question.ts';
import { capitalised, inSentence, joinWords } from '#lib/vocabulary/words.ts';
import { estimateTable } from '../story/estimate-table.ts';
import { absenceOf, drawn, figureAt } from '../story/story.ts';
import type { Equity } from './equity.ts';
import { placeOf } from './place.ts';

const outcomes = [
	...['wage-employment', 'employment', 'first-job-within-12'],
	...['unemployment', 'over-qualification-rate', 'field-mismatch']
];

const sides = [
	{ id: 'sex', role: 'women', code: 'F' },
	{ id: 'residence', role: 'rural', code: 'rural' }
] as const;
type Side = (typeof sides)[number]['id'];

/** The two differences of one indicator. */
interface Gap {
	readonly id: string;
	readonly label: string;
	readonly moreIs: Indicator['moreIs'];
	readonly heading: string | undefined;
	readonly answers: Readonly<Record<Side, Answer>>;
}

/** Women minus men and rural minus urban, for the main indicators of the two surveys. */
export async function gapsFigure(equity: Equity): Promise<FigureModel> {
	const graduates: Gap[] = [];
	for (const id of outcomes) {
		graduates.push(await ask(equity, id, (difference) => equity.graduates(id, { difference })));
	}
	const workers = await ask(equity, 'incidence', (difference) => equity.workers({ difference }));
	const { problem } = workers.answers.sex;
	const gaps = withHeadings([...graduates, ...(problem ? [] : [workers])]);
	const absence = absenceOf(graduates.flatMap(({ answers }) => Object.values(answers)));
	const all = gaps.flatMap((gap) => sides.map(({ id }) => estimateOf(gap, id)));
	const why = problem ? words.gapsWithout(problems.sentence(problem)) : '';
	return {
		id: 'gaps',
		finding: finding(equity, gaps),
		what: [words.gapsWhat, named(equity, gaps), why].filter(Boolean).join(' '),
		keyItems: [
			...sides.map(({ id, role }) => ({
				text: equity.apart(differenceOf(equity, id)),
				form: 'mark' as const,
				role
			})),
			{ text: shared.keyInterval },
			{ text: shared.keyHollow, form: 'hollow' },
			{ text: words.keyPoints }
		],
		source: problem
			? equity.graduatesSource
			: words.twoSources(equity.graduatesSource, equity.workersSource),
		measure: 'points',
		scale: scaleOver(all, 'points'),
		plot: {
			kind: 'paired',
			rows: gaps.map((gap) => gapRow(equity, gap)),
			label: words.gapsLabel
		},
		table: gapsTable(equity, gaps),
		computed: equity.teller.computed(
			[...gaps, ...(problem ? [workers] : [])].flatMap(({ answers }) => Object.values(answers))
		),
		...(absence ? { absence } : {})
	};
}

function differenceOf(equity: Equity, side: Side): Difference {
	return side === 'sex' ? equity.bySex : equity.byResidence;
}

async function ask(
	equity: Equity,
	id: string,
	question: (difference: Difference) => Question
): Promise<Gap> {
	const indicator = indicators[id];
	return {
		id,
		label: id === 'incidence' ? words.incidence : (indicator?.label ?? id),
		moreIs: indicator?.moreIs ?? 'neither',
		heading: undefined,
		answers: {
			sex: await equity.teller.ask(question(equity.bySex)),
			residence: await equity.teller.ask(question(equity.byResidence))
		}
	};
}

/** Over the first of those where more is better, or worse, what to the right of zero means. */
function withHeadings(gaps: readonly Gap[]): Gap[] {
	return gaps.map((gap, i) =>
		gap.moreIs === gaps[i - 1]?.moreIs ? gap : { ...gap, heading: words.moreIs[gap.moreIs] }
	);
}

function estimateOf({ answers }: Gap, side: Side): Estimate {
	return figureAt(answers[side]);
}

/** What is clear of one pair when every difference of the figure is looked at together. */
function standingOf(gaps: readonly Gap[], side: Side) {
	const all = gaps.flatMap((gap) => sides.map(({ id }) => estimateOf(gap, id)));
	const comparisons = all.filter(isSayable).length;
	const sayable = gaps.filter((gap) => isSayable(estimateOf(gap, side)));
	const labels = (place: 'behind' | 'ahead'): string[] =>
		sayable
			.filter((gap) => placeOf(compare(estimateOf(gap, side), comparisons), gap.moreIs) === place)
			.map(({ label }) => label);
	return {
		comparisons,
		of: sayable.length,
		behind: labels('behind'),
		ahead: labels('ahead')
	};
}

function finding(equity: Equity, gaps: readonly Gap[]): string {
	const said = sides.toReversed().flatMap(({ id, code }) => {
		const { behind, ahead, of } = standingOf(gaps, id);
		const counts = { behind: behind.length, ahead: ahead.length, of };
		return of === 0 ? [] : [words.place(words.people(code, equity.group(code)), counts)];
	});
	const [first, second] = said;
	if (first === undefined) return words.gapsFew;
	return capitalised([words.measures(first), ...(second ? [second] : [])].join('; '));
}

/** The indicators on which a group is clearly behind or ahead, by name. */
function named(equity: Equity, gaps: readonly Gap[]): string {
	const said = sides.toReversed().flatMap(({ id, code }) => {
		const { behind, ahead } = standingOf(gaps, id);
		const group = words.people(code, equity.group(code));
		return [
			...(behind.length > 0 ? [words.behindOn(group, joinWords(behind.map(words.quoted)))] : []),
			...(ahead.length > 0 ? [words.aheadOn(group, joinWords(ahead.map(words.quoted)))] : [])
		];
	});
	const { comparisons } = standingOf(gaps, 'sex');
	return said.length === 0 ? '' : words.together(said.join('; '), comparisons);
}

function gapRow(equity: Equity, gap: Gap): ChartRow {
	const { id, label, heading } = gap;
	return {
		...{ id, name: label, heading },
		marks: sides.map((side) => ({ role: side.role, figure: drawn(estimateOf(gap, side.id)) })),
		sentence: describe(
			label,
			sides.map((side) => ({
				label: inSentence(equity.apart(differenceOf(equity, side.id))),
				figure: estimateOf(gap, side.id),
				measure: 'points'
			}))
		)
	};
}

function gapsTable(equity: Equity, gaps: readonly Gap[]): FigureModel['table'] {
	const lines = gaps.flatMap((gap) =>
		sides.map(({ id }) => ({
			id: `${gap.id} ${id}`,
			labels: [gap.label, equity.apart(differenceOf(equity, id)), words.moreIs[gap.moreIs]],
			estimate: estimateOf(gap, id),
			measure: 'points' as const
		}))
	);
	return estimateTable(lines, {
		caption: words.gapsCaption(joinWords(equity.waves)),
		heads: [
			{ id: 'indicator', label: shared.measure },
			{ id: 'difference', label: words.difference },
			{ id: 'more_is', label: words.direction }
		],
		value: words.points
	});
}
