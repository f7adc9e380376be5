import { labelOf, type Catalogue } from '#lib/contracts/catalogue.ts';
import { levelLimits } from '#lib/decisions/lqf.ts';
import { providers as words } from '#lib/vocabulary/messages/providers.ts';
import { pageFilters, type FilterField, type PageFilters } from '../story/view-options.ts';
import { everySector, weeklyHours } from './choice.ts';
import type { Offer } from './offer.ts';
import { modeIds } from './teaching-modes.ts';

const levels = Array.from({ length: levelLimits.high }, (_, i) => `${i + levelLimits.low}`);

/** What a provider can choose. `start` and `compare` are chosen by links of the page. */
export function providersPageFilters(catalogue: Catalogue, offer: Offer): PageFilters {
	const { options, fields } = pageFilters(catalogue, []);
	const groups = (catalogue.codeLists.district_group ?? []).map(({ code }) => code);
	const choices = {
		at: groups,
		weekly: weeklyHours,
		lqf_from: levels,
		lqf_to: levels.toReversed()
	};
	const sectors = Object.keys(offer.sectors);
	const skills = skillsOf(offer, catalogue);
	return {
		options: {
			filters: {
				field: offer.fieldCodes,
				skill: skills.map(({ value }) => value),
				sector: [everySector, ...sectors],
				mode: modeIds,
				compare: Object.values(offer.sectors)
					.flat()
					.map(({ id }) => id)
			},
			choices: {
				...{ ...options.choices, ...choices },
				start: ['', ...offer.providers.map(({ id }) => id)]
			}
		},
		fields: [
			several('field', listed(catalogue, 'field', offer.fieldCodes)),
			several('skill', skills),
			several('sector', [
				{ value: everySector, label: words.everySector },
				...listed(catalogue, 'sector', sectors)
			]),
			one('at', listed(catalogue, 'district_group', groups)),
			several(
				'mode',
				modeIds.map((value) => ({ value, label: words.modes[value] }))
			),
			{ ...one('weekly', plain(choices.weekly, words.weekly)), more: true },
			{ ...one('lqf_from', plain(choices.lqf_from, words.level)), more: true },
			{ ...one('lqf_to', plain(choices.lqf_to, words.level)), more: true },
			...fields.map((field) => ({ ...field, more: true }))
		]
	};
}

type Options = FilterField['options'];

/** The skills of the courses on offer, in the order of their names. */
function skillsOf({ sectors }: Offer, { skills }: Catalogue): Options {
	const offered = new Set(
		Object.values(sectors)
			.flat()
			.flatMap((candidate) => candidate.skills.map(({ id }) => id))
	);
	return skills
		.filter(({ id }) => offered.has(id))
		.map(({ id, label }) => ({ value: id, label }))
		.sort((a, b) => (a.label < b.label ? -1 : 1));
}

function several(id: keyof typeof words.all, options: Options): FilterField {
	const none = { value: '', label: words.all[id] };
	return { id, label: words.labels[id], several: true, options: [none, ...options] };
}

function one(id: keyof typeof words.labels, options: Options): FilterField {
	return { id, label: words.labels[id], options };
}

function listed(catalogue: Catalogue, list: string, codes: readonly string[]): Options {
	return plain(codes, (code) => labelOf(catalogue, list, code));
}

function plain(values: readonly string[], say: (value: string) => string): Options {
	return values.map((value) => ({ value, label: say(value) }));
}
