import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashFile } from '#lib/ingest/reading/sha256.ts';
import { openDiskBlob } from './disk-blob.ts';

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'disk-blob-'))));
afterAll(() => rm(folder, { recursive: true }));

async function onDisk(bytes: Uint8Array): Promise<Blob> {
	const path = join(folder, crypto.randomUUID());
	await writeFile(path, bytes);
	return openDiskBlob(path);
}

async function streamed(blob: Blob): Promise<Uint8Array> {
	return new Uint8Array(await new Response(blob.stream()).arrayBuffer());
}

test('it gives what a Blob of the same bytes gives, sliced and sliced again', async () => {
	const place = fc.option(fc.integer({ min: -50, max: 50 }), { nil: undefined });
	const bytes = fc.uint8Array({ maxLength: 40 });
	await fc.assert(
		fc.asyncProperty(bytes, place, place, place, async (content, from, to, again) => {
			const plain = new Blob([new Uint8Array(content)]).slice(from, to).slice(again);
			const disk = (await onDisk(content)).slice(from, to).slice(again);
			expect(disk.size).toBe(plain.size);
			expect(await disk.arrayBuffer()).toEqual(await plain.arrayBuffer());
			expect(await streamed(disk)).toEqual(await streamed(plain));
			expect(await disk.text()).toBe(await new Response(plain).text());
		}),
		{ numRuns: 200 }
	);
});

test('its hash is that of its bytes', async () => {
	const bytes = Uint8Array.from({ length: 2_500_001 }, (_, i) => i % 241);
	const expected = await hashFile(new Blob([bytes]).slice(3));
	expect(await hashFile((await onDisk(bytes)).slice(3))).toBe(expected);
	expect(await hashFile(await onDisk(new Uint8Array()))).toMatch(/^e3b0c442/);
});

test('a stream of more than one chunk is whole', async () => {
	const bytes = Uint8Array.from({ length: 2_500_001 }, (_, i) => i % 251);
	const found = await streamed((await onDisk(bytes)).slice(1));
	expect(Buffer.compare(found, bytes.subarray(1))).toBe(0);
});

test('a file that was changed or cut meanwhile is not read', async () => {
	const path = join(folder, 'changing');
	await writeFile(path, 'a,b\n1,2\n');
	const blob = await openDiskBlob(path);
	await writeFile(path, 'a\n');
	await expect(blob.arrayBuffer()).rejects.toThrow('changed');
});
