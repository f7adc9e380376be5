import { codesOf } from '#lib/answers/plan.ts';
import { labelOf, type Catalogue } from '#lib/contracts/catalogue.ts';
import { dimensions } from '#lib/indicators/dimensions.ts';
import { problems } from '#lib/vocabulary/messages/problems.ts';
import { filters as words } from '#lib/vocabulary/messages/filters.ts';
import type { Ignored, View, ViewOptions } from '#lib/vocabulary/view.ts';
import { capitalised } from '#lib/vocabulary/words.ts';

/** A field of the filter bar, as plain data. */
export interface FilterField {
	readonly id: string;
	readonly label: string;
	readonly options: readonly { readonly value: string; readonly label: string }[];
	readonly more?: boolean;
}

/** How peri-urban homes are counted; the first is the default. */
const periurban = ['own', 'urban', 'rural'] as const;

/** What a page lets people choose, and the fields that it shows for it. */
export interface PageFilters {
	readonly options: ViewOptions;
	readonly fields: readonly FilterField[];
}

/**
 * The filters of a page.
 * @param ids dimensions; those after the third stand behind "More"
 */
export function pageFilters(catalogue: Catalogue, ids: readonly string[]): PageFilters {
	const filters: Record<string, readonly string[]> = {};
	const fields = ids.map((id, i): FilterField => {
		const dimension = dimensions[id];
		const list = dimension?.codeList ?? '';
		const codes = dimension ? codesOf(dimension, catalogue) : [];
		filters[id] = codes;
		return {
			id,
			label: capitalised(dimension?.label ?? id),
			options: [
				...(codes.length > 1 ? [{ value: '', label: words.all[id] ?? words.allOf }] : []),
				...codes.map((code) => ({ value: code, label: labelOf(catalogue, list, code) }))
			],
			...(i >= 3 ? { more: true } : {})
		};
	});
	const choices = ids.includes('residence') ? { periurban } : {};
	const peri: FilterField = {
		id: 'periurban',
		label: words.periurban,
		options: periurban.map((value) => ({ value, label: words.periurbanChoices[value] })),
		more: true
	};
	return {
		options: { filters, choices },
		fields: ids.includes('residence') ? [...fields, peri] : fields
	};
}

/** The fields with the values of a View. */
export function withValues(fields: readonly FilterField[], view: View) {
	return fields.map((field) => {
		const codes = view.filters[field.id];
		const value = codes?.join(',') ?? view.choices[field.id] ?? field.options[0]?.value ?? '';
		const known = field.options.some((option) => option.value === value);
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
	return ignored.map(({ parameter, value }) =>
		value === undefined
			? problems.ignoredParameter(parameter)
			: problems.ignoredValue(
					parameter,
					value,
					fields.find(({ id }) => id === parameter)?.options[0]?.label ?? problems.everything
				)
	);
}
