import type { ChartRow } from '#lib/charts/chart-row.ts';
import type { ChartTable } from '#lib/charts/chart-table.ts';
import type { Absence, FigureModel } from '#lib/charts/figure-model.ts';
import { rankScale } from '#lib/charts/scale.ts';
import type { Catalogue } from '#lib/contracts/catalogue.ts';
import { drawSettings } from '#lib/decisions/draw-weights.ts';
import { criteria } from '#lib/decisions/criteria.ts';
import { bootstrapSettings } from '#lib/survey/bootstrap.ts';
import { credentials as words, weighing } from '#lib/vocabulary/messages/credentials.ts';
import { credentialsTable } from '#lib/vocabulary/messages/credentials-table.ts';
import { story as shared } from '#lib/vocabulary/messages/story.ts';
import { describe, formatCount, formatRanks } from '#lib/vocabulary/numbers.ts';
import { inSentence } from '#lib/vocabulary/words.ts';
import { roleOfSector, sectorInSentence } from '../story/labels.ts';
import { linkTo } from '../story/links.ts';
import type { Teller } from '../story/story.ts';
import type { Settings } from './choices.ts';
import { courseFacts, topWords } from './facts.ts';
import { findingOf } from './findings.ts';
import type { Gathered } from './gathered.ts';
import type { Order, Ranked } from './order.ts';
import { priorityTable } from './priority-table.ts';

interface Told {
	readonly order: Order;
	readonly gathered: Gathered;
	readonly settings: Settings;
	/** In words: sectors, and the wave. */
	readonly sectors: string;
	readonly wave: string;
	readonly absence?: Absence;
}

/** The list of candidates with the ranks that each may hold. */
export function priorityFigure(told: Told, teller: Teller): FigureModel {
	const { order, gathered, settings, sectors, wave, absence } = told;
	const { catalogue } = teller;
	const { ranked } = order;
	const survey = catalogue.surveys.find(({ id }) => id === 'audit');
	let table: ChartTable | undefined;
	return {
		id: 'priority',
		finding: findingOf(ranked).finding,
		what: words.what(
			weightsInWords(order, settings),
			weighing.indices[settings.aggregation],
			inSentence(survey?.coverage ?? '')
		),
		keyItems: [
			{ text: words.keyRange, form: 'capsule' },
			{ text: words.keyPlace, form: 'mark' },
			...(ranked.some(({ quality }) => quality !== 'ok')
				? [{ text: words.keyCare, form: 'hollow' } as const]
				: [])
		],
		source: words.source(shared.source(survey?.title ?? '', wave, catalogue.site.notice), drawn()),
		measure: 'rank',
		scale: rankScale(Math.max(1, ranked.length)),
		plot: {
			kind: 'rank',
			rows: ranked.map((one) => row(one, ranked.length, catalogue)),
			label: words.label,
			readHead: words.heads.rank
		},
		// Made when it is looked at: a slider moves the list many times in between.
		get table() {
			return (table ??= priorityTable(order, catalogue, {
				caption: credentialsTable.caption(sectors, wave),
				href: linkTo.candidate
			}));
		},
		computed: gathered.computed,
		...(absence ? { absence } : {})
	};
}

/** The weights as they were set, and which of them count for nothing. */
function weightsInWords({ used }: Order, { weights }: Settings): string {
	return criteria
		.map(({ id }) => {
			const word = used.includes(id) ? words.weight : words.weightUnused;
			return word(inSentence(weighing.criteria[id].label), weights[id]);
		})
		.join(', ');
}

function drawn(): string {
	const { replicates, seed } = bootstrapSettings;
	const { draws, seed: weightSeed } = drawSettings;
	const samples = words.replicates(formatCount(replicates), seed);
	return words.draws(samples, formatCount(draws), weightSeed);
}

function row(one: Ranked, of: number, catalogue: Catalogue): ChartRow {
	const { name, candidate, evidence, draws, rank, quality } = one;
	const { low, high, inTop } = draws;
	const { n } = evidence.reach;
	const said = [
		sectorInSentence(catalogue, candidate.sector),
		words.rankOf(formatRanks(low, high), of, topWords(inTop))
	].join(', ');
	const people = { label: words.peopleShort, figure: evidence.reach, measure: 'count' } as const;
	return {
		...{ id: candidate.id, name, href: linkTo.candidate(candidate.id) },
		...{ n, under: courseFacts(one, catalogue) },
		marks: [
			{
				role: roleOfSector(catalogue, candidate.sector),
				// The place with these very weights may lie beside the capsule, which is of the draws.
				figure: { value: rank, low, high, quality, n }
			}
		],
		sentence: `${describe(name, [people], words.people)}; ${said}`
	};
}
