import { cellsVersion, type OwnBook, type OwnShard } from '#lib/answers/own-book.ts';
import type { OwnSurvey } from '#lib/contracts/own-survey.ts';
import type { DeviceFolder } from './device-folder.ts';
import type { Recipe } from '#lib/ingest/recipe/recipe.ts';

/** An own survey with the names of its files in the folder. */
export interface KeptSurvey extends OwnSurvey {
	readonly stored: { readonly source: string; readonly recipe: string };
	/** Its answer book; the files of a shard stand under these names in the folder. */
	readonly cells: { readonly version: string; readonly shards: readonly OwnShard[] };
}

/** What is put on the shelf. */
export interface NewSurvey {
	readonly own: OwnSurvey;
	readonly source: Blob;
	readonly recipe: Recipe;
	readonly book: OwnBook;
}

/** Runs work while no other tab does work under the same lock. */
export type WithLock = <Value>(work: () => Promise<Value>) => Promise<Value>;

interface ShelfOptions {
	readonly folder: DeviceFolder;
	readonly withLock: WithLock;
	/** Told after every change what is kept now. */
	readonly onChange?: (kept: readonly KeptSurvey[]) => void;
}

interface Index {
	readonly format: 'own-surveys-1';
	readonly surveys: readonly KeptSurvey[];
}

/** The name of the index: what it does not list is not kept. */
const indexName = 'index.json';

/**
 * The own surveys of this device. All files of a survey are written under names of their own first; then the
 * index is replaced in one step. A tab killed in between leaves what was there before, and files that nothing
 * names, which the next write sweeps away.
 */
export class Shelf {
	readonly #folder: DeviceFolder;
	readonly #withLock: WithLock;
	readonly #onChange: (kept: readonly KeptSurvey[]) => void;

	constructor({ folder, withLock, onChange = () => undefined }: ShelfOptions) {
		this.#folder = folder;
		this.#withLock = withLock;
		this.#onChange = onChange;
	}

	/** What is kept, the latest first. */
	async list(): Promise<readonly KeptSurvey[]> {
		return (await this.#index()).surveys;
	}

	/** Keeps a survey; one of the same id is replaced. @throws DeviceStorageError, nothing being changed */
	keep({ own, source, recipe, book }: NewSurvey): Promise<KeptSurvey> {
		return this.#change(async (before) => {
			const token = crypto.randomUUID();
			const stored = { source: `${token}.source`, recipe: `${token}.recipe.json` };
			await this.#folder.write(stored.source, source);
			await this.#folder.write(stored.recipe, new Blob([JSON.stringify(recipe)]));
			const kept: KeptSurvey = { ...own, stored, cells: await this.#writeCells(book, token) };
			return { kept, surveys: [kept, ...before.filter(({ id }) => id !== own.id)] };
		});
	}

	/** Puts a new answer book in place of a lost or older one. Undefined when the survey is gone. */
	replaceCells(id: string, book: OwnBook): Promise<KeptSurvey | undefined> {
		return this.#change(async (before) => {
			const found = before.find((survey) => survey.id === id);
			if (!found) return { kept: undefined, surveys: before };
			const kept = { ...found, cells: await this.#writeCells(book, crypto.randomUUID()) };
			return { kept, surveys: before.map((survey) => (survey.id === id ? kept : survey)) };
		});
	}

	/** Keeps what its owner declares comparable. */
	async declareComparable(id: string, comparableWith: readonly string[]): Promise<void> {
		await this.#change(async (before) => ({
			kept: undefined,
			surveys: before.map((survey) => (survey.id === id ? { ...survey, comparableWith } : survey))
		}));
	}

	/** Deletes a survey for good: file, recipe, cells and its place in the index. */
	async remove(id: string): Promise<void> {
		await this.#change(async (before) => ({
			kept: undefined,
			surveys: before.filter((survey) => survey.id !== id)
		}));
	}

	/** The file as it came, and its recipe; undefined when either is lost. */
	async source({
		stored,
		file
	}: KeptSurvey): Promise<{ readonly source: File; readonly recipe: Recipe } | undefined> {
		const source = await this.#folder.read(stored.source);
		const recipe = await this.#folder.read(stored.recipe);
		if (!source || !recipe) return undefined;
		return {
			source: new File([source], file.name),
			recipe: JSON.parse(await recipe.text()) as Recipe
		};
	}

	/** Whether its cells are there and of the version that this site reads. */
	async hasCells({ cells }: KeptSurvey): Promise<boolean> {
		if (cells.version !== (await cellsVersion())) return false;
		const names = new Set(await this.#folder.names());
		return cells.shards.every(({ files }) => files.every((file) => names.has(file)));
	}

	/** The bytes of a file of cells. @throws RangeError when they are lost */
	async bytes(name: string): Promise<Uint8Array> {
		const blob = await this.#folder.read(name);
		if (!blob) throw new RangeError(`No cells ${name} on this device`);
		return new Uint8Array(await blob.arrayBuffer());
	}

	/** Takes away what no index names: the rest of an import that was killed. */
	async sweep(): Promise<void> {
		await this.#withLock(async () => this.#sweep((await this.#index()).surveys));
	}

	async #index(): Promise<Index> {
		const blob = await this.#folder.read(indexName);
		if (!blob) return { format: 'own-surveys-1', surveys: [] };
		return JSON.parse(await blob.text()) as Index;
	}

	async #change<Kept>(
		work: (
			before: readonly KeptSurvey[]
		) => Promise<{ readonly kept: Kept; readonly surveys: readonly KeptSurvey[] }>
	): Promise<Kept> {
		return this.#withLock(async () => {
			const before = (await this.#index()).surveys;
			const { kept, surveys } = await work(before).catch(async (error: unknown) => {
				await this.#sweep(before);
				throw error;
			});
			const index: Index = { format: 'own-surveys-1', surveys };
			await this.#folder.write(indexName, new Blob([JSON.stringify(index)]));
			this.#onChange(surveys);
			await this.#sweep(surveys);
			return kept;
		});
	}

	async #writeCells(
		{ version, shards, files }: OwnBook,
		token: string
	): Promise<KeptSurvey['cells']> {
		const nameOf = (file: string): string => `${token}.${file}.cells`;
		const named = shards.map((shard) => ({ ...shard, files: shard.files.map(nameOf) }));
		for (const file of shards.flatMap((shard) => shard.files)) {
			const bytes = files.get(file);
			if (!bytes) throw new RangeError(`An answer book without ${file}`);
			await this.#folder.write(nameOf(file), new Blob([bytes]));
		}
		return { version, shards: named };
	}

	async #sweep(surveys: readonly KeptSurvey[]): Promise<void> {
		const named = new Set([
			indexName,
			...surveys.flatMap(({ stored, cells }) => [
				...[stored.source, stored.recipe],
				...cells.shards.flatMap(({ files }) => files)
			])
		]);
		for (const name of await this.#folder.names()) {
			if (!named.has(name)) await this.#folder.remove(name);
		}
	}
}
