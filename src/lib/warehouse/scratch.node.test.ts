import { readFile, rm, stat } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { writeScratch } from './scratch.node.ts';

const text = 'a,b\n1,é\n';

test.each([
	['bytes', new TextEncoder().encode(text), text.length + 1],
	['a Blob', new Blob([text]), text.length + 1],
	['a large Blob', new Blob([text, new Uint8Array(25_000_000)]), text.length + 25_000_001],
	['one larger still', new Blob([text, new Uint8Array(65_000_000)]), text.length + 65_000_001]
])('%s are written whole, for nobody else to read', async (_, content, size) => {
	const path = await writeScratch(content);
	try {
		const found = await stat(path);
		expect(found.size).toBe(size);
		expect(found.mode & 0o777).toBe(0o600);
		expect((await readFile(path)).subarray(0, 9).toString()).toBe(text);
	} finally {
		await rm(path);
	}
});
