import type { ChartRow } from '#lib/charts/chart-row.ts';
import type { Absence, FigureModel } from '#lib/charts/figure-model.ts';
import type { KeyItem } from '#lib/charts/key-item.ts';
import { rankScale } from '#lib/charts/scale.ts';
import type { Catalogue } from '#lib/contracts/catalogue.ts';
import { policyBrief as words } from '#lib/vocabulary/messages/policy-brief.ts';
import { story as shared } from '#lib/vocabulary/messages/story.ts';
import { describe, formatRanks } from '#lib/vocabulary/numbers.ts';
import { topWords } from '../credentials/facts.ts';
import { findingOf } from '../credentials/findings.ts';
import type { Ranked } from '../credentials/order.ts';
import { roleOfSector, sectorInSentence } from '../story/labels.ts';
import { linkTo } from '../story/links.ts';

interface About {
	/** All of them, first place first, and how many are drawn. */
	readonly ranked: readonly Ranked[];
	readonly shown: number;
	/** In words. */
	readonly weights: string;
	readonly wave: string;
	readonly absence: Absence | undefined;
}

/**
 * The ranks that the first courses may hold. What a page would say under their names is in the table of the sheet,
 * and the key says which mark is which sector.
 */
export function rankFigure(
	{ ranked, shown, weights, wave, absence }: About,
	catalogue: Catalogue
): Omit<FigureModel, 'table' | 'computed'> {
	const survey = catalogue.surveys.find(({ id }) => id === 'audit');
	const drawn = ranked.slice(0, shown);
	const of = ranked.length;
	return {
		id: 'priority',
		finding: findingOf(ranked).finding,
		what: absence ? words.ranksNone(weights) : words.ranksWhat(drawn.length, of, weights),
		keyItems: keyOf(drawn, catalogue),
		source: shared.source(survey?.title ?? '', wave, catalogue.site.notice),
		measure: 'rank',
		scale: rankScale(Math.max(1, of)),
		plot: {
			kind: 'rank',
			rows: drawn.map((one) => rowOf(one, of, catalogue)),
			label: words.ranksLabel,
			readHead: words.ranksRead
		},
		...(absence ? { absence } : {})
	};
}

function keyOf(drawn: readonly Ranked[], catalogue: Catalogue): KeyItem[] {
	const sectors = [...new Set(drawn.map(({ candidate }) => candidate.sector))];
	return [
		{ text: words.keyRange, form: 'capsule' },
		...sectors.map((code): KeyItem => ({
			...{ text: sectorInSentence(catalogue, code), form: 'mark' },
			role: roleOfSector(catalogue, code)
		})),
		{ text: words.keyPlace },
		...(drawn.some(({ quality }) => quality !== 'ok')
			? [{ text: shared.keyHollow, form: 'hollow' } as const]
			: [])
	];
}

function rowOf(
	{ name, candidate, evidence, draws, rank, quality }: Ranked,
	of: number,
	catalogue: Catalogue
): ChartRow {
	const { low, high, inTop } = draws;
	const { reach } = evidence;
	const people = { label: words.peopleShort, figure: reach, measure: 'count' } as const;
	const ranks = words.rankOf(formatRanks(low, high), of, topWords(inTop));
	return {
		...{ id: candidate.id, name, href: linkTo.candidate(candidate.id) },
		marks: [
			{
				role: roleOfSector(catalogue, candidate.sector),
				// The place with these very weights may lie beside the capsule, which is of the draws.
				figure: { value: rank, low, high, quality, n: reach.n }
			}
		],
		sentence: `${describe(name, [people], words.people)}; ${ranks}`
	};
}
