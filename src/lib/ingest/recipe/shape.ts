/** Says what is wrong with a value in words that follow its name, or undefined. */
export type Shape = (value: unknown, name: string) => string | undefined;

type Json = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Json {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export const text: Shape = (value, name) =>
	typeof value === 'string' ? undefined : `${name} must be a text`;

export const flag: Shape = (value, name) =>
	typeof value === 'boolean' ? undefined : `${name} must be true or false`;

/** Rows and counts: a whole number that is not negative. */
export const wholeNumber: Shape = (value, name) =>
	Number.isSafeInteger(value) && Number(value) >= 0
		? undefined
		: `${name} must be a whole number, 0 or more`;

export const textOrNull: Shape = (value, name) =>
	value === null || typeof value === 'string' ? undefined : `${name} must be a text or null`;

export function oneOf(...values: readonly string[]): Shape {
	const listed = values.map((value) => (value === '' ? 'an empty text' : `“${value}”`)).join(', ');
	return (value, name) =>
		values.some((one) => one === value) ? undefined : `${name} must be one of ${listed}`;
}

export function matching(pattern: RegExp, words: string): Shape {
	return (value, name) =>
		typeof value === 'string' && pattern.test(value) ? undefined : `${name} must be ${words}`;
}

export function list(item: Shape): Shape {
	return (value, name) => {
		if (!Array.isArray(value)) return `${name} must be a list`;
		return first(value, (one, i) => item(one, `${name}[${i}]`));
	};
}

/** Any keys, all with values of one shape. */
export function record(item: Shape): Shape {
	return (value, name) => {
		if (!isObject(value)) return `${name} must be an object`;
		return first(Object.entries(value), ([key, one]) => item(one, `“${key}” of ${name}`));
	};
}

/** These keys and no others. What begins with “the” is a name of the whole, and is not said again. */
export function object(
	required: Readonly<Record<string, Shape>>,
	optional: Readonly<Record<string, Shape>> = {}
): Shape {
	const known = new Map(Object.entries({ ...required, ...optional }));
	return (value, name) => {
		if (!isObject(value)) return `${name} must be an object`;
		const missing = Object.keys(required).find((key) => !Object.hasOwn(value, key));
		if (missing !== undefined) return `${name} has no “${missing}”`;
		return first(Object.entries(value), ([key, one]) => {
			const shape = known.get(key);
			if (!shape) return `${name} has a key “${key}” that this version does not know`;
			return shape(one, name.startsWith('the ') ? key : `${name}.${key}`);
		});
	};
}

/** An object whose shape goes by the text under one of its keys. */
export function variant(key: string, shapes: Readonly<Record<string, Shape>>): Shape {
	return (value, name) => {
		if (!isObject(value)) return `${name} must be an object`;
		const kind = value[key];
		const shape =
			typeof kind === 'string' && Object.hasOwn(shapes, kind) ? shapes[kind] : undefined;
		if (shape) return shape(value, name);
		return `${name}.${key} must be one of ${Object.keys(shapes).join(', ')}`;
	};
}

function first<Item>(
	items: readonly Item[],
	check: (item: Item, index: number) => string | undefined
): string | undefined {
	for (const [i, item] of items.entries()) {
		const wrong = check(item, i);
		if (wrong !== undefined) return wrong;
	}
	return undefined;
}
