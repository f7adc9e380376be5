import type { TableId } from './declaration.ts';
import { dimensions } from './dimensions.ts';
import type { InR } from './expression-in-r.ts';
import { auditInR } from './in-r-audit.ts';
import { enrolmentInR } from './in-r-enrolment.ts';
import { tracerInR } from './in-r-tracer.ts';

/**
 * Every declared indicator in R, by id: written from its definition, not translated from its SQL, so that
 * the two check each other.
 */
export const indicatorsInR: Readonly<Record<string, InR>> = {
	...auditInR,
	...tracerInR,
	...enrolmentInR
};

const text = (column: string): string => `as.character(${column})`;

const ageBand = `as.character(cut(age, c(-Inf, 25, 35, 55, Inf), c("15-24", "25-34", "35-54", "55+"), right = FALSE))`;

const majorGroup = 'substr(occupation, 1, 1)';

/** Dimensions whose code is not simply the text of a column of their name, by table. */
const special: Readonly<Record<string, Readonly<Partial<Record<TableId, string>>>>> = {
	age: { audit_skill: ageBand },
	occupation: { audit_skill: majorGroup, tracer: majorGroup },
	residence: { enrolment: 'residence_at_entry' },
	// A stratum of the frame is named wave-institution-group of fields.
	institution: { frame: `sapply(strsplit(stratum, "-", fixed = TRUE), "[", 2)` },
	required_level: { audit_skill: text('proficiency_required') },
	attained_level: { audit_skill: text('proficiency_attained') }
};

/** Columns that are read as text, so that the column is the code. */
const plain: ReadonlySet<string> = new Set([
	...['sector', 'skill', 'sex', 'residence', 'district_group', 'size_band', 'isced_level'],
	...['rater', 'wave', 'field', 'institution', 'cohort', 'year', 'residence_origin', 'disability'],
	...['status', 'barrier', 'field_match']
]);

/**
 * The code that a row has in a dimension, as an expression of R; undefined where none is known.
 * Groupings are looked up in what they group: `regroup()` stands in every script that uses one.
 */
export function dimensionInR(id: string, table: TableId): string | undefined {
	const dimension = dimensions[id];
	if (!dimension?.expressions[table]) return undefined;
	const { groups } = dimension;
	if (!groups) return special[id]?.[table] ?? (plain.has(id) ? id : undefined);
	const base = dimensionInR(groups.dimension, table);
	if (base === undefined) return undefined;
	const codes = Object.entries(groups.codes).map(([from, to]) => `"${from}" = "${to}"`);
	return `regroup(${base}, c(${codes.join(', ')}))`;
}
