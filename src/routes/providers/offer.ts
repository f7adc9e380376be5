import type { Limit } from '#lib/contracts/catalogue.ts';
import type { Provider, Reach, ShortCourse } from '#lib/contracts/planning.ts';
import type { LevelRange } from '#lib/decisions/lqf.ts';

/** A candidate for a course as the page carries it; the words for its skills are in the catalogue. */
export interface OfferedCandidate {
	readonly id: string;
	/** Proposed, never granted. */
	readonly level?: LevelRange;
	/** With the levels of proficiency that a course leads from and to. */
	readonly skills: readonly { readonly id: string; readonly from: number; readonly to: number }[];
}

/** What a provider can choose from: made at build, since the browser's catalogue has not what it follows from. */
export interface Offer {
	/** By sector; a sector without candidates is left out. */
	readonly sectors: Readonly<Record<string, readonly OfferedCandidate[]>>;
	/** Skill → fields that lead to one of its occupations; a skill of any occupation is not here. */
	readonly fields: Readonly<Record<string, readonly string[]>>;
	/** Fields that lead to some skill or that some provider teaches, in the order of the code list. */
	readonly fieldCodes: readonly string[];
	readonly providers: readonly Provider[];
	readonly reach: readonly Reach[];
	readonly courses: readonly Pick<
		ShortCourse,
		'id' | 'title' | 'skills' | 'status' | 'synthetic'
	>[];
	/** By sector. */
	readonly demand: Readonly<Record<string, Omit<Limit, 'title'> & { readonly risk: string }>>;
}
