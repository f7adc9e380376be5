import { reading as words } from '#lib/vocabulary/messages/reading.ts';
import { limits } from '#lib/ingest/reading/limits.ts';
import type { ColumnsPart, PartOptions, PiecePart } from '#lib/ingest/reading/part.ts';
import type { RawColumn } from '#lib/ingest/reading/raw-table.ts';
import type { Examined } from '#lib/ingest/reading/reading.ts';
import { tableParts, type Batch, type TableEnd } from '#lib/ingest/reading/table-parts.ts';
import type { OpenText } from '#lib/ingest/reading/text/text-parts.ts';
import { unreadable } from '#lib/ingest/reading/unreadable.ts';
import { SavError } from './sav-bytes.ts';
import { CaseCutter, CaseUnpacker } from './sav-cases.ts';
import { savColumns } from './sav-columns.ts';
import { caseBytes } from './sav-data.ts';
import { readDictionary, type SavRaw } from './sav-dictionary.ts';
import { RowMaker } from './sav-rows.ts';
import { readVariables, type SavTable } from './sav-variables.ts';

/** A dictionary is seldom longer; where it is, all of the file is looked at. */
const dictionaryBytes = 16_000_000;

/** Says how an SPSS file is to be read: nothing of it is guessed. @throws ProblemError when it is damaged */
export async function examineSpss(content: Blob, file: string, gzip: boolean): Promise<Examined> {
	await openSpss(content, file);
	return {
		guesses: {
			format: { value: 'sav', reason: words.format.sav, confidence: 1 },
			...(gzip ? { gzip: { value: true, reason: words.format.gzip, confidence: 1 } } : {}),
			headerRow: { value: 0, reason: words.header.spss, confidence: 1 }
		},
		reading: {
			...{ format: 'sav', gzip, encoding: 'utf-8', bom: false },
			...{ delimiter: '', quote: '', comment: '', headerRow: 0, headerRows: 0 },
			...{ decimal: '.', thousands: '' }
		}
	};
}

/** Reads an SPSS file; rows count its cases. @throws ProblemError */
export async function* spssParts(
	{ content, file, reading }: OpenText,
	{ signal, limit }: PartOptions
): AsyncGenerator<ColumnsPart | PiecePart, TableEnd & { readonly columns: readonly RawColumn[] }> {
	const { raw, table } = await openSpss(content, file);
	const { variables } = table;
	const columns = savColumns(variables);
	if (columns.length > limits.columns) {
		throw unreadable(file, words.tooManyColumns(1, columns.length, limits.columns));
	}
	yield { kind: 'columns', columns };
	const frame = { file, reading, columns, first: 1, headerFrom: 1, limit, signal };
	try {
		const end = yield* tableParts(batchesOf(content, { raw, table, signal }), frame);
		// Which codes of a range are missing is known once all cases have been seen.
		return { ...end, columns: savColumns(variables) };
	} catch (error) {
		throw asProblem(error, file);
	}
}

interface Open {
	readonly raw: SavRaw;
	readonly table: SavTable;
}

async function openSpss(content: Blob, file: string): Promise<Open> {
	try {
		const raw = await dictionaryOf(content);
		const table = readVariables(raw);
		if (table.variables.length === 0) throw new SavError('it has no variables');
		return { raw, table };
	} catch (error) {
		throw asProblem(error, file);
	}
}

async function dictionaryOf(content: Blob): Promise<SavRaw> {
	const start = new Uint8Array(await content.slice(0, dictionaryBytes).arrayBuffer());
	try {
		return readDictionary(start);
	} catch (error) {
		if (content.size <= dictionaryBytes || !(error instanceof SavError)) throw error;
		return readDictionary(new Uint8Array(await content.arrayBuffer()));
	}
}

async function* batchesOf(
	content: Blob,
	{ raw, table, signal }: Open & { readonly signal: AbortSignal | undefined }
): AsyncGenerator<Batch> {
	const { systemMissing } = raw.extensions;
	const packing = { ...raw, systemMissing, elements: table.elements };
	const cutter = raw.compression === 'none' ? new CaseCutter(packing) : new CaseUnpacker(packing);
	const maker = new RowMaker(table, packing);
	let cases = 0;
	for await (const { bytes, share } of caseBytes(content, raw, signal)) {
		const rows = cutter.take(bytes).map((one) => maker.row(one));
		cases += rows.length;
		yield { rows, share };
		if (cutter.hasEnded) break;
	}
	cutter.end();
	if (cases < raw.cases) throw new SavError(`it has ${cases} cases and should have ${raw.cases}`);
}

function asProblem(error: unknown, file: string): unknown {
	const isDamage = error instanceof SavError || error instanceof TypeError;
	return isDamage ? unreadable(file, words.badSpss(error.message), error) : error;
}
