import { baseOf, type AnswerBook } from '#lib/answers/answer-book.ts';
import { labelOf, type Catalogue } from '#lib/contracts/catalogue.ts';
import type { OwnSurvey } from '#lib/contracts/own-survey.ts';
import { dimensions } from '#lib/indicators/dimensions.ts';
import { filters as shared } from '#lib/vocabulary/messages/filters.ts';
import { ownPages as words } from '#lib/vocabulary/messages/own-pages.ts';
import { surveyParameter } from '../story/survey-choice.ts';
import type { FilterField, PageFilters } from '../story/view-options.ts';

/** The filters of a page with a field for the survey, as long as none of the person's own is chosen. */
export function withSurveyField(
	filters: PageFilters,
	kept: readonly Pick<OwnSurvey, 'id' | 'title' | 'wave'>[],
	wanted: string
): PageFilters {
	const ids = kept.map(({ id }) => id);
	// An id that is not kept here stays in the View: the page says what is missing.
	const unknown = wanted !== '' && !ids.includes(wanted) ? [wanted] : [];
	const options = [
		{ value: '', label: words.siteSurveys },
		...kept.map(({ id, title, wave }) => ({ value: id, label: words.surveyOption(title, wave) })),
		...unknown.map((id) => ({ value: id, label: words.unknownOption(id) }))
	];
	return {
		options: {
			...filters.options,
			choices: {
				...filters.options.choices,
				[surveyParameter]: options.map(({ value }) => value)
			}
		},
		fields: [{ id: surveyParameter, label: words.survey, options }, ...filters.fields]
	};
}

/** The same filters over an own survey: its codes beside those of the site, nothing it has no answers to. */
export function ownFilters(
	{ options, fields }: PageFilters,
	catalogue: Catalogue,
	book: AnswerBook
): PageFilters {
	const held = new Set(book.manifest.shards.flatMap((shard) => shard.dimensions));
	const lacks = (id: string): boolean => id in dimensions && !held.has(baseOf(id));
	const codesOf = (id: string, codes: readonly string[]): readonly string[] =>
		ownCodes(id, codes, catalogue);
	return {
		options: {
			choices: options.choices,
			filters: Object.fromEntries(
				Object.entries(options.filters)
					.filter(([id]) => id !== 'wave' && !lacks(id))
					.map(([id, codes]) => [id, codesOf(id, codes)])
			)
		},
		fields: fields
			.filter(({ id, path }) => path !== undefined || !(hidden.includes(id) || lacks(id)))
			.map((field) => ownField(field, catalogue))
	};
}

/** An own survey is one wave of one source. */
const hidden = ['wave', 'source'];

/** Lists that are those of the survey alone. */
const replaced = ['year', 'cohort'];

function ownCodes(id: string, codes: readonly string[], catalogue: Catalogue): readonly string[] {
	const list = catalogue.codeLists[dimensions[id]?.codeList ?? ''];
	if (!list || dimensions[id]?.groups) return codes;
	const all = list.map(({ code }) => code);
	if (replaced.includes(id)) return all;
	return extendable.includes(id)
		? [...codes, ...all.filter((code) => !codes.includes(code))]
		: codes;
}

/** Lists that a file can bring codes for. */
const extendable = ['institution', 'skill'];

function ownField(field: FilterField, catalogue: Catalogue): FilterField {
	const { id, options } = field;
	if (!replaced.includes(id) && !extendable.includes(id)) return field;
	const list = dimensions[id]?.codeList ?? '';
	const named = (codes: readonly string[]) =>
		codes.map((value) => ({ value, label: labelOf(catalogue, list, value) }));
	const codes = ownCodes(id, options.map(({ value }) => value).filter(Boolean), catalogue);
	const last = id === 'year' ? codes.at(-1) : undefined;
	const first = {
		value: '',
		label: last === undefined ? (shared.all[id] ?? shared.allOf) : shared.latest(last)
	};
	return {
		...field,
		options: [first, ...named(last === undefined ? codes : codes.slice(0, -1).toReversed())]
	};
}
