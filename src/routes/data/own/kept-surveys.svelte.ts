import type { DeviceRoom } from '#lib/state/own-surveys/own-shelf.browser.ts';
import { hintName } from '#lib/state/own-surveys/hint.ts';
import type { KeptSurvey, Shelf } from '#lib/state/own-surveys/shelf.ts';
import { ownList as words } from '#lib/vocabulary/messages/own-list.ts';

/** What this device keeps, as the page shows it: read when the page opens and after every change, in any tab. */
export class KeptSurveys {
	#kept = $state.raw<readonly KeptSurvey[]>();
	#room = $state.raw<DeviceRoom>();
	#problem = $state<'forbidden' | 'failed'>();
	#said = $state('');

	/** Undefined until it was looked up. */
	get kept(): readonly KeptSurvey[] | undefined {
		return this.#kept;
	}

	get room(): DeviceRoom | undefined {
		return this.#room;
	}

	get problem(): 'forbidden' | 'failed' | undefined {
		return this.#problem;
	}

	/** What was just done, for those who hear the page. */
	get said(): string {
		return this.#said;
	}

	/** Reads now and whenever another tab changes something. @returns what ends it */
	follow(): () => void {
		void this.#read(true);
		const heard = ({ key }: StorageEvent): void => {
			if (key === hintName) void this.#read();
		};
		addEventListener('storage', heard);
		return () => removeEventListener('storage', heard);
	}

	async shelf(): Promise<Shelf> {
		const { ownShelf } = await import('#lib/state/own-surveys/own-shelf.browser.ts');
		return ownShelf();
	}

	async remove({ id, title }: KeptSurvey): Promise<void> {
		await this.#do(async (shelf) => shelf.remove(id));
		this.#said = words.removed(title);
	}

	async declareComparable({ id }: KeptSurvey, comparableWith: readonly string[]): Promise<void> {
		await this.#do(async (shelf) => shelf.declareComparable(id, comparableWith));
		this.#said = words.declared;
	}

	/** Asks the browser to keep it; its answer. */
	async persist(): Promise<boolean | null> {
		const { askToPersist } = await import('#lib/state/own-surveys/own-shelf.browser.ts');
		const answer = await askToPersist();
		await this.#read();
		return answer;
	}

	async #do(work: (shelf: Shelf) => Promise<void>): Promise<void> {
		try {
			await work(await this.shelf());
			await this.#read();
		} catch (error) {
			this.#fail(error);
		}
	}

	/** @param sweeps take away what a killed import left */
	async #read(sweeps = false): Promise<void> {
		try {
			const { deviceRoom } = await import('#lib/state/own-surveys/own-shelf.browser.ts');
			const shelf = await this.shelf();
			if (sweeps) await shelf.sweep();
			this.#kept = await shelf.list();
			this.#room = await deviceRoom();
			this.#problem = undefined;
		} catch (error) {
			this.#fail(error);
		}
	}

	#fail(error: unknown): void {
		console.error(error);
		const failure = error instanceof Error && 'failure' in error ? error.failure : '';
		this.#problem = failure === 'forbidden' ? 'forbidden' : 'failed';
	}
}
