import { reading as words } from '#lib/vocabulary/messages/reading.ts';
import type { RawColumn } from '#lib/ingest/reading/raw-table.ts';

const longestName = 200;

/**
 * The heading of each column from the rows of a header: heads of groups are held to reach to the next one, and the
 * rows are joined: "Skills / Welding".
 */
export function joinHeadings(rows: readonly (readonly string[])[], width: number): string[] {
	const spread = rows.map((row, level) =>
		level < rows.length - 1 ? spreadHeads(rows, level, width) : row
	);
	return Array.from({ length: width }, (_, column) => {
		const parts = spread.map((row) => row[column] ?? '').filter((part) => part !== '');
		return parts.filter((part, i) => part !== parts[i - 1]).join(' / ');
	});
}

/** A head stands for the blank columns to its right that have a name below, up to the next head of its row or one above. */
function spreadHeads(rows: readonly (readonly string[])[], level: number, width: number): string[] {
	const below = rows.slice(level + 1);
	let head = '';
	return Array.from({ length: width }, (_, column) => {
		const own = rows[level]?.[column] ?? '';
		const isNewGroup = rows.slice(0, level).some((row) => row[column]);
		if (own !== '' || isNewGroup) head = own;
		return below.some((row) => row[column]) ? head : own;
	});
}

/** Columns with a name each: never blank, and none the same as another, also not in another case. */
export function nameColumns(
	headings: readonly string[],
	labels: readonly string[] = []
): RawColumn[] {
	const taken = new Set<string>();
	return headings.map((heading, i) => {
		const base = readable(heading) || words.column(i + 1);
		let name = base;
		for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${base} (${n})`;
		taken.add(name.toLowerCase());
		const label = labels[i];
		return { id: `c${i}`, heading, name, ...(label ? { label } : {}) };
	});
}

/** One line of text without characters that cannot be seen or that turn the direction of writing. */
function readable(heading: string): string {
	return heading
		.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
		.replace(/\p{Cf}/gu, '')
		.trim()
		.slice(0, longestName)
		.trim();
}
