import { compare, isSayable } from '#lib/answers/standing.ts';
import { withheldLast } from '#lib/charts/chart-row.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import { scaleOver } from '#lib/charts/scale.ts';
import type { Answer } from '#lib/vocabulary/estimate.ts';
import { graduatesCourses as words } from '#lib/vocabulary/messages/graduates-courses.ts';
import { formatValue } from '#lib/vocabulary/numbers.ts';
import { formatSaid } from '#lib/vocabulary/said.ts';
import type { Question } from '#lib/vocabulary/question.ts';
import { inSentence, joinWords } from '#lib/vocabulary/words.ts';
import { absenceOf, figureAt } from '../../story/story.ts';
import {
	absentTitle,
	careKey,
	isSaid,
	source,
	surveysOf,
	type Graduates
} from '../graduates-subject.ts';
import { changeRow, changeTable, nameOf, type Change, type Waves } from './wave-changes.ts';

/** Shares that both waves asked for; their change has an interval. */
export const compared = [
	...['employment', 'wage-employment', 'unemployment', 'first-job-within-12'],
	...['over-qualification-rate', 'field-mismatch']
];

/** The change of each measure, as a figure and in a sentence. */
export interface WavesTold {
	/** What may be said of all changes together. */
	readonly title: string;
	readonly figure: FigureModel;
}

/** The change of each measure from the wave before the last one. */
export async function wavesFigure(graduates: Graduates, waves: Waves): Promise<WavesTold> {
	const { teller } = graduates;
	const where = graduates.view.filters;
	const minus = [waves.to, waves.from] as const;
	const ask = (indicator: string, more: Partial<Question>): Promise<Answer> =>
		teller.ask({ source, indicator, by: [], where, ...more });
	const changes: Change[] = [];
	for (const indicator of compared) {
		const both = await ask(indicator, { by: ['wave'] });
		const apart = await ask(indicator, { difference: { dimension: 'wave', minus } });
		changes.push({ indicator, both, apart });
	}
	const pay = await ask('pay', { by: ['wave'] });
	const answers = [...changes.flatMap(({ apart, both }) => [apart, both]), pay];
	const ordered = changes.toSorted(
		(a, b) => (figureAt(b.apart).value ?? -1) - (figureAt(a.apart).value ?? -1)
	);
	const absence = absenceOf(answers);
	const figure: FigureModel = {
		id: 'waves',
		finding: first(waves, changes),
		what: what(waves, changes),
		keyItems: careKey('comparison'),
		source: await sourceOf(graduates, waves),
		measure: 'points',
		scale: scaleOver(
			changes.map(({ apart }) => figureAt(apart)),
			'points'
		),
		plot: {
			kind: 'capsule',
			rows: withheldLast(ordered.map((one) => changeRow(waves, one))),
			label: words.waveLabel,
			readHead: words.waveRead
		},
		table: changeTable(waves, ordered, pay),
		computed: teller.computed(answers),
		...(absence ? { absence } : {})
	};
	return { title: absentTitle(absence) ?? title(waves, changes), figure };
}

/** All changes are looked at together, so each is compared at a level corrected for their number. */
function title({ to, from }: Waves, changes: readonly Change[]): string {
	const known = changes.filter(({ apart }) => isSayable(figureAt(apart)));
	if (known.length === 0) return words.waveFew(to, from);
	const those = (side: 'above' | 'below'): string =>
		joinWords(
			known
				.filter(({ apart }) => compare(figureAt(apart), known.length) === side)
				.map(({ indicator }) => inSentence(nameOf(indicator)))
		);
	const [above, below] = [those('above'), those('below')];
	const said = [
		...(above ? [words.waveHigher(above)] : []),
		...(below ? [words.waveLower(below)] : [])
	];
	return said.length === 0
		? words.waveNone(known.length, to, from)
		: words.waveChanges(to, from, said.join(words.clauses));
}

/** The measure that comes first, with its change. */
function first({ to, from }: Waves, changes: readonly Change[]): string {
	const said = changes.find(({ apart }) => isSaid(figureAt(apart)));
	if (!said) return words.waveFew(to, from);
	const change = formatSaid(figureAt(said.apart), 'points');
	return words.waveFirst(nameOf(said.indicator), change, from);
}

function what({ to, from }: Waves, changes: readonly Change[]): string {
	const known = changes.filter(({ apart }) => isSayable(figureAt(apart)));
	return [
		words.waveWhat(to, from),
		...(known.length > 0 ? [words.waveCorrected(known.length)] : []),
		words.wavePay
	].join(' ');
}

/** Both waves with the response rate of each. */
async function sourceOf({ teller, view }: Graduates, { to, from }: Waves): Promise<string> {
	const { institution } = view.filters;
	const where: Question['where'] = institution ? { institution } : {};
	const rates = await teller.ask({ source, indicator: 'response-rate', by: ['wave'], where });
	const said = [from, to].flatMap((wave) => {
		const { value } = figureAt(rates, wave);
		return value === null ? [] : words.waveResponse(formatValue(value, 'share'), wave);
	});
	const both = surveysOf(teller).filter(({ wave }) => wave === from || wave === to);
	const title = joinWords([...new Set(both.map((survey) => survey.title))]);
	const response = words.waveResponses(joinWords(said));
	const { notice } = teller.catalogue.site;
	return `${words.waveSource(title, joinWords([from, to]), response)} ${notice}`;
}
