/**
 * All that data/ says about the country, its surveys and its code lists, as one plain value.
 * The command `data` reads it from the files; pages and commands get it handed in.
 */
export interface Catalogue {
	readonly site: Site;
	/** By id: `sector`, `sex`, `residence`, … in the order of the file, which is the order on the page. */
	readonly codeLists: Readonly<Record<string, readonly Code[]>>;
	readonly skills: readonly Skill[];
	readonly surveys: readonly Survey[];
	readonly thresholds: Thresholds;
}

export interface Code {
	readonly code: string;
	readonly label: string;
	/** Further columns of the code list: parent, isic, … */
	readonly [extra: string]: string | undefined;
}

export interface Skill {
	readonly id: string;
	/** Short, an action, fit for a chart on a phone. */
	readonly label: string;
	/** ESCO's own label; empty for a local skill. */
	readonly escoLabel: string;
	readonly escoUri: string;
	readonly sectors: readonly string[];
	readonly occupations: readonly string[];
	/** Notional hours to gain one level of proficiency; ours, editable in data/. */
	readonly hoursPerLevel: number;
	readonly delivery: string;
	/** Whether it can't be taught without power from the grid. */
	readonly needsPower: boolean;
	readonly assessable: boolean;
	/** How it can be assessed. */
	readonly assessment: string;
	/** Calendar weeks that a course in it needs at most. */
	readonly maxWeeks: number;
}

/** One wave of a survey. */
export interface Survey {
	readonly id: string;
	readonly wave: string;
	readonly title: string;
	readonly kind: string;
	readonly tables: readonly string[];
	/** By table, whom a count of people is about: "workers in establishments of the frame". */
	readonly universe: Readonly<Record<string, string>>;
	/** By table, one respondent: worker, establishment, graduate. */
	readonly units: Readonly<Record<string, string>>;
	/** First and last day of the interviews, ISO 8601. */
	readonly from: string;
	readonly to: string;
	readonly mode: string;
	/** Of records that come by year: the years, oldest first. */
	readonly years?: readonly string[];
	/** Of graduates: the years of graduation, oldest first. */
	readonly cohorts?: readonly string[];
	readonly coverage: string;
	readonly excludes: string;
	readonly access: 'open' | 'protected' | 'own';
	readonly synthetic: boolean;
	readonly licence: string;
	/** Waves of the same survey that may be compared with this one. */
	readonly comparableWith: readonly string[];
	/** What may not be compared although the waves are: a question was put another way. */
	readonly breaks?: readonly SeriesBreak[];
	readonly nextWaveDue: string;
	readonly design: string;
}

/** A break in comparability between two waves. */
export interface SeriesBreak {
	/** The other wave. */
	readonly wave: string;
	/** Indicators that it holds for; without it all of them. */
	readonly indicators?: readonly string[];
	/** In a sentence. */
	readonly why: string;
}

export interface Site {
	readonly country: string;
	/** The country after a noun: "in …". */
	readonly inCountry: string;
	readonly edition: string;
	/** ISO 8601. */
	readonly editionDate: string;
	/** Of amounts: its name inside a sentence and the sign before a number. */
	readonly currency: { readonly code: string; readonly name: string; readonly sign: string };
	/** The line that every page, export and brief carries while the surveys are synthetic. */
	readonly notice: string;
	readonly targetSectors: readonly { readonly code: string; readonly role: string }[];
	readonly default: { readonly source: string; readonly wave: string; readonly sector: string };
	readonly districtGroupNote: string;
	/** What the figures of a page can't say, by sector code or `overview`. */
	readonly limits: Readonly<Record<string, readonly Limit[]>>;
	/** Whether the sector is shedding jobs, by sector code. */
	readonly demandRisk: Readonly<Record<string, Omit<Limit, 'title'> & { readonly risk: string }>>;
	readonly attribution: readonly string[];
	readonly skillHours: string;
}

export interface Limit {
	readonly title: string;
	readonly text: string;
	readonly source: string;
}

/** When a figure may be shown, and how; see data/thresholds.json. */
export interface Thresholds {
	readonly level: number;
	readonly minimumRespondents: number;
	readonly lowRespondents: number;
	readonly minimumClusters: number;
	readonly shareIntervalWidth: number;
	readonly relativeStandardError: number;
	/** Figures of fewer than these do not leave a survey of the reader's own, unless its owner says so. */
	readonly withheldBelow: {
		readonly persons: number;
		readonly establishments: number;
		/** Of records of everybody. */
		readonly heads: number;
	};
}

/** The label of a code; the code itself where the list does not know it. */
export function labelOf(catalogue: Catalogue, list: string, code: string): string {
	return catalogue.codeLists[list]?.find((entry) => entry.code === code)?.label ?? code;
}
