import type { Catalogue } from '#lib/contracts/catalogue.ts';
import type { Provider } from '#lib/contracts/planning.ts';
import { levelLimits, type LevelRange } from '#lib/decisions/lqf.ts';
import type { View } from '#lib/vocabulary/view.ts';
import type { Offer } from './offer.ts';
import { isMode, modeIds, type ModeId } from './teaching-modes.ts';

/** Hours a week that a course can take of a learner; the first holds when nothing is chosen. */
export const weeklyHours = ['10', '4', '6', '20', '40'] as const;

/** The most candidates that stand side by side. */
export const mostCompared = 3;

/** In place of sectors: every one that has candidates. None chosen means the target sectors. */
export const everySector = 'all';

/** What a provider teaches, where, and how: a View of this page with its defaults filled in. */
export interface Choice {
	/** Broad fields; none chosen: all. */
	readonly fields: readonly string[];
	/** Skills; none chosen: all. */
	readonly skills: readonly string[];
	/** Sectors served; none chosen: the target sectors. */
	readonly sectors: readonly string[];
	/** District group of the site. */
	readonly at: string;
	/** None chosen: all. */
	readonly modes: readonly ModeId[];
	readonly weekly: number;
	/** Levels of the qualifications framework; from above to where nothing lies between. */
	readonly levels: LevelRange;
	/** The provider that the choices started from: not one of the others. */
	readonly provider?: Provider;
	/** Candidates to compare, at most three. */
	readonly compare: readonly string[];
}

export function readChoice({ filters, choices }: View, offer: Offer, catalogue: Catalogue): Choice {
	const provider = offer.providers.find(({ id }) => id === choices.start);
	const modes = (filters.mode ?? []).filter(isMode);
	return {
		fields: filters.field ?? [],
		skills: filters.skill ?? [],
		sectors: filters.sector?.includes(everySector)
			? Object.keys(offer.sectors)
			: (filters.sector ?? catalogue.site.targetSectors.map(({ code }) => code)),
		at: choices.at ?? catalogue.codeLists.district_group?.[0]?.code ?? '',
		modes: modes.length > 0 ? modes : modeIds,
		weekly: Number(choices.weekly ?? weeklyHours[0]),
		levels: {
			low: Number(choices.lqf_from ?? levelLimits.low),
			high: Number(choices.lqf_to ?? levelLimits.high)
		},
		...(provider ? { provider } : {}),
		compare: (filters.compare ?? []).slice(0, mostCompared)
	};
}
