import { seenText, unseenIn } from '#lib/vocabulary/seen-text.ts';

/** What reading an older or foreign record changed; nothing that was entered is lost, it stands in `was`. */
export interface Change {
	/** The way to the field, such as `volume.contact` or `outcomes.2.standard`. */
	readonly path: string;
	/**
	 * `added`: it had no such field; `replaced`: what stood there is of another kind; `dropped`: no longer a field;
	 * `cleaned`: without characters that nobody sees.
	 */
	readonly kind: 'added' | 'replaced' | 'dropped' | 'cleaned';
	/** As JSON; empty where nothing stood; of `cleaned` the characters by their codes. */
	readonly was: string;
}

/** The kind of a field: what it is when blank, and how it is read from what may be anything. */
export interface Shape<Value> {
	readonly blank: () => Value;
	readonly read: (given: unknown, path: string, changes: Change[]) => Value;
}

/** What a shape holds. */
export type Held<Kind> = Kind extends Shape<infer Value> ? Value : never;

function leaf<Value>(blank: Value, fits: (given: unknown) => given is Value): Shape<Value> {
	return {
		blank: () => blank,
		read(given, path, changes) {
			if (fits(given)) return given;
			changes.push(changeOf(given, path));
			return blank;
		}
	};
}

function changeOf(given: unknown, path: string): Change {
	if (given === undefined) return { path, kind: 'added', was: '' };
	return { path, kind: 'replaced', was: seenText(JSON.stringify(given)) };
}

/** Text as it is seen: what nobody sees in it could turn what is read on paper. */
export const text: Shape<string> = {
	blank: () => '',
	read(given, path, changes) {
		if (typeof given !== 'string') {
			changes.push(changeOf(given, path));
			return '';
		}
		const unseen = unseenIn(given);
		if (unseen.length > 0) changes.push({ path, kind: 'cleaned', was: unseen.join(', ') });
		return seenText(given);
	}
};

/** Text of one form, or none: what is of another form could lead elsewhere, and stays out. */
export function textLike(form: RegExp): Shape<string> {
	return leaf(
		'',
		(given): given is string =>
			typeof given === 'string' &&
			(given === '' || (form.test(given) && unseenIn(given).length === 0))
	);
}
export const flag = leaf(false, (given) => typeof given === 'boolean');
export const amount = leaf(0, isFinite);
export const amountOrNull = leaf<number | null>(null, (given) => given === null || isFinite(given));

function isFinite(given: unknown): given is number {
	return typeof given === 'number' && Number.isFinite(given);
}

/** One of a list of words; blank it is the first. */
export function oneOf<const Word extends string>(words: readonly [Word, ...Word[]]): Shape<Word> {
	const known: readonly unknown[] = words;
	return leaf<Word>(words[0], (given): given is Word => known.includes(given));
}

/** Any number of the same kind; blank it is empty. */
export function list<Value>(of: Shape<Value>): Shape<readonly Value[]> {
	return {
		blank: () => [],
		read(given, path, changes) {
			if (Array.isArray(given)) {
				return given.map((one, i) => of.read(one, `${path}.${i}`, changes));
			}
			changes.push(changeOf(given, path));
			return [];
		}
	};
}

/** Fields by name. */
export function record<Fields extends Readonly<Record<string, Shape<unknown>>>>(
	fields: Fields
): Shape<{ readonly [Name in keyof Fields]: Held<Fields[Name]> }> {
	type Value = { readonly [Name in keyof Fields]: Held<Fields[Name]> };
	const made = (of: (name: string, shape: Shape<unknown>) => unknown): Value =>
		Object.fromEntries(
			Object.entries(fields).map(([name, shape]) => [name, of(name, shape)])
		) as Value;
	const blank = (): Value => made((_, shape) => shape.blank());
	return {
		blank,
		read(given, path, changes) {
			if (typeof given !== 'object' || given === null || Array.isArray(given)) {
				changes.push(changeOf(given, path));
				return blank();
			}
			const own = given as Readonly<Record<string, unknown>>;
			const at = (name: string) => (path === '' ? name : `${path}.${name}`);
			for (const name of Object.keys(own).filter((name) => !Object.hasOwn(fields, name))) {
				const was = seenText(JSON.stringify(own[name]) ?? '');
				changes.push({ path: seenText(at(name)), kind: 'dropped', was });
			}
			return made((name, shape) =>
				shape.read(Object.hasOwn(own, name) ? own[name] : undefined, at(name), changes)
			);
		}
	};
}
