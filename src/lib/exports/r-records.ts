import type { RecordsEntry } from '#lib/answers/answer-book.ts';
import type { TableDesign } from '#lib/indicators/declaration.ts';
import { rScriptWords as words } from '#lib/vocabulary/messages/r-script.ts';
import { rComment, rName, rText } from './r-text.ts';

/** How R reads the types of DuckDB; whatever is not a number stays text. */
const classes: Readonly<Record<string, string>> = { INTEGER: 'integer', DOUBLE: 'numeric' };

/** The function with which a script reads a table of records, from the site or from a folder. */
export function readerInR(address: string): string {
	return String.raw`from <- Sys.getenv("RECORDS", ${rText(`${address}/generated`)})
read_records <- function(path, types) {
	where <- paste(from, path, sep = "/")
	rows <- if (grepl("^https?://", where)) gzcon(url(where, "rb"), text = TRUE) else gzfile(where, "rt")
	on.exit(close(rows))
	read.csv(rows, colClasses = types, na.strings = "", encoding = "UTF-8", check.names = FALSE)
}`;
}

/** One table of the published records. */
export function recordsInR({ table, path, columns }: RecordsEntry): string {
	const types = columns.map(
		({ name, type }) => `${rName(name)} = "${classes[type] ?? 'character'}"`
	);
	const lines: string[] = [];
	for (let i = 0; i < types.length; i += 4) lines.push(`\t${types.slice(i, i + 4).join(', ')}`);
	return `${rName(table)} <- read_records(${rText(path)}, c(\n${lines.join(',\n')}\n))`;
}

/** The design of a table as `svydesign()` declares it, under the name TABLE_design; who a respondent is. */
export function designInR(design: TableDesign): string {
	const { table, strata, cluster, unit, weight, population, complete } = design;
	if (complete) return rComment(words.complete);
	const respondent = unit
		? `paste(${[...strata, ...cluster, unit].join(', ')}, sep = "\\r")`
		: `seq_len(nrow(${table}))`;
	return [
		rComment(words.sample),
		`${table}$respondent_id <- with(${table}, ${respondent})`,
		`${table}_design <- svydesign(`,
		`\tids = ${ids(cluster)},`,
		...(strata.length > 0 ? [`\tstrata = ${combined(strata)}, nest = TRUE,`] : []),
		...(population ? [`\tfpc = ~${rName(population)},`] : []),
		`\tweights = ${weight ? `~${rName(weight)}` : `rep(1, nrow(${table}))`}, data = ${table}`,
		')'
	].join('\n');
}

function ids(cluster: readonly string[]): string {
	return cluster.length === 0 ? '~1' : combined(cluster);
}

function combined(columns: readonly string[]): string {
	const names = columns.map(rName);
	return names.length === 1
		? `~${names[0] ?? '1'}`
		: `~ interaction(${names.join(', ')}, drop = TRUE)`;
}

/** Looks the codes of a grouping up, as `dimensionInR` writes it. */
export const regroupInR = `# Codes that stand in 'to' become what it says; all others stay.
regroup <- function(codes, to) ifelse(codes %in% names(to), unname(to[codes]), codes)`;
