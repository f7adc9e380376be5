import { limits } from '#lib/ingest/reading/limits.ts';
import type { GridRow } from '#lib/ingest/reading/layout/grid.ts';
import type { Dialect } from './cells.ts';
import { headRows } from './head.ts';

const places = 12;
const placeBytes = 32_000;

/** Rows from all over a long text, for a look at their values. Where they stand is not known: their `row` is 0. */
export async function middleRows(
	text: Blob,
	dialect: Dialect & { readonly comment: string }
): Promise<GridRow[]> {
	if (text.size <= limits.headBytes) return [];
	const step = (text.size - limits.headBytes) / places;
	const samples = Array.from({ length: places }, async (_, i) => {
		const from = Math.floor(limits.headBytes + i * step);
		const bytes = new Uint8Array(await text.slice(from, from + placeBytes).arrayBuffer());
		// The first row is cut, and may be cut within quotes: most samples are not, and few values tell.
		const line = bytes.indexOf(10) + 1;
		const head = { bytes: bytes.slice(line), isAll: false };
		return headRows(head, dialect, 300).map(({ cells }) => ({ row: 0, cells }));
	});
	return (await Promise.all(samples)).flat();
}
