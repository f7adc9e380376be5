import type { Code, Survey } from './catalogue.ts';

/** What a survey is: the first three tell the stories of pages, the others can be asked on /explore. */
export const ownKinds = ['tracer', 'audit', 'enrolment', 'labour-force', 'other'] as const;
export type OwnKind = (typeof ownKinds)[number];

/** A survey of the person's own, as the device keeps it: all but its records. */
export interface OwnSurvey {
	/** Kind and a fingerprint of file and recipe: `tracer-3f2a9c1b`. */
	readonly id: string;
	readonly kind: OwnKind;
	readonly title: string;
	readonly wave: string;
	/** Whom the survey is about, in a sentence; empty when its owner did not say. */
	readonly universe: string;
	/** Made up, as its owner says. */
	readonly synthetic: boolean;
	/** First and last day of the interviews, ISO 8601, where they are known. */
	readonly from?: string;
	readonly to?: string;
	readonly file: OwnFile;
	/** ISO 8601: when it was put on this device. */
	readonly keptOn: string;
	readonly facts: OwnFacts;
	/** Waves that its owner calls comparable with it: those of the site, or ids of other own surveys. */
	readonly comparableWith: readonly string[];
}

/** The file that a survey came from. */
export interface OwnFile {
	readonly name: string;
	/** Of the bytes of the file, in hexadecimal. */
	readonly sha256: string;
	/** Rows of data in the file. */
	readonly rows: number;
	readonly bytes: number;
}

/** What the tables of an own survey hold, found by counting. */
export interface OwnFacts {
	/** Rows by table. */
	readonly tables: Readonly<Record<string, number>>;
	/** Codes that the file brings and the code lists lack, by code list. */
	readonly codes: Readonly<Record<string, readonly Code[]>>;
	/** Years of the records, oldest first; empty where there are none. */
	readonly years: readonly string[];
	/** Years of graduation, oldest first. */
	readonly cohorts: readonly string[];
	/** Whether rows have weights: without them every row counts once. */
	readonly weighted: boolean;
}

/** The id of the survey that pages ask for a kind; undefined where no page asks. */
export function sourceOfKind(kind: OwnKind): 'tracer' | 'audit' | 'enrolment' | undefined {
	return kind === 'labour-force' || kind === 'other' ? undefined : kind;
}

/** Whether a text can be the id of an own survey; nothing is said of whether there is one. */
export function isOwnId(text: string): boolean {
	return new RegExp(`^(${ownKinds.join('|')})-[0-9a-f]{8}$`).test(text);
}

/** An own survey as the pages know surveys, under the id that their Questions name. */
export function surveyOfOwn(own: OwnSurvey, like: Survey | undefined): Survey {
	const source = sourceOfKind(own.kind) ?? own.kind;
	const { years, cohorts, tables } = own.facts;
	return {
		id: source,
		wave: own.wave,
		title: own.title,
		kind: own.kind,
		tables: Object.keys(tables),
		universe: Object.fromEntries(
			Object.keys(tables).map((table) => [table, own.universe || (like?.universe[table] ?? '')])
		),
		units: like?.units ?? {},
		from: own.from ?? '',
		to: own.to ?? '',
		mode: '',
		...(years.length > 0 ? { years } : {}),
		...(cohorts.length > 0 ? { cohorts } : {}),
		coverage: own.universe,
		excludes: '',
		access: 'own',
		synthetic: own.synthetic,
		licence: '',
		comparableWith: own.comparableWith,
		nextWaveDue: '',
		design: ''
	};
}

/** What a table of a survey of this device is called in SQL: the site's surveys have tables of the same names. */
export function ownTableName(table: string): string {
	return `own_${table}`;
}
