import { isSayable } from '#lib/answers/standing.ts';
import type { ChartPanel } from '#lib/charts/chart-row.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import { scaleOver } from '#lib/charts/scale.ts';
import { labelOf } from '#lib/contracts/catalogue.ts';
import type { Answer, Estimate } from '#lib/vocabulary/estimate.ts';
import { enrolment as words } from '#lib/vocabulary/messages/enrolment.ts';
import { describe } from '#lib/vocabulary/numbers.ts';
import { joinWords } from '#lib/vocabulary/words.ts';
import { absenceOf, definitionOf, drawn, figureAt } from '../story/story.ts';
import { countTable } from './count-table.ts';
import { sorted, type Enrolment } from './enrolment-subject.ts';

/** Ends of the band that counts as parity: UNESCO Institute for Statistics, glossary. */
const parityBand = [0.97, 1.03] as const;

/** Levels or institutions, with the three measures of each. */
interface Group {
	readonly by: 'isced_level' | 'institution';
	readonly label: string;
	readonly adjusted: Answer;
	readonly parity: Answer;
	readonly share: Answer;
	readonly order: readonly Estimate[];
}

/** Adjusted parity of heads by level and by institution, on the whole of its scale. */
export async function parityFigure(enrolment: Enrolment): Promise<FigureModel> {
	const levels = await groupOf(enrolment, 'isced_level', words.byLevel);
	const institutions = await groupOf(enrolment, 'institution', words.byInstitution);
	const groups = [levels, institutions];
	const absence = absenceOf(groups.map(({ adjusted }) => adjusted));
	return {
		id: 'parity',
		finding: title(levels, institutions),
		what: words.parityWhat(definitionOf('adjusted-parity'), atParity(enrolment, groups)),
		keyItems: [{ text: words.parityKey, form: 'mark', role: 'women' }],
		source: enrolment.source(),
		measure: 'index',
		scale: scaleOver([{ value: 2, low: null, high: null, quality: 'ok' }], 'index'),
		plot: { kind: 'multiples', panels: groups.map((group) => panelOf(enrolment, group)) },
		table: parityTable(enrolment, groups),
		computed: enrolment.teller.computed(
			groups.flatMap(({ adjusted, parity, share }) => [adjusted, parity, share])
		),
		...(absence ? { absence } : {})
	};
}

async function groupOf(enrolment: Enrolment, by: Group['by'], label: string): Promise<Group> {
	const adjusted = await enrolment.ask('adjusted-parity', by);
	return {
		...{ by, label, adjusted, order: sorted(adjusted) },
		parity: await enrolment.ask('parity', by),
		share: await enrolment.ask('women-among-enrolled', by)
	};
}

function panelOf({ teller }: Enrolment, { by, label, order }: Group): ChartPanel {
	return {
		id: by,
		title: label,
		rows: order.map((one) => {
			const name = labelOf(teller.catalogue, by, one.key.join());
			return {
				...{ id: one.key.join(), name },
				marks: [{ role: 'women', figure: drawn(one) }],
				sentence: describe(name, [{ figure: one, measure: 'index' }], words.students)
			};
		})
	};
}

function parityTable({ teller, when }: Enrolment, groups: readonly Group[]) {
	return countTable(
		groups.flatMap(({ by, label, order, parity, share }) =>
			order.map((one) => ({
				id: `${by} ${one.key.join()}`,
				labels: [label, labelOf(teller.catalogue, by, one.key.join())],
				values: [
					{ estimate: one, measure: 'index' as const },
					{ estimate: figureAt(parity, ...one.key), measure: 'index' as const },
					{ estimate: figureAt(share, ...one.key), measure: 'share' as const }
				]
			}))
		),
		{
			caption: words.parityCaption(when),
			heads: [
				{ id: 'by', label: words.by },
				{ id: 'group', label: words.group }
			],
			values: [
				{ id: 'value', label: words.adjusted },
				{ id: 'parity', label: words.parity },
				{ id: 'women', label: words.women }
			]
		}
	);
}

/** In how many groups of those that can be shown women, or men, are more than parity allows. */
function title(levels: Group, institutions: Group): string {
	const [atLevels, inInstitutions] = [levels, institutions].map(({ order }) => {
		const shown = order.filter(isSayable);
		const above = shown.filter(({ value }) => (value ?? 0) > parityBand[1]);
		const below = shown.filter(({ value }) => (value ?? 0) < parityBand[0]);
		return { above: above.length, below: below.length, of: shown.length };
	});
	if (!atLevels?.of || !inInstitutions?.of) return words.noneTitle;
	const where = (side: 'above' | 'below'): string =>
		words.atAndIn(
			words.levels(atLevels[side], atLevels.of),
			words.institutions(inInstitutions[side], inInstitutions.of)
		);
	if (atLevels.above + inInstitutions.above > 0) return words.womenMore(where('above'));
	return atLevels.below + inInstitutions.below > 0
		? words.menMore(where('below'))
		: words.nobodyMore;
}

function atParity(enrolment: Enrolment, groups: readonly Group[]): string {
	const [low, high] = parityBand;
	const names = groups.flatMap(({ by, order }) =>
		order
			.filter((one) => isSayable(one) && (one.value ?? 0) >= low && (one.value ?? 0) <= high)
			.map(({ key }) => enrolment.named(by, key.join()))
	);
	return joinWords(names);
}
