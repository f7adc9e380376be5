import { compare, isSayable } from '#lib/answers/standing.ts';
import type { ChartRow } from '#lib/charts/chart-row.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import { scaleOver } from '#lib/charts/scale.ts';
import type { Answer, Estimate } from '#lib/vocabulary/estimate.ts';
import { graduatesCourses as words } from '#lib/vocabulary/messages/graduates-courses.ts';
import { story } from '#lib/vocabulary/messages/story.ts';
import { describe } from '#lib/vocabulary/numbers.ts';
import { formatSaid } from '#lib/vocabulary/said.ts';
import { capitalised, inSentence, joinWords } from '#lib/vocabulary/words.ts';
import { estimateTable, type EstimateLine } from '../story/estimate-table.ts';
import { roleOfResidence } from '../story/labels.ts';
import { absenceOf, definitionOf, drawn, figureAt } from '../story/story.ts';
import { isSaid, type Graduates } from './graduates-subject.ts';

const pair = ['rural', 'urban'] as const;

interface BarrierAnswers {
	readonly all: Answer;
	readonly byPlace: Answer;
	readonly apart: Answer;
}

/** What most stands in the way of a short course, by residence. */
export async function barriersFigure(graduates: Graduates): Promise<FigureModel> {
	const { teller, residence } = graduates;
	const answers = {
		all: await graduates.ask('barrier'),
		byPlace: await graduates.ask('barrier', [residence]),
		apart: await graduates.apart('barrier', { dimension: residence, minus: pair })
	};
	const { all, byPlace, apart } = answers;
	const order = all.estimates.toSorted((a, b) => (b.value ?? -1) - (a.value ?? -1));
	const absence = absenceOf([all, byPlace]);
	const comparisons = apart.estimates.filter(isSayable).length;
	return {
		id: 'barriers',
		finding: finding(graduates, answers),
		what: words.barrierWhat(definitionOf('barrier'), comparisons),
		keyItems: [
			...placesOf(byPlace).map((code) => ({
				text: inSentence(graduates.label(residence, code)),
				form: 'mark' as const,
				role: roleOfResidence[code] ?? ('comparison' as const)
			})),
			{ text: story.keyInterval },
			{ text: story.keyHollow, form: 'hollow' }
		],
		source: graduates.source,
		measure: 'share',
		scale: scaleOver(byPlace.estimates, 'share'),
		plot: {
			kind: 'paired',
			rows: order.map(({ part = '' }) => barrierRow(graduates, part, byPlace)),
			label: words.barrierLabel
		},
		table: barrierTable(graduates, answers, order),
		computed: teller.computed([byPlace, all, apart]),
		...(absence ? { absence } : {})
	};
}

function placesOf({ estimates }: Answer): string[] {
	return [...new Set(estimates.map(({ key }) => key.join()))];
}

function partAt(answer: Answer, part: string, ...key: readonly string[]): Estimate {
	const estimates = answer.estimates.filter((one) => one.part === part);
	return figureAt({ ...answer, estimates }, ...key);
}

function barrierRow(graduates: Graduates, part: string, byPlace: Answer): ChartRow {
	const name = graduates.label('barrier', part);
	const figures = placesOf(byPlace).map((code) => ({
		code,
		estimate: partAt(byPlace, part, code)
	}));
	return {
		...{ id: part, name },
		marks: figures.map(({ code, estimate }) => ({
			role: roleOfResidence[code] ?? 'comparison',
			figure: drawn(estimate)
		})),
		sentence: describe(
			name,
			figures.map(({ code, estimate }) => ({
				label: inSentence(graduates.label(graduates.residence, code)),
				figure: estimate,
				measure: 'share'
			}))
		)
	};
}

function barrierTable(
	graduates: Graduates,
	{ byPlace }: BarrierAnswers,
	order: readonly Estimate[]
): FigureModel['table'] {
	const { residence } = graduates;
	const measure = 'share' as const;
	const lines = order.flatMap((overall): EstimateLine[] => {
		const { part = '' } = overall;
		const name = graduates.label('barrier', part);
		return [
			...placesOf(byPlace).map((code) => ({
				...{ id: `${part} ${code}`, labels: [name, graduates.label(residence, code)] },
				...{ estimate: partAt(byPlace, part, code), measure }
			})),
			{ id: `${part} all`, labels: [name, words.all], estimate: overall, measure }
		];
	});
	return estimateTable(lines, {
		caption: words.barrierCaption(graduates.wave),
		heads: [
			{ id: 'barrier', label: words.barrier },
			{ id: residence, label: words.residence }
		],
		value: words.share
	});
}

/** Rural and urban barrier by barrier, each at a level corrected for their number. */
function finding(graduates: Graduates, { all, apart }: BarrierAnswers): string {
	const phrase = (part = ''): string => {
		const entry = graduates.teller.catalogue.codeLists.barrier?.find(({ code }) => code === part);
		return entry?.in_sentence ?? inSentence(entry?.label ?? part);
	};
	const [a, b] = pair.map((code) => graduates.group('residence', code)) as [string, string];
	const known = apart.estimates.filter(isSayable);
	const those = (side: 'above' | 'below'): string =>
		joinWords(
			known.filter((one) => compare(one, known.length) === side).map(({ part }) => phrase(part))
		);
	const [above, below] = [those('above'), those('below')];
	if (above && below)
		return words.barrierApart(words.barrierFor(above, a), words.barrierFor(below, b));
	if (above) return words.barrierMore(a, b, above);
	if (below) return words.barrierMore(b, a, below);
	if (known.length > 0) return words.barrierUnclear(capitalised(a), b);
	const [most] = all.estimates.filter(isSaid).toSorted((x, y) => (y.value ?? 0) - (x.value ?? 0));
	return most
		? words.barrierOne(phrase(most.part), formatSaid(most, 'share'), graduates.people)
		: words.barrierFew;
}
