import { codesOf } from '#lib/answers/plan.ts';
import { labelOf, type Catalogue } from '#lib/contracts/catalogue.ts';
import { dimensions } from '#lib/indicators/dimensions.ts';
import { problems } from '#lib/vocabulary/messages/problems.ts';
import { filters as words } from '#lib/vocabulary/messages/filters.ts';
import type { Ignored, View, ViewOptions } from '#lib/vocabulary/view.ts';
import { capitalised, inSentence } from '#lib/vocabulary/words.ts';

/** A field of the filter bar, as plain data. */
export interface FilterField {
	readonly id: string;
	readonly label: string;
	readonly options: readonly { readonly value: string; readonly label: string }[];
	readonly more?: boolean;
	/** What the path of the page has chosen; choosing another leads to another page. */
	readonly path?: string;
	/** Any of its options may be chosen together; the first stands for none of them. */
	readonly several?: boolean;
	/** Chosen elsewhere on the page, not in the bar. */
	readonly elsewhere?: boolean;
}

/** How peri-urban homes are counted; the first is the default. */
const periurban = ['own', 'urban', 'rural'] as const;

/** What a page lets people choose, and the fields that it shows for it. */
export interface PageFilters {
	readonly options: ViewOptions;
	readonly fields: readonly FilterField[];
}

/** In the bar; what a page filters by beyond them stands behind "More". */
const inBar = ['sector', 'sex', 'residence', 'wave', 'field', 'year'];

/** What a page of figures is about. */
export interface PageSubject {
	/** Id of the survey; the skills audit without it. */
	readonly source?: string;
	/** The code that the path of the page has chosen. */
	readonly sector?: string;
	/** What a filter holds when nothing is chosen, where that is not everything. */
	readonly all?: Readonly<Record<string, string>>;
	/** What is chosen in a panel of the page, as `parameter` → values, the default first. */
	readonly choices?: Readonly<Record<string, readonly FilterField['options'][number][]>>;
	/** Peri-urban homes count as rural or urban by choice: of use where something is split by residence. */
	readonly periurban?: boolean;
}

/**
 * The filters of a page over one survey.
 * @param ids dimensions that its Questions can be restricted by
 */
export function pageFilters(
	catalogue: Catalogue,
	ids: readonly string[],
	{
		source: id = 'audit',
		sector,
		all = {},
		choices = {},
		periurban: split = true
	}: PageSubject = {}
): PageFilters {
	const shown = ['sector', ...ids.filter((one) => one !== 'sector')];
	const fields = shown
		.filter((one) => ids.includes(one) || (one === 'sector' && sector !== undefined))
		.map((one) => dimensionField(catalogue, one, codesIn(catalogue, one, id)));
	const withPath = fields.map((field) => {
		const { options } = field;
		if (field.id === 'sector' && sector !== undefined) {
			return { ...field, path: sector, options: options.filter(({ value }) => value !== '') };
		}
		const label = all[field.id];
		return label === undefined ? field : { ...field, options: relabelled(options, label) };
	});
	const byHome = split && ids.includes('residence');
	const filters = Object.fromEntries(ids.map((one) => [one, codesIn(catalogue, one, id)]));
	const source = sourceField(catalogue, id);
	return {
		options: {
			filters,
			choices: {
				source: source.options.map(({ value }) => value),
				...(byHome ? { periurban } : {}),
				...Object.fromEntries(
					Object.entries(choices).map(([one, values]) => [one, values.map(({ value }) => value)])
				)
			}
		},
		fields: [
			...withPath.filter(({ more }) => !more),
			source,
			...withPath.filter(({ more }) => more),
			...(byHome ? [periurbanField] : []),
			...Object.entries(choices).map(([one, options]) => ({
				...{ id: one, label: one, options, elsewhere: true }
			}))
		]
	};
}

/** The first of the options by another name. */
function relabelled(options: FilterField['options'], label: string): FilterField['options'] {
	return options.map((option) => (option.value === '' ? { ...option, label } : option));
}

/** The codes of a dimension that a survey can have: of waves its own. */
function codesIn(catalogue: Catalogue, id: string, source: string): string[] {
	const dimension = dimensions[id];
	const codes = dimension ? codesOf(dimension, catalogue) : [];
	if (id !== 'wave') return codes;
	const own = catalogue.surveys.filter((survey) => survey.id === source).map(({ wave }) => wave);
	return codes.filter((code) => own.includes(code));
}

/** Of a wave or a year the last one holds when nothing is chosen; of all else everything. */
const lastByDefault = ['wave', 'year'];

function dimensionField(catalogue: Catalogue, id: string, codes: readonly string[]): FilterField {
	const dimension = dimensions[id];
	const list = dimension?.codeList ?? '';
	const last = lastByDefault.includes(id) ? codes.at(-1) : undefined;
	const all = last === undefined ? (words.all[id] ?? words.allOf) : words.latest(last);
	const listed = last === undefined ? codes : codes.slice(0, -1).toReversed();
	return {
		id,
		label: capitalised(dimension?.label ?? id),
		options:
			codes.length === 1
				? codes.map((code) => ({ value: code, label: labelOf(catalogue, list, code) }))
				: [
						{ value: '', label: all },
						...listed.map((code) => ({ value: code, label: labelOf(catalogue, list, code) }))
					],
		...(inBar.includes(id) ? {} : { more: true })
	};
}

/** The surveys that answer the Questions of a page: one, until others are opened beside it. */
function sourceField({ surveys }: Catalogue, source: string): FilterField {
	const survey = surveys.find(({ id }) => id === source);
	return {
		id: 'source',
		label: words.source,
		options: survey ? [{ value: survey.id, label: survey.title }] : []
	};
}

const periurbanField: FilterField = {
	id: 'periurban',
	label: words.periurban,
	options: periurban.map((value) => ({ value, label: words.periurbanChoices[value] })),
	more: true
};

/** The fields with the values of a View. */
export function withValues(fields: readonly FilterField[], view: View) {
	const inTheBar = fields.filter(({ elsewhere }) => !elsewhere);
	return inTheBar.map((field) => {
		const codes = view.filters[field.id];
		const {
			path,
			options: [first]
		} = field;
		const chosen = codes?.join(',') ?? view.choices[field.id];
		const value = chosen ?? path ?? first?.value ?? '';
		const known = field.several || field.options.some((option) => option.value === value);
		const label = codes
			?.map((code) => field.options.find((option) => option.value === code)?.label ?? code)
			.join(', ');
		// Several codes at once come by a link; they get an entry of their own.
		const options = known ? field.options : [...field.options, { value, label: label ?? value }];
		return { ...field, value, options };
	});
}

/** What of the address was ignored, each in a sentence. */
export function ignoredSentences(
	ignored: readonly Ignored[],
	fields: readonly FilterField[]
): string[] {
	return ignored.map(({ parameter, value, beside }) => {
		const field = fields.find(({ id }) => id === parameter);
		const held = field?.options.find((option) => option.value === field.path);
		if (held) return words.held(inSentence(held.label), parameter);
		if (value === undefined) return problems.ignoredParameter(parameter);
		if (beside) return problems.ignoredBeside(parameter, value);
		return problems.ignoredValue(parameter, value, field?.options[0]?.label ?? problems.everything);
	});
}
