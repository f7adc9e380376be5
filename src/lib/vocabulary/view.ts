/**
 * What a person chose on a page, and only that. Parameter names are dimension ids or names of choices;
 * a View without a choice has an empty query.
 */
export interface View {
	/** Codes by dimension, as chosen in the filter bar. */
	readonly filters: Readonly<Record<string, readonly string[]>>;
	/** Other settings of the page by name, such as how peri-urban homes are counted. */
	readonly choices: Readonly<Record<string, string>>;
}

/** What a page lets people choose: the codes of each parameter, the default first where there is one. */
export interface ViewOptions {
	readonly filters: Readonly<Record<string, readonly string[]>>;
	readonly choices: Readonly<Record<string, readonly string[]>>;
}

/** A parameter, or one of its codes, that the page does not know. */
export interface Ignored {
	readonly parameter: string;
	/** Absent when the parameter itself is unknown. */
	readonly value?: string;
	/** Other codes of the same parameter were kept. */
	readonly beside?: true;
}

export const emptyView: View = { filters: {}, choices: {} };

/**
 * The nearest valid View of a query string, and what was ignored on the way. Unknown parameters and codes are
 * dropped, as is a choice that equals the default. `parseView(formatView(view))` gives back the view.
 */
export function parseView(query: string, options: ViewOptions): { view: View; ignored: Ignored[] } {
	const filters: Record<string, string[]> = {};
	const choices: Record<string, string> = {};
	const ignored: Ignored[] = [];
	for (const [parameter, text] of new URLSearchParams(query)) {
		const codes = own(options.filters, parameter);
		const values = own(options.choices, parameter);
		if (codes) {
			const asked = text.split(',').filter((code) => code !== '');
			const kept = (filters[parameter] ??= []);
			for (const value of new Set(asked)) {
				if (!codes.includes(value)) ignored.push({ parameter, value });
				else if (!kept.includes(value)) kept.push(value);
			}
		} else if (values?.includes(text)) choices[parameter] = text;
		else ignored.push(values ? { parameter, value: text } : { parameter });
	}
	const told = ignored.map((one): Ignored => {
		const kept = one.value === undefined ? [] : (filters[one.parameter] ?? []);
		return kept.length > 0 ? { ...one, beside: true } : one;
	});
	return { view: tidyView({ filters, choices }, options), ignored: told };
}

/** The View with codes in the order of the page, without repeats, defaults and restrictions that keep all. */
export function tidyView(view: View, options: ViewOptions): View {
	const filters: Record<string, readonly string[]> = {};
	for (const [id, codes] of Object.entries(options.filters)) {
		const asked = own(view.filters, id) ?? [];
		const kept = codes.filter((code) => asked.includes(code));
		if (kept.length > 0 && kept.length < codes.length) filters[id] = kept;
	}
	const choices: Record<string, string> = {};
	for (const [id, values] of Object.entries(options.choices)) {
		const chosen = own(view.choices, id);
		if (chosen !== undefined && chosen !== values[0] && values.includes(chosen)) {
			choices[id] = chosen;
		}
	}
	return { filters, choices };
}

/** The canonical query: parameters in order of their names, `''` for the default View. */
export function formatView(view: View): string {
	const pairs = [
		...Object.entries(view.filters).map(([id, codes]) => [id, codes.join(',')] as const),
		...Object.entries(view.choices)
	].sort(([a], [b]) => (a < b ? -1 : 1));
	const text = pairs
		.map(([id, value]) => `${encodeURIComponent(id)}=${encodeURIComponent(value)}`)
		.join('&')
		.replaceAll('%2C', ',');
	return text === '' ? '' : `?${text}`;
}

export function isDefaultView(view: View): boolean {
	return formatView(view) === '';
}

function own<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
	return Object.hasOwn(record, key) ? record[key] : undefined;
}
