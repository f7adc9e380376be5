import type { ChartTable, TableColumn } from '#lib/charts/chart-table.ts';
import type { Catalogue } from '#lib/contracts/catalogue.ts';
import { criteria } from '#lib/decisions/criteria.ts';
import { credentialsTable as words } from '#lib/vocabulary/messages/credentials-table.ts';
import { firmness } from '#lib/vocabulary/messages/credentials-firm.ts';
import { formatFigure } from '#lib/vocabulary/numbers.ts';
import { careCells, careColumns } from '../story/estimate-table.ts';
import { courseColumns, nameColumns, rankColumns, type Column } from './candidate-columns.ts';
import { criterionColumns, estimateColumns, indexColumn } from './criterion-columns.ts';
import type { Order } from './order.ts';

const { heads } = words;
const number = true;

/**
 * Everything about the candidates, in order: the twin of the list, and as a file what the order and its ranges can
 * be worked out from elsewhere, together with the replicates.
 */
export function priorityTable(
	{ ranked, priority }: Order,
	catalogue: Catalogue,
	{ caption, href }: { readonly caption: string; readonly href: (id: string) => string }
): ChartTable {
	const scenarios = priority?.scenarios.slice(1) ?? [];
	const has = (part: 'women' | 'rural' | 'genderGap' | 'residenceGap') =>
		ranked.some(({ evidence }) => evidence[part] !== undefined);
	const before: Column[] = [...nameColumns(catalogue, href), ...rankColumns()];
	const after: Column[] = [
		...courseColumns(catalogue),
		...(has('women') ? estimateColumns('women', heads.women, 'share') : []),
		...(has('rural') ? estimateColumns('rural', heads.rural, 'share') : []),
		...(has('genderGap') ? estimateColumns('genderGap', heads.gapSex, 'points') : []),
		...(has('residenceGap') ? estimateColumns('residenceGap', heads.gapResidence, 'points') : []),
		...criteria.flatMap(({ id }) => criterionColumns(id)),
		...scenarios.map(({ id }, i): Column => ({
			id: `rank_${id.replaceAll('-', '_')}`,
			label: words.scenarioRank(firmness.ids[id] ?? id),
			number,
			cell: ({ places }) => places[i + 1] ?? null
		})),
		indexColumn('linear'),
		indexColumn('geometric')
	];
	return {
		caption,
		columns: [...before.map(plain), ...careColumns, ...after.map(plain)],
		rows: ranked.map((one) => ({
			id: one.candidate.id,
			quality: one.quality,
			cells: [
				...before.map(({ cell }) => cell(one)),
				...careCells(one.evidence.reach, formatFigure(one.evidence.reach, 'count').interval),
				...after.map(({ cell }) => cell(one))
			]
		}))
	};
}

/** The column without what stands in it. */
function plain({ id, label, number: right, only }: Column): TableColumn {
	return { id, label, number: right, only };
}
