import { quoteIdentifier } from '#lib/warehouse/identifier.ts';
import type { Check } from './check.ts';
import type { Plan, PlannedField } from './plan.ts';

/** A weight beyond so many times the median is told. */
export const extremeWeight = 20;

/** What the design of the sample needs: weights that carry, strata with several clusters, numbers for names. */
export function designChecks(plan: Plan): Check[] {
	if (plan.table === 'other') return [];
	return [...weightChecks(plan), ...clusterChecks(plan), ...sumChecks(plan)];
}

function fieldOf({ fields }: Plan, name: string): PlannedField | undefined {
	return fields.find((field) => field.name === name);
}

function weightChecks(plan: Plan): Check[] {
	const source = fieldOf(plan, 'weight')?.source;
	if (source?.from !== 'cell') return [];
	const table = quoteIdentifier(plan.table);
	const base = { column: source.column.name, cell: source.column.id };
	const median = `(SELECT median(weight) FROM ${table} WHERE weight > 0)`;
	return [
		{ ...base, rule: 'weight-zero', severity: 'warning', where: 'weight = 0' },
		{
			...{ ...base, rule: 'weight-extreme', severity: 'warning' },
			limits: `${extremeWeight} times the median`,
			where: `weight > ${extremeWeight} * ${median}`
		}
	];
}

/** A row a stratum; the problem has no row of the file. */
function clusterChecks(plan: Plan): Check[] {
	const cluster = fieldOf(plan, 'cluster');
	const stratum = fieldOf(plan, 'stratum');
	if (!cluster || !stratum) return [];
	const isNamed = cluster.source.from !== 'row' && cluster.source.from !== 'field';
	if (!isNamed && stratum.source.from === 'constant') return [];
	return [
		{
			rule: 'one-cluster',
			severity: 'warning',
			...(stratum.source.from === 'joined'
				? { column: stratum.source.columns.map(({ name }) => name).join(', ') }
				: {}),
			query: `SELECT CAST(NULL AS INTEGER) AS row, stratum AS value FROM ${quoteIdentifier(plan.table)}
	WHERE stratum IS NOT NULL GROUP BY stratum HAVING count(DISTINCT cluster) = 1`
		}
	];
}

/** A head count that is as large as all the others together. */
function sumChecks(plan: Plan): Check[] {
	const enrolled = fieldOf(plan, 'enrolled')?.source;
	if (enrolled?.from !== 'cell') return [];
	const table = quoteIdentifier(plan.table);
	const all = `(SELECT sum(enrolled) FROM ${table} HAVING count(*) > 3)`;
	return [
		{
			...{ rule: 'sum-of-others', severity: 'warning' },
			...{ column: enrolled.column.name, cell: enrolled.column.id },
			where: `enrolled > 0 AND enrolled * 2 = ${all}`
		}
	];
}
