import { isSayable } from '#lib/answers/standing.ts';
import { isShown, withheldLast, type ChartRow } from '#lib/charts/chart-row.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import { scaleOver } from '#lib/charts/scale.ts';
import { indicators } from '#lib/indicators/declared.ts';
import type { Answer, Estimate } from '#lib/vocabulary/estimate.ts';
import { graduates as shared } from '#lib/vocabulary/messages/graduates.ts';
import { graduatesWork as words } from '#lib/vocabulary/messages/graduates-work.ts';
import { describe } from '#lib/vocabulary/numbers.ts';
import { formatSaid } from '#lib/vocabulary/said.ts';
import { estimateTable, type EstimateLine } from '../../story/estimate-table.ts';
import { absenceOf, definitionOf, drawn, figureAt } from '../../story/story.ts';
import { careKey, isSaid, type Graduates } from '../graduates-subject.ts';

type Measured = keyof typeof words.matchUnder;

const byLevel: readonly Measured[] = [
	...(['over-qualified-a', 'over-qualified-b'] as const),
	...(['over-qualification-rate', 'level-lower'] as const)
];
const byField: readonly Measured[] = ['field-mismatch', 'field-needless'];
/** In the table alone: the other direction. */
const tabled = ['under-qualified-a', 'under-qualified-b'];

type Answers = Readonly<Record<string, Answer>>;

/** Every way in which a job may not match what was studied, side by side: none is picked. */
export async function matchFigure(graduates: Graduates): Promise<FigureModel> {
	const { teller } = graduates;
	const answers: Record<string, Answer> = {};
	for (const id of [...byLevel, ...byField, ...tabled]) answers[id] = await graduates.ask(id);
	const judged = await graduates.ask('field-match');
	const all = [...Object.values(answers), judged];
	const estimates = [...byLevel, ...byField].map((id) => estimateOf(answers, id));
	const absence = absenceOf(all);
	return {
		id: 'mismatch',
		finding: finding(answers),
		what: isSame(answers) ? `${words.matchWhat} ${words.matchSame}` : words.matchWhat,
		keyItems: careKey('attained'),
		source: graduates.source,
		measure: 'share',
		scale: scaleOver(estimates, 'share'),
		plot: {
			kind: 'capsule',
			rows: matchRows(answers),
			label: words.matchLabel,
			readHead: words.read
		},
		table: estimateTable([...matchLines(answers), ...judgedLines(graduates, judged)], {
			caption: words.matchCaption(graduates.wave),
			heads: [
				{ id: 'measure', label: words.measure },
				{ id: 'definition', label: words.definition }
			],
			value: words.share
		}),
		computed: teller.computed(all),
		...(absence ? { absence } : {})
	};
}

function estimateOf(answers: Answers, id: string): Estimate {
	const answer = answers[id];
	if (!answer) throw new RangeError(`${id} was not asked`);
	return figureAt(answer);
}

function labelOf(id: string): string {
	return indicators[id]?.label ?? id;
}

/** By level, then by field; a heading stands over the first of each that is shown. */
function matchRows(answers: Answers): ChartRow[] {
	const row = (id: Measured, heading: string | undefined): ChartRow => {
		const estimate = estimateOf(answers, id);
		return {
			...{ id, name: labelOf(id), n: estimate.n, heading },
			under: [words.matchUnder[id]],
			marks: [{ role: 'attained', figure: drawn(estimate) }],
			sentence: describe(labelOf(id), [{ figure: estimate, measure: 'share' }], shared.people)
		};
	};
	const group = (ids: readonly Measured[], heading: string): ChartRow[] => {
		const first = ids.find((id) => isShown(estimateOf(answers, id)));
		return ids.map((id) => row(id, id === first ? heading : undefined));
	};
	return withheldLast([...group(byLevel, words.byLevel), ...group(byField, words.byField)]);
}

function matchLines(answers: Answers): EstimateLine[] {
	return [...byLevel, ...byField, ...tabled].map((id) => ({
		...{ id, labels: [labelOf(id), definitionOf(id)] },
		...{ estimate: estimateOf(answers, id), measure: 'share' as const }
	}));
}

/** What graduates say of their field, answer by answer. */
function judgedLines(graduates: Graduates, judged: Answer): EstimateLine[] {
	return judged.estimates.map((estimate) => {
		const code = estimate.part ?? '';
		const answer = graduates.label('field_match', code);
		return {
			id: `field-match ${code}`,
			labels: [words.matchOf(labelOf('field-match'), answer), definitionOf('field-match')],
			...{ estimate, measure: 'share' as const }
		};
	});
}

function isSame(answers: Answers): boolean {
	const [a, b] = ['over-qualified-a', 'over-qualified-b'].map((id) => estimateOf(answers, id));
	return a !== undefined && b !== undefined && isSayable(a) && a.value === b.value;
}

/** The least and the most of each kind of measure; which of them holds is not for the title to say. */
function finding(answers: Answers): string {
	const ends = (ids: readonly string[]): { least: string; most: string } | undefined => {
		const known = ids
			.map((id) => estimateOf(answers, id))
			.filter(isSaid)
			.toSorted((a, b) => (a.value ?? 0) - (b.value ?? 0));
		const [least, most] = [known[0], known.at(-1)];
		if (!least || !most || known.length < 2) return undefined;
		return { least: formatSaid(least, 'share'), most: formatSaid(most, 'share') };
	};
	const [level, field] = [ends(byLevel), ends(byField)];
	return level && field ? words.matchTitle(level, field) : words.matchFew;
}
