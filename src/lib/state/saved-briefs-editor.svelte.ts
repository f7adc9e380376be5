import { briefItems, briefShape, type Brief, type BriefItem } from '#lib/decisions/brief-record.ts';
import { validateBrief } from '#lib/decisions/brief-rules.ts';
import { taught, type Teaching } from '#lib/decisions/brief-teaching.ts';
import type { BriefChange } from '#lib/decisions/brief-upgrade.ts';
import { vouch, type Voucher } from '#lib/decisions/brief-vouch.ts';
import { authoredItems, withSiteWords, withSkillNames } from '#lib/decisions/brief-words.ts';
import { hoursOf } from '#lib/decisions/credential-terms.ts';
import type { DecisionProblem } from '#lib/decisions/decision-problem.ts';
import { creditsOf } from '#lib/decisions/volume.ts';
import { dropText, keepText, keptText, readBrief, type Shelf } from './saved-briefs.ts';

/** Where the text on the page stands beside this device. */
export type Keeping = 'drafted' | 'kept' | 'not-kept' | 'deleted' | 'unreadable' | 'loaded';

interface EditorOptions {
	/** What the evidence says; an item goes back to it. */
	readonly draft: Brief;
	/** What it is kept under: its id, and the View where it is not drafted for everybody. */
	readonly name: string;
	/** Of the data on this site. */
	readonly edition: string;
	/** The notice of this site that its data are synthetic; empty where they are not. */
	readonly notice: string;
	/** The edition has no such course: the draft is what the device has kept of another. */
	readonly foreign?: boolean;
}

/** A brief that is edited in place: each change is kept on the device at once, and can be undone by item. */
export class BriefEditor {
	readonly draft: Brief;
	readonly #name: string;
	readonly #voucher: Voucher = { edition: '', notice: '' };
	#shelf: Shelf | undefined;
	#brief = $state.raw<Brief>() as Brief;
	#keeping = $state<Keeping>('drafted');
	#changes = $state.raw<readonly BriefChange[]>([]);
	/** What was deleted or replaced last. */
	#before = $state.raw<string>();
	/** What is in the way of handing the brief on. */
	readonly findings = $derived([
		...vouch(this.#brief, this.#voucher),
		...validateBrief(this.#brief)
	]);
	/** Items that are no longer as drafted. */
	readonly edited = $derived.by(() => authoredItems(this.#brief, this.draft));
	/**
	 * Items in the words of the author: of a course that this edition does not have nothing is known to be otherwise.
	 * The evidence is the survey's, and what an author adds to it is a field of its own.
	 */
	readonly authored = $derived<readonly BriefItem[]>(
		(this.#voucher.draft ? this.edited : briefItems).filter((item) => item !== 'evidence')
	);

	constructor({ draft, name, edition, notice, foreign = false }: EditorOptions) {
		// Fields in the order in which they are read, so that equal items are equal texts.
		this.draft = briefShape.read(draft, '', []);
		this.#brief = this.draft;
		this.#name = name;
		this.#voucher = { edition, notice, ...(foreign ? {} : { draft: this.draft }) };
	}

	get brief(): Brief {
		return this.#brief;
	}

	get keeping(): Keeping {
		return this.#keeping;
	}

	/** What opening a brief of an older version or edition changed. */
	get changes(): readonly BriefChange[] {
		return this.#changes;
	}

	/** Whether something was deleted or replaced that can come back. */
	get canBringBack(): boolean {
		return this.#before !== undefined;
	}

	/** Takes up what the device has kept. */
	open(shelf: Shelf | undefined): void {
		this.#shelf = shelf;
		const text = keptText(this.#name, shelf);
		if (text !== null) this.#take(text, 'kept', 'unreadable');
	}

	/** Writes one field and keeps the brief; credits follow the hours. @param path such as `purpose.what` */
	set(path: string, value: unknown): void {
		const read = briefShape.read(written(this.#brief, path.split('.'), value), '', []);
		const credits = creditsOf(hoursOf(read));
		const { draft } = this.#voucher;
		this.#change({
			...(path.startsWith('skills') && draft ? withSkillNames(read, draft) : read),
			...(path.startsWith('volume.') ? { volume: { ...read.volume, credits } } : {})
		});
	}

	/** Takes how a provider has chosen to teach into items that nobody has edited. @returns these */
	teach(teaching: Teaching): BriefItem[] {
		const chosen = taught(this.#brief, teaching);
		const own = authoredItems(this.#brief, { ...this.#brief, ...chosen });
		const items = (['duration', 'mode'] as const).filter(
			(item) => !own.includes(item) || !this.edited.includes(item)
		);
		for (const item of items) this.set(item, chosen[item]);
		return items;
	}

	/** An item back to the drafted text. */
	undo(item: BriefItem): void {
		if (item === 'evidence') this.#takeEvidence();
		else this.#change({ ...this.#brief, [item]: this.draft[item] });
	}

	/** The figures of this edition; what the author added to them stays. */
	#takeEvidence(): void {
		const { evidence, edition } = this.draft;
		const { remark } = this.#brief.evidence;
		this.#change({ ...this.#brief, evidence: { ...evidence, remark }, edition });
		this.#changes = this.#changes.filter(({ kind }) => kind !== 'edition');
	}

	/** Takes a brief from a file; a problem leaves all as it was. */
	load(text: string): DecisionProblem | undefined {
		const before = JSON.stringify(this.#brief);
		const found = this.#take(text, 'loaded', this.#keeping);
		if (found) return found;
		this.#before = before;
		if (!keepText(this.#name, JSON.stringify(this.#brief), this.#shelf)) this.#keeping = 'not-kept';
		return undefined;
	}

	/** Nothing stays on the device; until the page is left it can be brought back. */
	delete(): void {
		this.#before = JSON.stringify(this.#brief);
		dropText(this.#name, this.#shelf);
		this.#brief = this.draft;
		this.#changes = [];
		this.#keeping = 'deleted';
	}

	bringBack(): void {
		if (this.#before === undefined) return;
		this.#take(this.#before, 'kept', this.#keeping);
		this.#change(this.#brief);
	}

	#take(text: string, keeping: Keeping, otherwise: Keeping): DecisionProblem | undefined {
		const read = readBrief(text, this.#voucher.edition);
		if ('code' in read) {
			this.#keeping = otherwise;
			return read;
		}
		const { brief, changes } = withSiteWords(read.brief, this.#voucher);
		this.#brief = brief;
		const told = read.changes.map(({ path }) => path);
		this.#changes = [...read.changes, ...changes.filter(({ path }) => !told.includes(path))];
		this.#keeping = keeping;
		return undefined;
	}

	#change(brief: Brief): void {
		this.#brief = brief;
		this.#before = undefined;
		const kept = keepText(this.#name, JSON.stringify(brief), this.#shelf);
		this.#keeping = kept ? 'kept' : 'not-kept';
	}
}

/** The record with one field written, however deep. */
function written(record: unknown, [first, ...rest]: readonly string[], value: unknown): unknown {
	if (first === undefined) return value;
	if (Array.isArray(record)) {
		return record.map((one: unknown, i) => (i === Number(first) ? written(one, rest, value) : one));
	}
	if (typeof record !== 'object' || record === null) return record;
	const inner: unknown = Reflect.get(record, first);
	return { ...record, [first]: written(inner, rest, value) };
}

/** What stands at a path of a brief. */
export function valueAt(brief: Brief, path: string): unknown {
	return path
		.split('.')
		.reduce<unknown>(
			(at, name) =>
				typeof at === 'object' && at !== null ? (Reflect.get(at, name) as unknown) : undefined,
			brief
		);
}
