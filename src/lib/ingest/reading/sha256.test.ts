import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { partsOf } from './parts.ts';
import type { Reading } from './reading.ts';
import { hashFile, hashOnTheWay } from './sha256.ts';

const size = 17_000_000;
const bytes = Uint8Array.from({ length: size }, (_, i) => (i % 40 === 39 ? 10 : 97 + (i % 23)));
const expected = createHash('sha256').update(bytes).digest('hex');

describe('a file too large to be held', () => {
	test('is hashed a part at a time', async () => {
		expect(await hashFile(new Blob([bytes]))).toBe(expected);
	});

	test('is hashed on the way, wherever its stretches begin and end, and though they overlap', async () => {
		const cuts = fc.array(fc.tuple(fc.integer({ min: 1, max: 9e6 }), fc.integer({ max: 5e6 })));
		await fc.assert(
			fc.asyncProperty(cuts, async (steps) => {
				const hash = hashOnTheWay(new Blob([bytes]), true, undefined);
				let end = 0;
				for (const [step, back] of [...steps, [size, 0] as const]) {
					const from = Math.max(0, end - Math.max(0, back));
					end = Math.min(size, end + step);
					hash.take?.(bytes.subarray(from, end), from);
				}
				expect(await hash.result()).toBe(expected);
			}),
			{ numRuns: 12 }
		);
	}, 120_000);

	const reading: Reading = {
		...{ format: 'text', gzip: false, encoding: 'utf-8', bom: false, delimiter: ',', quote: '"' },
		...{ comment: '', headerRow: 1, headerRows: 1, decimal: '.', thousands: '' }
	};

	test.each([
		['passes as it is', 'utf-8', 97],
		['has bytes that are no UTF-8', 'utf-8', 0xff],
		['is converted', 'windows-1252', 0xe9]
	] as const)('has the hash of its bytes where it %s', async (_, encoding, odd) => {
		const content = bytes.with(size - 100, odd);
		let found = '';
		const file = { blob: new Blob([content]), name: 'long.csv', reading: { ...reading, encoding } };
		for await (const part of partsOf(file, { reader: 'duckdb' })) {
			if (part.kind === 'end') found = part.sha256;
		}
		expect(found).toBe(createHash('sha256').update(content).digest('hex'));
	});
});
