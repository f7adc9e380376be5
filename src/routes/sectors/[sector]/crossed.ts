import { compare } from '#lib/answers/standing.ts';
import type { ChartPanel, ChartRow } from '#lib/charts/chart-row.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import { shareScale } from '#lib/charts/scale.ts';
import { labelOf } from '#lib/contracts/catalogue.ts';
import type { Answer } from '#lib/vocabulary/estimate.ts';
import { sector as words } from '#lib/vocabulary/messages/sector.ts';
import { story as shared } from '#lib/vocabulary/messages/story.ts';
import { describe } from '#lib/vocabulary/numbers.ts';
import { inSentence, joinWords } from '#lib/vocabulary/words.ts';
import { estimateTable } from '../../story/estimate-table.ts';
import { roleOfSex } from '../../story/labels.ts';
import { absenceOf, definitionOf, drawn, figureAt } from '../../story/story.ts';
import type { Subject } from './subject.ts';

/** How many skills have a panel of their own beside all skills together. */
const shownSkills = 3;

const sexes = ['F', 'M'] as const;

interface CrossedAnswers {
	readonly overall: Answer;
	readonly bySkill: Answer;
	readonly order: readonly string[];
	readonly places: readonly string[];
}

/** Women and men within each kind of residence, a panel a skill. */
export async function crossedFigure(
	subject: Subject,
	order: readonly string[]
): Promise<FigureModel> {
	const { teller, residence } = subject;
	const overall = await subject.ask('incidence', residence, 'sex');
	const bySkill = await subject.ask('incidence', 'skill', residence, 'sex');
	const apart = await teller.ask(
		subject.question('incidence', [residence], { dimension: 'sex', minus: sexes })
	);
	const places = unique(overall, 0);
	const panels = panelsOf(subject, { overall, bySkill, order, places });
	const absence = absenceOf([overall]);
	return {
		id: 'crossed',
		finding:
			sexesOf(subject).length > 1 ? finding(subject, apart) : words.crossedOnly(subject.whom),
		what: words.crossedWhat(definitionOf('incidence')),
		keyItems: [
			...sexesOf(subject).map((sex) => ({
				text: inSentence(labelOf(teller.catalogue, 'sex', sex)),
				form: 'mark' as const,
				role: roleOfSex[sex] ?? ('comparison' as const)
			})),
			{ text: shared.keyInterval },
			{ text: shared.keyHollow, form: 'hollow', role: 'women' }
		],
		source: subject.source,
		measure: 'share',
		scale: shareScale,
		plot: {
			kind: 'multiples',
			panels
		},
		table: crossedTable(subject, { overall, bySkill, order, places }),
		computed: teller.computed([bySkill, overall, apart]),
		...(absence ? { absence } : {})
	};
}

function panelsOf(subject: Subject, { overall, bySkill, order, places }: CrossedAnswers) {
	const rows = (answer: Answer, ...key: readonly string[]): ChartRow[] =>
		places.map((place) => placeRow(subject, answer, [...key, place]));
	return [
		{ id: 'all', title: shared.all, rows: rows(overall) },
		...order.slice(0, shownSkills).map((skill): ChartPanel => ({
			id: skill,
			title: labelOf(subject.teller.catalogue, 'skill', skill),
			rows: rows(bySkill, skill)
		}))
	];
}

/** Those that the filters leave. */
function sexesOf({ view }: Subject): readonly string[] {
	return view.filters.sex ?? sexes;
}

function unique({ estimates }: Answer, at: number): string[] {
	return [...new Set(estimates.map(({ key }) => key[at] ?? ''))];
}

function placeRow(subject: Subject, answer: Answer, key: readonly string[]): ChartRow {
	const { teller } = subject;
	const shown = sexesOf(subject);
	const place = key.at(-1) ?? '';
	const name = labelOf(teller.catalogue, 'residence', place);
	const estimates = shown.map((sex) => figureAt(answer, ...key, sex));
	return {
		id: place,
		name,
		marks: estimates.map((estimate, i) => ({
			role: roleOfSex[shown[i] ?? ''] ?? 'comparison',
			figure: drawn(estimate)
		})),
		sentence: describe(
			name,
			estimates.map((figure, i) => ({
				label: inSentence(labelOf(teller.catalogue, 'sex', shown[i] ?? '')),
				figure,
				measure: 'share'
			}))
		)
	};
}

/** One sentence over the places: where the two can be told apart, each compared at a corrected level. */
function finding({ teller }: Subject, apart: Answer): string {
	const compared = apart.estimates.map((one) => ({
		place: inSentence(labelOf(teller.catalogue, 'residence', one.key.join())),
		comparison: compare(one, apart.estimates.length)
	}));
	const placesThat = (comparison: string): string =>
		joinWords(compared.filter((one) => one.comparison === comparison).map(({ place }) => place));
	const [women, men] = sexes.map((sex) => inSentence(labelOf(teller.catalogue, 'sex', sex))) as [
		string,
		string
	];
	if (placesThat('above')) return words.crossedTitle(women, men, placesThat('above'));
	if (placesThat('below')) return words.crossedTitle(men, women, placesThat('below'));
	const unclear = placesThat('unclear');
	return unclear ? words.crossedUnclear(women, men, unclear) : words.crossedFew;
}

function crossedTable(subject: Subject, answers: CrossedAnswers): FigureModel['table'] {
	const { teller, name, wave } = subject;
	const shown = sexesOf(subject);
	const { overall, bySkill, order, places } = answers;
	const lines = (skill: string | undefined) => {
		const title = skill === undefined ? shared.all : labelOf(teller.catalogue, 'skill', skill);
		return places.flatMap((place) =>
			shown.map((sex) => ({
				id: `${title} ${place} ${sex}`,
				labels: [
					title,
					labelOf(teller.catalogue, 'residence', place),
					labelOf(teller.catalogue, 'sex', sex)
				],
				estimate:
					skill === undefined
						? figureAt(overall, place, sex)
						: figureAt(bySkill, skill, place, sex),
				measure: 'share' as const
			}))
		);
	};
	return estimateTable([undefined, ...order.slice(0, 8)].flatMap(lines), {
		caption: words.crossedCaption(name, wave),
		heads: [
			{ id: 'skill', label: shared.skill },
			{ id: 'residence', label: shared.residence },
			{ id: 'sex', label: shared.gender }
		],
		value: words.share
	});
}
