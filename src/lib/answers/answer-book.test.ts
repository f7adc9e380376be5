import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Question } from '#lib/vocabulary/question.ts';
import { tinyBook } from '#tests/support/tiny-book.ts';
import { tinyCatalogue } from '#tests/support/tiny-catalogue.ts';
import { baseOf, inflate, needsEngine, type ShardEntry } from './answer-book.ts';
import { isPlan, planQuestion, type Plan } from './plan.ts';
import { encodeShard } from './encode-shard.ts';
import type { Shard } from './shard.ts';

const entry: ShardEntry = {
	...{ path: 'a.cells', bytes: 500, source: 'audit', table: 'audit_skill', slice: 'A' },
	...{ where: { sector: ['A'] }, dimensions: ['skill', 'sex', 'residence'] },
	indicators: ['incidence', 'gap']
};
const all: ShardEntry = {
	...{ ...entry, path: 'all.cells', bytes: 2_000, slice: 'all', where: {} },
	...{ dimensions: ['sector', 'sex'], indicators: ['incidence'] }
};

function plan(asked: Partial<Question>): Plan {
	const question = { source: 'audit', indicator: 'incidence', by: [], where: {}, ...asked };
	const found = planQuestion(question, tinyCatalogue);
	if (!isPlan(found)) throw new Error(found.code);
	return found;
}

const inA = { sector: ['A'] };

describe('the shard that answers', () => {
	const book = tinyBook([all, entry]);
	const find = (asked: Partial<Question>) => book.find(plan(asked))?.path;

	test('is the smallest that holds all a Question needs, in whatever order they are listed', () => {
		expect(find({ where: inA })).toBe('a.cells');
		expect(tinyBook([entry, all]).find(plan({ where: inA }))?.path).toBe('a.cells');
		const huge = { ...entry, bytes: 9_000 };
		expect(tinyBook([huge, all]).find(plan({ where: inA }))?.path).toBe('all.cells');
	});

	test('is of the slice asked for, whole and alone', () => {
		expect(find({ where: { sector: ['B'] } })).toBe('all.cells');
		expect(find({ where: { sector: ['A', 'B'] } })).toBe('all.cells');
		expect(find({ where: { sector: ['B'] }, by: ['skill'] })).toBeUndefined();
		expect(find({ by: ['skill'] })).toBeUndefined();
	});

	test('a slice of several codes is asked for in any order', () => {
		const both = { ...entry, where: { sector: ['B', 'A'] } };
		expect(tinyBook([both]).find(plan({ where: { sector: ['A', 'B'] } }))).toBe(both);
	});

	test('holds every dimension that splits, restricts or is subtracted', () => {
		expect(find({ where: inA, by: ['skill', 'sex'] })).toBe('a.cells');
		expect(find({ where: { ...inA, age: ['55+'] } })).toBeUndefined();
		expect(find({ where: inA, by: ['age'] })).toBeUndefined();
		const difference = { dimension: 'age', minus: ['55+', '15-24'] as const };
		expect(find({ where: inA, difference })).toBeUndefined();
		expect(find({ by: ['sector'] })).toBe('all.cells');
		expect(find({ where: inA, by: ['sector'] })).toBe('all.cells');
	});

	test('holds a grouping when it holds what is grouped', () => {
		expect(find({ where: inA, by: ['residence_rural'] })).toBe('a.cells');
		expect(find({ where: inA, by: ['position'] })).toBeUndefined();
		expect([baseOf('position'), baseOf('sex')]).toEqual(['occupation', 'sex']);
	});

	test('holds the indicator, of the same table', () => {
		expect(find({ where: inA, indicator: 'gap' })).toBe('a.cells');
		expect(find({ indicator: 'gap' })).toBeUndefined();
		expect(find({ where: inA, indicator: 'attainment' })).toBeUndefined();
		expect(find({ where: inA, indicator: 'gap-density' })).toBeUndefined();
	});
});

describe('opening a shard', () => {
	const none = { asked: [], used: [], y: [], x: [] };
	const shard: Shard = {
		...{ table: 'audit_skill', indicators: ['incidence'], strata: [], dimensions: {} },
		...{ stratum: new Uint32Array(), cluster: new Uint32Array(), weight: new Float64Array() },
		profile: new Uint32Array(),
		measures: {
			incidence: Object.fromEntries(
				Object.keys(none).map((name) => [name, new Float64Array()])
			) as unknown as Shard['measures'][string]
		}
	};

	const packed = deflateRawSync(encodeShard(shard));

	test('fetches it once, however often it is asked for', async () => {
		const fetched: string[] = [];
		const book = tinyBook([entry], (path) => {
			fetched.push(path);
			return Promise.resolve(packed);
		});
		const [one, other] = await Promise.all([book.open(entry), book.open(entry)]);
		expect(one).toEqual(shard);
		expect(other).toBe(one);
		expect(fetched).toEqual(['a.cells']);
	});

	test('one that is here is asked before a smaller one is fetched', async () => {
		const small = { ...entry, path: 'small.cells', bytes: entry.bytes / 2 };
		const book = tinyBook([entry, small], () => Promise.resolve(packed));
		const asked = plan({ indicator: 'incidence', where: entry.where });
		expect(book.find(asked)?.path).toBe('small.cells');
		await book.open(entry);
		expect(book.find(asked)?.path).toBe(entry.path);
	});

	test('tries again after a download that failed', async () => {
		let attempts = 0;
		const book = tinyBook([entry], () => {
			attempts++;
			return attempts === 1 ? Promise.reject(new Error('offline')) : Promise.resolve(packed);
		});
		await expect(book.open(entry)).rejects.toThrow('offline');
		expect(await book.open(entry)).toEqual(shard);
		expect(attempts).toBe(2);
	});

	test('bytes come out of deflate as they went in', async () => {
		const bytes = Uint8Array.from({ length: 5_000 }, (_, i) => (i * i) % 256);
		expect(await inflate(deflateRawSync(bytes))).toEqual(bytes);
		await expect(inflate(bytes)).rejects.toThrow();
	});
});

test('a Question beyond the tables names its indicator', () => {
	expect(needsEngine(plan({ indicator: 'gap' }))).toEqual({
		code: 'needs-engine',
		details: { indicator: 'Gap' }
	});
});
