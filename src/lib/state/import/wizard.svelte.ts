import type { Checked } from '#lib/ingest/checking/check-file.ts';
import type { Ask, Kind, RowUnit } from '#lib/ingest/matching/types.ts';
import type { Reading } from '#lib/ingest/reading/reading.ts';
import { answerSteps, openAsks, type Answers } from '#lib/ingest/recipe/answers.ts';
import type { Recipe, SurveyInfo } from '#lib/ingest/recipe/recipe.ts';
import { answerContext } from './answer-context.ts';
import type { ContractColumn, ImportBench, OpenImportBench, Opened, WorkOptions } from './bench.ts';
import { columnChoices, undecided, type ColumnChoice } from './column-choices.ts';
import { ownSteps, stillStands } from './own-steps.ts';
import type { Stage } from './stages.ts';
import { StepLog } from './step-log.svelte.ts';
import { stillOpen } from './still-open.ts';
import { Task } from './task.svelte.ts';

/** The file that is open, and the database it lies in. */
interface Current extends Opened {
	readonly file: File;
	readonly bench: ImportBench;
}

/** A survey file on its way into the site: what was read, what it means, what a person decided. */
export class ImportWizard {
	readonly #openBench: OpenImportBench;
	readonly task = new Task();
	readonly log = new StepLog(() => (this.#found = undefined));
	#stage = $state<Stage>('file');
	#current = $state.raw<Current>();
	#found = $state.raw<Awaited<ReturnType<ImportBench['check']>>>();
	#kept = $state<string>();
	#answers = $state.raw<Answers>({});
	/** A recipe to be replayed on the next file. */
	recipe = $state.raw<Recipe>();
	survey = $state.raw<SurveyInfo>({ title: '', wave: '', synthetic: false, universe: '' });
	/** What the file does not tell and nobody has said yet. */
	readonly asks: readonly Ask[] = $derived.by(() => {
		const { asks = [], opened } = this.#current ?? {};
		return opened
			? openAsks(asks, this.#answers).filter((ask) =>
					stillOpen(ask, this.log.settled, opened.matching)
				)
			: [];
	});
	readonly choices: readonly ColumnChoice[] = $derived(
		this.#current
			? columnChoices(
					this.#current.opened.raw.columns.map(({ name }) => name),
					{ ...this.#current.opened.matching, asks: this.asks },
					this.log.settled
				)
			: []
	);
	readonly undecided: readonly ColumnChoice[] = $derived(undecided(this.choices));
	/** The columns that the chosen kind of survey can have. */
	readonly contractColumns: readonly ContractColumn[] = $derived(
		this.#current?.bench.contractColumns(this.log.settled) ?? []
	);

	constructor(openBench: OpenImportBench) {
		this.#openBench = openBench;
	}

	get stage(): Stage {
		return this.#stage;
	}

	/** The file that is open; it stays open while another one is tried. */
	get current(): Current | undefined {
		return this.#current;
	}

	/** Of the steps as they stand; undefined while nothing was checked since the last of them. */
	get checked(): Checked | undefined {
		return this.#found?.checked;
	}

	/** Id of the survey once it is kept. */
	get kept(): string | undefined {
		return this.#kept;
	}

	/** The steps so far as a recipe, once checked with their counts; undefined while no file is open. */
	recipeNow(): Recipe | undefined {
		if (!this.#current) return undefined;
		return { ...(this.#found ?? this.#current).recipe, survey: this.survey, steps: this.log.steps };
	}

	/** Opens a file in a database of its own, looks at it, reads and matches it. Never rejects. */
	async open(file: File): Promise<void> {
		await this.task.run('engine', file.name, async (options) => {
			const bench = await this.#openBench(file, {
				signal: options.signal,
				onProgress: (bytes, ofBytes) => this.task.tell('engine', { bytes, ofBytes })
			});
			try {
				this.task.tell('read', { ofBytes: file.size });
				const { recipe } = this;
				const next = await bench.open(recipe ? { recipe } : {}, options);
				options.signal.throwIfAborted();
				void this.#current?.bench.close();
				this.#take({ ...next, file, bench });
				this.survey = next.recipe.survey;
				this.#kept = undefined;
				this.#stage = 'file';
				this.recipe = undefined;
			} catch (error) {
				await bench.close();
				throw error;
			}
		});
	}

	/** Reads the file in another way; what was decided about columns that are still there stays. */
	async read(reading: Reading): Promise<void> {
		await this.#with('read', async (current, _, options) => {
			const own = ownSteps(this.log.steps, current.recipe.steps);
			const next = await current.bench.open({ reading }, options);
			options.signal.throwIfAborted();
			this.#take({ ...current, ...next });
			const columns = next.opened.raw.columns.map(({ name }) => name);
			for (const step of own) if (stillStands(step, columns)) this.log.take(step);
		});
	}

	/** Another kind of survey: its columns are looked for anew. */
	chooseKind(kind: Kind): void {
		const current = this.#current;
		if (current) this.#take({ ...current, ...current.bench.matchAs(kind) });
	}

	chooseUnit(unit: RowUnit): void {
		this.log.take({ do: 'kind', kind: this.log.settled.kind, unit });
	}

	/** This column stands for that one of the contract; '' leaves it out. */
	assign(column: string, contract: string): void {
		if (contract === '') this.log.leaveOut(column);
		else if (this.#current) {
			const match = this.#current.bench.matchOne(contract, column, this.log.settled);
			this.log.assign(column, match);
		}
	}

	/** Answers what was asked; the steps that follow can be undone like any other. */
	answer(ask: Ask, value: string): void {
		const current = this.#current;
		if (!current) return;
		if (ask.about === 'kind') this.chooseKind(value as Kind);
		const given = answerContext(current, this.log.settled);
		for (const step of answerSteps([ask], { [ask.id]: value }, given)) this.log.take(step);
		this.#answers = { ...this.#answers, [ask.id]: value };
	}

	/** Rows stay although this rule speaks against them. */
	accept(rule: string): void {
		this.log.take({ do: 'accept', rule });
		void this.check();
	}

	/** Runs the steps and every check. Never rejects. */
	async check(): Promise<void> {
		await this.#with('check', async ({ bench }, recipe, options) => {
			this.#found = await bench.check(recipe, options);
		});
	}

	/** Keeps the survey on this device. Never rejects; `kept` says that it is. */
	async keep(): Promise<void> {
		await this.#with('keep', async ({ bench }, recipe, options) => {
			this.#kept = await bench.keep(recipe, options);
		});
	}

	go(stage: Stage): void {
		if (!this.#current) return;
		this.#stage = stage;
		if ((stage === 'checks' || stage === 'import') && !this.#found) void this.check();
	}

	close(): void {
		this.task.cancel();
		void this.#current?.bench.close();
	}

	#take(current: Current): void {
		this.#current = current;
		this.log.reset(current.recipe.steps);
		this.#answers = {};
	}

	async #with(
		doing: 'read' | 'check' | 'keep',
		work: (current: Current, recipe: Recipe, options: WorkOptions) => Promise<void>
	): Promise<void> {
		const current = this.#current;
		const recipe = this.recipeNow();
		if (!current || !recipe) return;
		await this.task.run(doing, current.file.name, (options) => work(current, recipe, options));
	}
}
