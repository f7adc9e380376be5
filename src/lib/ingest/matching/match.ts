import type { Catalogue } from '#lib/contracts/catalogue.ts';
import type { Contracts } from '#lib/contracts/import-contracts.ts';
import type { SchemaField } from '#lib/contracts/table-schema.ts';
import { aggregateShare } from './aggregate.ts';
import { askAll } from './asks.ts';
import type { Named } from './candidates.ts';
import { withSubject } from './counted.ts';
import { findDesign } from './design.ts';
import { candidatesOf, foundByTable, howDrawn } from './found-by-table.ts';
import { guessKind } from './kind.ts';
import { findChoices } from './choices.ts';
import { findPersonal } from './personal.ts';
import { settle } from './settle.ts';
import { sharedFields, tellsOfThings } from './shared-fields.ts';
import { makeTools, type Tools } from './tools.ts';
import {
	askBelow,
	type ColumnProfile,
	type Kind,
	type KindGuess,
	type Matching,
	type RowUnit
} from './types.ts';
import { findWideSkills, wideMatches } from './wide.ts';

export interface MatchContext {
	readonly catalogue: Catalogue;
	readonly contracts: Contracts;
	readonly fileName: string;
	/** What the person says that the file is. */
	readonly kind?: Kind;
	/** Title rows above the header. */
	readonly above?: readonly string[];
}

/**
 * Says what a file is and which of its columns are contract columns, from what its columns are called and
 * hold. Deterministic; the order of the columns does not matter. What is less sure than `askBelow` is asked.
 */
export function matchColumns(profiles: readonly ColumnProfile[], context: MatchContext): Matching {
	const rows = Math.max(0, ...profiles.map(({ filled }) => filled));
	const headings = profiles.map(({ column }) => column.heading);
	const tools = makeTools(context, headings, rows);
	const columns = readHeadings(profiles, context, tools);
	const skills = findWideSkills(columns, tools);
	const inWide = new Set(skills?.columns.map(({ column }) => column));
	const single = columns.filter(({ profile }) => !inWide.has(profile.column.name));
	const tables = foundByTable(single, tools);
	const kind = decideKind({ columns, tables, wide: inWide.size, context }, tools);
	const wide = kind.guess === 'audit' && kind.unit === 'worker' ? skills : undefined;
	const table = tableOf(kind.guess, kind.unit);
	const free = wide ? single : columns;
	const drawn = table === undefined ? howDrawn(tables, free, tools) : 'no';
	const things = table === undefined && tellsOfThings(columns, tools);
	const fields =
		table === undefined
			? sharedFields({ unit: kind.unit, things, drawn }, tools)
			: (context.contracts.tables[table]?.fields ?? []);
	const wanted = [...fields.filter(({ name }) => !(wide && measures.has(name))), population];
	const looked = { fields: wanted, table: table ?? (drawn === 'surely' ? 'sample' : 'other') };
	const candidates = candidatesOf(free, looked, tools);
	const settled = settle(free, candidates, {
		fields: wanted,
		// One sign alone that things were drawn is no proof.
		doubtful: things && drawn === 'perhaps' ? () => true : restsOnKind(kind, context)
	});
	const choices = findChoices(free, { fields: wanted, taken: settled, table: table ?? '' }, tools);
	const design = findDesign(free, settled, rows);
	const personal = findPersonal(columns, tools);
	const skillMatches = wide ? wideMatches(wide, columns, tools) : [];
	const taken = settled.matches.filter(({ contract }) => contract !== population.name);
	const matches = [...taken, ...choices, ...skillMatches];
	return {
		kind,
		matches,
		personal,
		...(wide ? { wide: { columns: wide.columns } } : {}),
		design,
		asks: askAll(
			{
				...{ kind, columns, settled, table, matches, design, wide, personal },
				given: context.kind !== undefined
			},
			tools
		)
	};
}

/** While it is asked what kind of file it is, columns that only that kind has are asked too. */
function restsOnKind(kind: KindGuess, { contracts, kind: given }: MatchContext) {
	const asked = given === undefined && kind.confidence < askBelow;
	const shared = new Set(contracts.words.kinds.anywhere);
	return (contract: string) => asked && !shared.has(contract);
}

/** Columns with what their headings say, in the order of their names: ties fall the same way however a file is arranged. */
function readHeadings(
	profiles: readonly ColumnProfile[],
	context: MatchContext,
	tools: Tools
): Named[] {
	const titles = titlesOf(context);
	return [...profiles]
		.sort((one, other) => (one.column.name < other.column.name ? -1 : 1))
		.map((profile) => {
			const naming = withSubject(tools.namer.naming(profile.column), titles, tools);
			return { profile, naming, judged: new Map() };
		});
}

/** What is said of the whole file: its name and the rows above the header. */
function titlesOf({ fileName, above = [] }: MatchContext): string[] {
	return [fileName.replace(/\.\w+$/, ''), ...above];
}

/** No contract asks for it, but it competes for columns: the size of the population behind a stratum. */
const population: SchemaField = {
	name: 'fpc',
	type: 'integer',
	title: 'Population',
	description: ''
};

/** Contract columns that wide skills stand for. */
const measures = new Set(['skill', 'importance', 'proficiency_required', 'proficiency_attained']);

interface KindContext {
	readonly columns: readonly Named[];
	/** By table, by contract column, the confidence. */
	readonly tables: ReadonlyMap<string, ReadonlyMap<string, number>>;
	readonly wide: number;
	readonly context: MatchContext;
}

function decideKind({ columns, tables, wide, context }: KindContext, tools: Tools): KindGuess {
	const found = (...names: string[]) =>
		new Map(names.flatMap((name) => [...(tables.get(name) ?? [])]));
	const titles = titlesOf(context);
	const evidence = {
		columns,
		titles,
		wide,
		found: {
			tracer: found('tracer'),
			audit: found('audit_establishment', 'audit_skill'),
			enrolment: found('enrolment'),
			'labour-force': found('labour_force')
		},
		aggregate: aggregateShare(
			columns,
			{ titles, persons: personColumns(tables) + Math.min(2, wide) },
			tools
		)
	};
	return guessKind(evidence, tools, context.kind);
}

/** How many columns were found that only people told one by one have. */
function personColumns(tables: ReadonlyMap<string, ReadonlyMap<string, number>>): number {
	const single = [
		'age',
		'weight',
		'cluster',
		'household',
		'hours',
		'seeking',
		'rater',
		'proficiency_required',
		'proficiency_attained',
		'months_to_first_job'
	];
	return single.filter((contract) =>
		[...tables.values()].some((found) => (found.get(contract) ?? 0) >= 0.85)
	).length;
}

/** The table that a survey of this kind fills; none for other files. */
export function tableOf(kind: Kind, unit: RowUnit): string | undefined {
	if (kind === 'audit') return unit === 'establishment' ? 'audit_establishment' : 'audit_skill';
	return {
		tracer: 'tracer',
		enrolment: 'enrolment',
		'labour-force': 'labour_force',
		other: undefined
	}[kind];
}
