import type { ImportProblem } from '#lib/ingest/checking/check.ts';
import type { ImportResult } from '#lib/ingest/import.ts';
import { settle, type Settled } from '#lib/ingest/recipe/settle.ts';

/** A contract column in the report: one heading of the file, or several where it is read from several. */
interface ReportedMatch {
	readonly column: string | readonly string[];
	readonly confidence: number;
	readonly values: Readonly<Record<string, string | null>>;
}

/** What the command prints. */
export function reportOf(result: ImportResult): object {
	const { reading, raw, matching, checked, recipe, drift } = result;
	const settled = settle(recipe.steps);
	const { format, encoding, delimiter, headerRow, decimal, thousands, bom, gzip, sheet } = reading;
	return {
		file: {
			...{ name: result.name, format, encoding, delimiter },
			...(sheet === undefined ? {} : { sheet }),
			...{ headerRow, rows: raw.rows + raw.rejectedRows, columns: raw.columns.length },
			...{ decimal, thousands, bom, gzip, sha256: raw.sha256, notes: raw.notes }
		},
		kind: {
			guess: matching.kind.guess,
			confidence: matching.kind.confidence,
			...{ unit: matching.kind.unit, reason: matching.kind.reason }
		},
		mapping: Object.fromEntries(mappingOf(result, settled)),
		asks: result.asks,
		design: { ...settled.design, reason: matching.design.reason },
		survey: recipe.survey,
		leftOut: [...settled.leftOut.keys()],
		problems: checked.problems,
		accepted: checked.accepted,
		rejected: checked.rejected,
		table: { name: checked.table.name, rows: checked.table.rows },
		...(drift ? { drift } : {})
	};
}

/** Whether the data speak against themselves somewhere: an error, or a warning about rows. */
export function hasProblems(problems: readonly ImportProblem[], rejected: number): boolean {
	const isSaid = ({ severity, row }: ImportProblem): boolean =>
		severity === 'error' || (severity === 'warning' && row !== undefined);
	return rejected > 0 || problems.some(isSaid);
}

function mappingOf({ raw, matching }: ImportResult, settled: Settled): [string, ReportedMatch][] {
	const headings = new Map(raw.columns.map(({ name, heading }) => [name, heading || name]));
	const shown = (columns: readonly string[]): string | readonly string[] => {
		const named = columns.map((column) => headings.get(column) ?? column);
		return named.length === 1 ? named.join() : named;
	};
	const matches = [...settled.matches.values()].map(({ contract, columns }) => {
		const found = matching.matches.find((match) => match.contract === contract);
		const isFound = found !== undefined && found.columns.join('\n') === columns.join('\n');
		const values = Object.fromEntries(settled.values.get(contract) ?? []);
		// What a person or a recipe has said is sure.
		const confidence = isFound ? found.confidence : 1;
		return [contract, { column: shown(columns), confidence, values }] as [string, ReportedMatch];
	});
	return [...matches, ...wideMapping(settled, shown)];
}

/** Skills that have a column each: the columns of each measure, and which skill each of them is about. */
function wideMapping(
	{ lengthen }: Settled,
	shown: (columns: readonly string[]) => string | readonly string[]
): [string, ReportedMatch][] {
	const measures = [...new Set(lengthen.map(({ holds }) => holds))];
	return measures.map((measure) => {
		const columns = lengthen.filter(({ holds }) => holds === measure);
		const skills = columns.map(({ column, skill }) => [column, skill] as const);
		const column = shown(columns.map((one) => one.column));
		return [measure, { column, confidence: 0.9, values: Object.fromEntries(skills) }];
	});
}
