import { expect, test } from 'vitest';
import { cellsVersion, type OwnBook } from '#lib/answers/own-book.ts';
import type { OwnSurvey } from '#lib/contracts/own-survey.ts';
import { DeviceStorageError, type DeviceFolder } from './device-folder.ts';
import type { Recipe } from '#lib/ingest/recipe/recipe.ts';
import { Shelf, type NewSurvey } from './shelf.ts';

/** A folder in memory, in which a write can be made to fail. */
class MemoryFolder implements DeviceFolder {
	readonly files = new Map<string, Blob>();
	failAt: ((name: string) => boolean) | undefined;

	async write(name: string, content: Blob): Promise<void> {
		if (this.failAt?.(name)) throw new DeviceStorageError('full');
		this.files.set(name, content);
	}

	async read(name: string): Promise<Blob | undefined> {
		return this.files.get(name);
	}

	async remove(name: string): Promise<void> {
		this.files.delete(name);
	}

	async names(): Promise<string[]> {
		return [...this.files.keys()];
	}
}

function openShelf() {
	const folder = new MemoryFolder();
	const told: string[][] = [];
	const shelf = new Shelf({
		folder,
		withLock: (work) => work(),
		onChange: (kept) => told.push(kept.map(({ id }) => id))
	});
	return { folder, shelf, told };
}

async function newSurvey(id: string, text = 'a,b\n1,2\n'): Promise<NewSurvey> {
	const own: OwnSurvey = {
		...{ id, kind: 'tracer', title: 'Ours', wave: '2025', universe: '', synthetic: false },
		file: { name: 'ours.csv', sha256: '00', rows: 1, bytes: text.length },
		...{ keptOn: '2025-01-01T00:00:00Z', comparableWith: [] },
		facts: { tables: { tracer: 1 }, codes: {}, years: [], cohorts: [], weighted: false }
	};
	const recipe: Recipe = {
		format: 'recipe-1',
		file: { name: 'ours.csv', sha256: '00', rows: 1, columns: ['a', 'b'] },
		survey: { title: 'Ours', wave: '2025', synthetic: false, universe: '' },
		steps: []
	};
	const shard = {
		...{
			path: 'tracer',
			files: ['tracer-0'],
			rows: 1,
			bytes: 3,
			source: 'tracer',
			table: 'tracer',
			slice: 'all'
		},
		...{ where: {}, dimensions: [], indicators: [] }
	};
	const book: OwnBook = {
		version: await cellsVersion(),
		shards: [shard],
		files: new Map([['tracer-0', Uint8Array.of(1, 2, 3)]])
	};
	return { own, recipe, book, source: new Blob([text]) };
}

test('what was kept comes back: file byte for byte, recipe and cells', async () => {
	const { shelf, told } = openShelf();
	await shelf.keep(await newSurvey('tracer-00000001', 'Aa\r\n1\r\n'));
	const [kept] = await shelf.list();
	if (!kept) throw new Error('nothing is kept');
	const found = await shelf.source(kept);
	expect(await found?.source.text()).toBe('Aa\r\n1\r\n');
	expect(found?.recipe.survey.title).toBe('Ours');
	expect(await shelf.bytes(kept.cells.shards[0]?.files[0] ?? '')).toEqual(Uint8Array.of(1, 2, 3));
	expect(await shelf.hasCells(kept)).toBe(true);
	expect(told).toEqual([['tracer-00000001']]);
});

test('a write that fails anywhere leaves what was there before, and nothing beside it', async () => {
	const { shelf, folder, told } = openShelf();
	await shelf.keep(await newSurvey('tracer-00000001'));
	const before = [...folder.files.keys()].sort();
	for (const ending of ['.source', '.recipe.json', '.cells', 'index.json']) {
		folder.failAt = (name) => name.endsWith(ending);
		await expect(shelf.keep(await newSurvey('tracer-00000002'))).rejects.toThrow('full');
		folder.failAt = undefined;
		expect(
			(await shelf.list()).map(({ id }) => id),
			ending
		).toEqual(['tracer-00000001']);
		await shelf.sweep();
		expect([...folder.files.keys()].sort(), ending).toEqual(before);
	}
	expect(told).toEqual([['tracer-00000001']]);
});

test('files that a killed tab left behind are swept by the next write', async () => {
	const { shelf, folder } = openShelf();
	await folder.write('dead.source', new Blob(['half of a fi']));
	await shelf.keep(await newSurvey('tracer-00000001'));
	expect(folder.files.has('dead.source')).toBe(false);
	expect(folder.files.size).toBe(4);
});

test('a deleted survey leaves nothing, and the others stay', async () => {
	const { shelf, folder, told } = openShelf();
	await shelf.keep(await newSurvey('tracer-00000001'));
	const before = [...folder.files.keys()].sort();
	await shelf.keep(await newSurvey('tracer-00000002'));
	await shelf.remove('tracer-00000002');
	expect([...folder.files.keys()].sort()).toEqual(before);
	expect(told.at(-1)).toEqual(['tracer-00000001']);
});

test('the same survey kept again takes the place of the first', async () => {
	const { shelf, folder } = openShelf();
	await shelf.keep(await newSurvey('tracer-00000001'));
	await shelf.keep(await newSurvey('tracer-00000001'));
	expect(await shelf.list()).toHaveLength(1);
	expect(folder.files.size).toBe(4);
});

test('cells that are lost or of another version are known to be, and can be replaced', async () => {
	const { shelf, folder } = openShelf();
	const survey = await newSurvey('tracer-00000001');
	const old = await shelf.keep({ ...survey, book: { ...survey.book, version: 'older' } });
	expect(await shelf.hasCells(old)).toBe(false);
	const renewed = await shelf.replaceCells('tracer-00000001', survey.book);
	if (!renewed) throw new Error('the survey is gone');
	expect(await shelf.hasCells(renewed)).toBe(true);
	folder.files.delete(renewed.cells.shards[0]?.files[0] ?? '');
	expect(await shelf.hasCells(renewed)).toBe(false);
	expect(await shelf.replaceCells('tracer-00000009', survey.book)).toBeUndefined();
});
