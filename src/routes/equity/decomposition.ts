import type { Absence, FigureModel } from '#lib/charts/figure-model.ts';
import { scaleOver } from '#lib/charts/scale.ts';
import { decomposition as words } from '#lib/vocabulary/messages/equity-decomposition.ts';
import { equity as page } from '#lib/vocabulary/messages/equity.ts';
import { story as shared } from '#lib/vocabulary/messages/story.ts';
import { describe } from '#lib/vocabulary/numbers.ts';
import type { Difference, Question } from '#lib/vocabulary/question.ts';
import { dimensions } from '#lib/indicators/dimensions.ts';
import { joinWords } from '#lib/vocabulary/words.ts';
import { absenceOf, definitionOf, drawn } from '../story/story.ts';
import { decompositionTable } from './decomposition-table.ts';
import { clearParts, decompositionFinding, type Own } from './decomposition-words.ts';
import type { Equity } from './equity.ts';
import { parts, partOf, type Taken } from './taken.ts';

/** The gaps of graduates in wage work: of residence and of gender, by field and by level. */
export async function graduatesDecomposed(equity: Equity): Promise<FigureModel> {
	const { bySex, byResidence } = equity;
	const indicator = 'wage-employment';
	const question = (decompose: Question['decompose']) =>
		equity.graduates(indicator, decompose ? { decompose } : {});
	return figureOf(equity, {
		id: 'graduates-decomposed',
		taken: [
			await take(equity, question, [byResidence, 'field']),
			await take(equity, question, [byResidence, 'isced_level']),
			await take(equity, question, [bySex, 'field']),
			await take(equity, question, [bySex, 'isced_level'])
		],
		indicator,
		source: equity.graduatesSource,
		caption: words.graduatesCaption(joinWords(equity.waves)),
		words: words.graduates
	});
}

/** The gaps of workers below the required level, by group of occupations. */
export async function workersDecomposed(equity: Equity): Promise<FigureModel> {
	const { bySex, byResidence } = equity;
	const question = (decompose: Question['decompose']) =>
		equity.workers(decompose ? { decompose } : {});
	return figureOf(equity, {
		id: 'workers-decomposed',
		taken: [
			await take(equity, question, [byResidence, 'occupation']),
			await take(equity, question, [bySex, 'occupation'])
		],
		indicator: 'incidence',
		source: equity.workersSource,
		caption: words.workersCaption,
		words: words.workers
	});
}

async function take(
	equity: Equity,
	question: (decompose: Question['decompose']) => Question,
	[difference, over]: readonly [Difference, string]
): Promise<Taken> {
	return {
		id: `${difference.dimension}-${over}`,
		title: words.by(equity.apart(difference), dimensions[over]?.label ?? over),
		over,
		answer: await equity.teller.ask(question({ ...difference, over }))
	};
}

interface Decomposed {
	readonly id: string;
	readonly taken: readonly Taken[];
	readonly indicator: string;
	readonly source: string;
	readonly caption: string;
	readonly words: Own;
}

function figureOf(
	equity: Equity,
	{ id, taken, indicator, source, caption, words: own }: Decomposed
): FigureModel {
	const made = taken.filter((one) => whyNot(equity, one) === undefined);
	const without = notMade(equity, taken);
	const absence = whyNone(taken, made.length === 0 ? without : []);
	return {
		id,
		finding: decompositionFinding(made, own),
		what: [
			definitionOf(indicator),
			words.what,
			...clearParts(made),
			...(absence ? [] : without)
		].join(' '),
		keyItems: [
			{ text: words.keyGap, form: 'mark', role: 'comparison' },
			{ text: words.keyParts, form: 'mark', role: 'attained' },
			{ text: shared.keyInterval },
			{ text: shared.keyHollow, form: 'hollow' },
			{ text: page.keyPoints }
		],
		source,
		measure: 'points',
		scale: scaleOver(
			made.flatMap((one) => parts.map((part) => partOf(one, part))),
			'points'
		),
		plot: { kind: 'multiples', panels: made.map(panelOf) },
		table: decompositionTable(equity, made, caption),
		computed: equity.teller.computed(taken.map(({ answer }) => answer)),
		...(absence ? { absence } : {})
	};
}

/** Why a gap can't be taken apart; undefined where it can. */
function whyNot({ view }: Equity, { over, answer }: Taken): 'oneLeft' | 'lacking' | undefined {
	if (view.filters[over]?.length === 1) return 'oneLeft';
	const [first] = answer.estimates;
	return first?.reason === 'zero-denominator' && first.value === null ? 'lacking' : undefined;
}

/** Which gaps are not taken apart, why, and which filter to loosen: a sentence for each reason. */
function notMade(equity: Equity, taken: readonly Taken[]): string[] {
	const label = (id: string): string => dimensions[id]?.label ?? id;
	const chosen = Object.keys(equity.view.filters).filter((id) => id !== 'wave');
	const loosen = joinWords(chosen.map(label), shared.or);
	return [...new Set(taken.map(({ over }) => over))].flatMap((over) =>
		(['oneLeft', 'lacking'] as const).flatMap((why) => {
			const found = taken.filter((one) => one.over === over && whyNot(equity, one) === why);
			const titles = joinWords(found.map(({ title }) => page.quoted(title)));
			return found.length === 0 ? [] : words[why](titles, label(over), loosen);
		})
	);
}

function whyNone(taken: readonly Taken[], without: readonly string[]): Absence | undefined {
	const absence = absenceOf(taken.map(({ answer }) => answer));
	if (absence || without.length === 0) return absence;
	return { title: words.cannot, sentence: without.join(' '), engineHelps: false };
}

function panelOf(one: Taken) {
	return {
		id: one.id,
		title: one.title,
		rows: parts.map((part) => {
			const name = words.part[part];
			const figure = partOf(one, part);
			const role = part === 'difference' ? ('comparison' as const) : ('attained' as const);
			return {
				...{ id: part, name, marks: [{ role, figure: drawn(figure) }] },
				sentence: describe(name, [{ figure, measure: 'points' }])
			};
		})
	};
}
