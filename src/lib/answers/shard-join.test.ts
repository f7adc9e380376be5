import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Catalogue } from '#lib/contracts/catalogue.ts';
import { tableDesigns } from '#lib/indicators/declared.ts';
import type { Question } from '#lib/vocabulary/question.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import { readCatalogue } from '#tests/support/catalogue.ts';
import { openOwnTables } from '#tests/support/own-survey.ts';
import { ask } from './ask.ts';
import { disagreements } from './agreement.ts';
import { breathing } from './breath.ts';
import { makeShard, type ShardRequest } from './make-shard.ts';
import { makeOwnBook, type OwnBook } from './own-book.ts';
import { openOwnBook } from './own-answer-book.ts';
import { inParts } from './own-parts.ts';
import { joinShards, sliceShard } from './shard-join.ts';
import type { Shard } from './shard.ts';

let warehouse: Warehouse;
let catalogue: Catalogue;
let book: OwnBook;

const request: ShardRequest = {
	...{ table: 'audit_skill', indicators: ['incidence', 'people-short'], where: {} },
	by: [
		{ id: 'sector', codes: ['MIN', 'TEX', 'AGR'] },
		{ id: 'sex', codes: ['F', 'M'] }
	]
};

beforeAll(async () => {
	catalogue = await readCatalogue();
	warehouse = await openOwnTables('audit');
	book = await makeOwnBook(warehouse, ['audit_skill'], { catalogue });
}, 60_000);

afterAll(() => warehouse.close());

/** A shard as plain arrays, numbered in the order of the rows, profiles spelled out. */
function plain(shard: Shard) {
	const number = (values: Uint32Array): number[] => {
		const seen = new Map<number, number>();
		return Array.from(values, (value) => {
			if (!seen.has(value)) seen.set(value, seen.size);
			return seen.get(value) ?? 0;
		});
	};
	const strata = Array.from(shard.stratum, (at) => shard.strata[at]);
	return {
		...{ strata, cluster: number(shard.cluster), weight: [...shard.weight] },
		unit: number(shard.unit ?? Uint32Array.from(shard.profile, (_, row) => row)),
		dimensions: Object.entries(shard.dimensions).map(([id, { codes, index }]) => [
			id,
			Array.from(index, (at) => codes[at])
		]),
		answers: Array.from(shard.profile, (at) =>
			Object.values(shard.measures).map(({ asked, used, y, x }) => [
				...[asked[at], used[at], y[at], x[at]]
			])
		)
	};
}

test('parts of whole clusters joined are the shard of the whole table', async () => {
	const whole = await makeShard(warehouse, request);
	const joined = await inParts(
		warehouse,
		tableDesigns.audit_skill ?? neverDesign(),
		async (parts) => {
			expect(parts.length).toBeGreaterThan(3);
			const made: Shard[] = [];
			for (const part of parts) made.push(await makeShard(warehouse, { ...request, part }));
			const [first, ...others] = made;
			if (!first) throw new Error('no parts');
			return joinShards([first, ...others], breathing());
		}
	);
	expect(plain(joined)).toEqual(plain(whole));
});

test('the table is as it was when its parts are done', async () => {
	const columns = await warehouse.query('SELECT * FROM audit_skill LIMIT 0');
	expect(columns.columns.map(({ name }) => name)).not.toContain('own_part');
});

test('a slice is the shard of its rows', async () => {
	const whole = await makeShard(warehouse, request);
	const mining = await makeShard(warehouse, { ...request, where: { sector: ['MIN'] } });
	expect(plain(sliceShard(whole, 'sector', 'MIN'))).toEqual(plain(mining));
});

describe('a Question about one sector is answered alike from its slice and from the whole', () => {
	test.each<Question>([
		{ source: 'audit', indicator: 'incidence', by: ['skill'], where: { sector: ['MIN'] } },
		{
			source: 'audit',
			indicator: 'shortfall',
			by: ['sex', 'residence'],
			where: { sector: ['TEX'] }
		},
		{ source: 'audit', indicator: 'people-short-any', by: ['sex'], where: { sector: ['AGR'] } }
	])('%o', async (question) => {
		const manifest = { edition: '1', engine: {} as never };
		const fetchBytes = async (file: string) => book.files.get(file) ?? new Uint8Array();
		const opened = (rows: number) =>
			openOwnBook(
				manifest,
				book.shards.map((shard) => ({ ...shard, rows })),
				fetchBytes
			);
		const small = await ask(question, { catalogue, book: opened(1) });
		const large = await ask(question, { catalogue, book: opened(1_000_000) });
		expect(disagreements(small, large)).toEqual([]);
		expect(small.estimates.some(({ value }) => value !== null)).toBe(true);
	});
});

function neverDesign(): never {
	throw new Error('The skills audit has a design');
}
