import type { ChartRow } from '#lib/charts/chart-row.ts';
import type { ChartTable } from '#lib/charts/chart-table.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import type { Role } from '#lib/charts/roles.ts';
import { scaleOver } from '#lib/charts/scale.ts';
import { labelOf } from '#lib/contracts/catalogue.ts';
import type { Estimate } from '#lib/vocabulary/estimate.ts';
import { policyBrief as words } from '#lib/vocabulary/messages/policy-brief.ts';
import { story as shared } from '#lib/vocabulary/messages/story.ts';
import { describe } from '#lib/vocabulary/numbers.ts';
import { capitalised, inSentence } from '#lib/vocabulary/words.ts';
import { estimateTable, type EstimateLine } from '../story/estimate-table.ts';
import { linkTo } from '../story/links.ts';
import { absenceOf, definitionOf, drawn, figureAt, type Teller } from '../story/story.ts';
import { groupWords, type Compared, type Pair } from './pair.ts';
import type { Several } from './several.ts';

/** A sector with the share of each group in it. */
interface Cell {
	readonly sector: string;
	readonly name: string;
	readonly of: readonly {
		readonly code: string;
		readonly label: string;
		readonly figure: Estimate;
	}[];
}

/** The groups of a pair in every sector, a row each. */
export function pairFigure(compared: Compared, several: Several): FigureModel {
	const { pair, answers, finding, comparisons } = compared;
	const { teller, source } = several;
	const [a, b] = pair.codes.map((code) => groupWords(pair, code, teller)) as [string, string];
	const cells = cellsOf(compared, teller);
	const absence = absenceOf(answers);
	return {
		id: pair.id,
		finding: finding ?? words.apartFew(a, b),
		what: words.pairWhat(definitionOf('incidence'), comparisons),
		keyItems: [
			...(cells[0]?.of ?? []).map(({ code, label }) => ({
				...{ text: inSentence(label), form: 'mark' as const },
				role: roleOf(pair, code)
			})),
			{ text: shared.keyInterval },
			{ text: shared.keyHollow, form: 'hollow' }
		],
		source,
		measure: 'share',
		scale: scaleOver(
			cells.flatMap(({ of }) => of.map(({ figure }) => figure)),
			'share'
		),
		plot: { kind: 'paired', label: words.pairLabel, rows: cells.map((cell) => rowOf(pair, cell)) },
		table: tableOf(pair, cells, several),
		computed: teller.computed(answers),
		...(absence ? { absence } : {})
	};
}

/** The groups that some sector has, in the order of their list. */
function cellsOf({ pair, shares }: Compared, { catalogue }: Teller): Cell[] {
	const groups = (catalogue.codeLists[pair.codeList] ?? []).filter(({ code }) =>
		[...shares.values()].some(({ estimates }) => estimates.some(({ key }) => key.join() === code))
	);
	return [...shares].map(([sector, answer]) => ({
		...{ sector, name: labelOf(catalogue, 'sector', sector) },
		of: groups.map(({ code, label }) => ({ code, label, figure: figureAt(answer, code) }))
	}));
}

function roleOf({ roles }: Pair, code: string): Role {
	return roles[code] ?? 'comparison';
}

function rowOf(pair: Pair, { sector, name, of }: Cell): ChartRow {
	return {
		...{ id: sector, name, href: linkTo.sector(sector) },
		marks: of.map(({ code, figure }) => ({ role: roleOf(pair, code), figure: drawn(figure) })),
		sentence: describe(
			name,
			of.map(({ label, figure }) => ({ label: inSentence(label), figure, measure: 'share' }))
		)
	};
}

function tableOf(pair: Pair, cells: readonly Cell[], { wave }: Several): ChartTable {
	const lines = cells.flatMap(({ sector, name, of }) =>
		of.map(({ code, label, figure }): EstimateLine => ({
			...{ id: `${sector} ${code}`, labels: [name, label] },
			...{ estimate: figure, measure: 'share' }
		}))
	);
	return estimateTable(lines, {
		caption: words.pairCaption(pair.by, wave),
		heads: [
			{ id: 'sector', label: shared.sector },
			{ id: pair.dimension, label: capitalised(pair.by) }
		],
		value: words.share
	});
}
