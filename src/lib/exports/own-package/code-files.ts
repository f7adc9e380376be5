import { csvField } from '#lib/vocabulary/spreadsheet-cell.ts';
import type { CountedCode } from './column-codes.ts';
import { plainName } from './plain-name.ts';
import type { DescribedColumn, DescribedTable } from './described-table.ts';

/** A code list that columns of the package share: its file, and the codes of all of them. */
export interface CodeFile {
	/** Of the resource, and of its file without folder and ending. */
	readonly name: string;
	readonly path: string;
	readonly type: 'string' | 'integer';
	readonly codes: readonly Pick<CountedCode, 'code' | 'label' | 'isOwn'>[];
}

/** Beyond so many codes a script names those that the table holds. */
const mostLabels = 80;

/** Codes that a script gives labels: none where a cell may hold several, labels told apart. */
export function shownCodes({ codes }: DescribedColumn): readonly CountedCode[] {
	if (!codes || codes.several) return [];
	const shown =
		codes.codes.length > mostLabels ? codes.codes.filter(({ rows }) => rows > 0) : codes.codes;
	const times = new Map<string, number>();
	for (const { label } of shown) times.set(label, (times.get(label) ?? 0) + 1);
	return shown.map((one) =>
		times.get(one.label) === 1 ? one : { ...one, label: `${one.label} (${one.code})` }
	);
}

/** The list of a column; undefined where it has none that cells could be checked against. */
export function codeFileOf(
	column: DescribedColumn,
	files: readonly CodeFile[]
): CodeFile | undefined {
	const { codes, type } = column;
	if (!codes || codes.several || (type !== 'string' && type !== 'integer')) return undefined;
	return files.find(({ name, type: own }) => name === fileNameOf(codes.list) && own === type);
}

/** The code lists of a table, each once, with the codes that the file brings at their end. */
export function codeFiles({ columns }: DescribedTable): CodeFile[] {
	const files = new Map<string, CodeFile>();
	for (const { codes, type } of columns) {
		if (!codes || codes.several || (type !== 'string' && type !== 'integer')) continue;
		const name = fileNameOf(codes.list);
		const before = files.get(name);
		if (before && before.type !== type) continue;
		const known = new Set(before?.codes.map(({ code }) => code));
		const added = codes.codes.filter(({ code }) => !known.has(code));
		const path = `code-lists/${name}.csv`;
		files.set(name, { name, path, type, codes: [...(before?.codes ?? []), ...added] });
	}
	return [...files.values()];
}

/** A list as CSV: code, label, and whether it is of the file alone. */
export function codeFileText({ codes }: CodeFile): string {
	const lines = codes.map(({ code, label, isOwn }) =>
		[csvField(code), csvField(label), String(isOwn)].join(',')
	);
	return `${['code,label,of_file', ...lines].join('\n')}\n`;
}

function fileNameOf(list: string): string {
	return `codes-${plainName(list) || 'list'}`;
}
