import { afterEach, describe, expect, test } from 'vitest';
import { DeviceStorageError, type DeviceFolder } from '#lib/state/own-surveys/device-folder.ts';
import { openIndexedFolder } from '#lib/state/own-surveys/indexed-folder.browser.ts';
import { hasOpfs, openOpfsFolder } from '#lib/state/own-surveys/opfs-folder.browser.ts';

const name = 'own-surveys-test';

/** Both ways in which a device keeps files. */
const kinds = { opfs: openOpfsFolder, indexed: openIndexedFolder };

afterEach(async () => {
	for (const open of Object.values(kinds)) {
		const folder = await open(name);
		for (const file of await folder.names()) await folder.remove(file);
	}
});

const textOf = async (folder: DeviceFolder, file: string): Promise<string | undefined> =>
	(await folder.read(file))?.text();

test('this browser has a private file system', () => {
	expect(hasOpfs()).toBe(true);
});

describe.each(Object.entries(kinds))('%s', (_, open) => {
	test('gives back what was written, byte for byte, after it is opened anew', async () => {
		const bytes = Uint8Array.from({ length: 300_000 }, (_, i) => (i * 31) % 256);
		await (await open(name)).write('a.source', new Blob([bytes]));
		const read = await (await open(name)).read('a.source');
		expect(new Uint8Array((await read?.arrayBuffer()) ?? new ArrayBuffer())).toEqual(bytes);
	});

	test('replaces a file, lists names, and forgets what is removed', async () => {
		const folder = await open(name);
		await folder.write('index.json', new Blob(['first']));
		await folder.write('index.json', new Blob(['second']));
		await folder.write('b', new Blob(['b']));
		expect(await textOf(folder, 'index.json')).toBe('second');
		expect((await folder.names()).sort()).toEqual(['b', 'index.json']);
		await folder.remove('b');
		await folder.remove('b');
		expect(await folder.read('b')).toBeUndefined();
		expect(await folder.names()).toEqual(['index.json']);
	});

	test('a write that fails leaves what was there', async () => {
		const folder = await open(name);
		await folder.write('index.json', new Blob(['first']));
		const broken = new Blob(['x']);
		const fail = (): never => {
			throw new DOMException('no room', 'QuotaExceededError');
		};
		Object.assign(broken, {
			arrayBuffer: async () => fail(),
			stream: () =>
				new ReadableStream({
					start: (stream) => stream.error(new DOMException('no room', 'QuotaExceededError'))
				})
		});
		await expect(folder.write('index.json', broken)).rejects.toThrow();
		expect(await textOf(folder, 'index.json')).toBe('first');
	});
});

test('a full device is told from a failing one', async () => {
	const folder = await openOpfsFolder(name);
	const full = new Blob(['x']);
	Object.assign(full, {
		stream: () =>
			new ReadableStream({
				start: (stream) => stream.error(new DOMException('', 'QuotaExceededError'))
			})
	});
	const failed = await folder.write('a', full).catch((error: unknown) => error);
	expect(failed).toBeInstanceOf(DeviceStorageError);
	expect((failed as DeviceStorageError).failure).toBe('full');
});
