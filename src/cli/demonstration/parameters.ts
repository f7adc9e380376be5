/** Whole shares by code. They need not add up to anything: only their proportions count. */
export type Shares = Readonly<Record<string, number>>;

/** Per mille. `hardToFill` is of vacancies, `skillShortage` of those hard to fill, the others of staff. */
export interface Density {
	readonly notProficient: number;
	readonly vacancies: number;
	readonly hardToFill: number;
	readonly skillShortage: number;
}

/** One size band of a sector: its share of the jobs per mille, staff, and how much of it is sampled. */
export interface BandParameters {
	readonly jobsShare: number;
	readonly meanStaff: number;
	/** Establishments drawn. */
	readonly sampled: number;
	/** Workers drawn in each. */
	readonly workers: number;
}

export interface SectorParameters {
	readonly jobs: number;
	readonly residence: Shares;
	readonly districtGroups: Shares;
	readonly stratifyByDistrictGroup: boolean;
	/** Added to every skill's share of workers short, per mille. */
	readonly shortfallShift: number;
	readonly density: Density;
	readonly bands: Readonly<Record<string, BandParameters>>;
}

/** A sector with so few employers that every one is taken: each site a stratum, its crews the clusters. */
export interface TakenWholeParameters {
	readonly sector: string;
	/** No site is placed more finely than this. */
	readonly districtGroup: string;
	readonly jobs: number;
	readonly residence: Shares;
	readonly shortfallShift: number;
	readonly density: Density;
	/** Workers drawn at a site, or all where it has fewer. */
	readonly workersPerSite: number;
	/** The one site that did not answer. */
	readonly silentSite: string;
	readonly sites: readonly {
		readonly code: string;
		readonly staff: number;
		readonly crews: number;
		readonly crewsSampled: number;
	}[];
}

export interface AuditParameters {
	readonly seed: number;
	readonly wave: string;
	/** Least and most staff by size band. */
	readonly sizeBands: Readonly<Record<string, readonly [number, number]>>;
	/** Rural homes by district group, in per cent of the sector's own share. */
	readonly ruralPercent: Shares;
	readonly ineligible: number;
	readonly establishmentsAnswer: Shares;
	readonly workersAnswer: number;
	readonly supervisorRates: number;
	readonly missing: Shares;
	readonly establishmentSpread: number;
	readonly workerSpread: number;
	readonly professionalShift: number;
	readonly professionalDepth: number;
	readonly skillsPerWorker: number;
	readonly sectors: Readonly<Record<string, SectorParameters>>;
	readonly takenWhole: TakenWholeParameters;
}

export interface OccupationParameters {
	readonly code: string;
	readonly share: number;
	readonly women: number;
	readonly skills: readonly string[];
}

export interface OccupationsParameters {
	readonly occupations: Readonly<Record<string, readonly OccupationParameters[]>>;
	readonly commonSkills: Readonly<Record<string, readonly string[]>>;
	readonly schooling: Readonly<Record<string, Shares>>;
	readonly requiredShift: Shares;
}

export interface SkillParameters {
	readonly required: number;
	readonly importance: number;
	readonly short: number;
	readonly depth: number;
	readonly surplus: number;
}

/** Adds `short` per mille to the workers short where every named condition holds. */
export interface SkillEffect {
	readonly skills: readonly string[];
	readonly sectors?: readonly string[];
	readonly sex?: string;
	readonly residence?: readonly string[];
	readonly short: number;
}

export interface SkillsParameters {
	readonly skills: Readonly<Record<string, SkillParameters>>;
	readonly effects: readonly SkillEffect[];
}

interface FieldOutcome {
	/** Occupations that use the field, and sectors, with shares. */
	readonly occupations: Shares;
	readonly sectors: Shares;
	/** Graduates in a job of their field, per mille of those in work. */
	readonly matched: number;
	/** Added to the chance of a first job in a month, per ten thousand. */
	readonly hazard: number;
	readonly women: number;
}

export interface TracerParameters {
	readonly seed: number;
	readonly waves: readonly { readonly wave: string; readonly cohorts: readonly string[] }[];
	/** Programmes: institution, field, level, graduates a year. */
	readonly programmes: readonly Programme[];
	readonly clusterSize: number;
	readonly fieldGroups: Readonly<Record<string, readonly string[]>>;
	readonly programmesSampled: number;
	readonly answer: Shares;
	readonly ineligible: number;
	readonly origin: Shares;
	readonly move: Readonly<Record<string, Shares>>;
	readonly districtGroups: Readonly<Record<string, Shares>>;
	readonly disability: number;
	/** First-job chance a month per ten thousand, and a job before graduation per mille, by residence. */
	readonly hazard: Shares;
	readonly before: Shares;
	readonly womenHazard: number;
	/** Unemployed of those who once had a job, per mille, by residence and gender (`urban-F`). */
	readonly seeking: Shares;
	readonly waveShift: Shares;
	readonly statusEmployed: Readonly<Record<string, Shares>>;
	readonly statusWithoutJob: Shares;
	readonly statusOutside: Shares;
	readonly outside: number;
	readonly fields: Readonly<Record<string, FieldOutcome>>;
	readonly otherOccupations: Shares;
	readonly otherSectors: Shares;
	/** Maloti a month by level, and per cent by ISCO major group. */
	readonly pay: Shares;
	readonly payByMajor: Shares;
	readonly payWomen: number;
	readonly fieldMatch: Readonly<Record<string, Shares>>;
	readonly levelMatch: Readonly<Record<string, Shares>>;
	readonly barriers: Readonly<Record<string, Shares>>;
	/** By wave, barriers that the question did not offer. */
	readonly barriersNotOffered: Readonly<Record<string, readonly string[]>>;
	readonly wantsCourse: Shares;
	readonly missing: Shares;
}

export interface Programme {
	readonly institution: string;
	readonly field: string;
	readonly level: string;
	readonly size: number;
}

export interface EnrolmentParameters {
	readonly seed: number;
	readonly years: readonly string[];
	/** Students in the first year; growth from year to year per ten thousand. */
	readonly students: number;
	readonly growth: readonly number[];
	/** Share of all students and women among them, per mille, by field. */
	readonly fields: Readonly<Record<string, { readonly share: number; readonly women: number }>>;
	readonly residence: Readonly<Record<string, Shares>>;
	readonly entrants: Shares;
	readonly graduates: Shares;
}

/** What the demonstration is made from: the files of data/demonstration. */
export interface DemonstrationParameters {
	readonly audit: AuditParameters;
	readonly occupations: OccupationsParameters;
	readonly skills: SkillsParameters;
	readonly tracer: TracerParameters;
	readonly enrolment: EnrolmentParameters;
}
