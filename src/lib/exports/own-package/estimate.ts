import type { Indicator } from '#lib/indicators/declaration.ts';
import { indicators } from '#lib/indicators/declared.ts';
import { indicatorsInR } from '#lib/indicators/in-r.ts';
import { ownPackage } from '#lib/vocabulary/messages/own-package.ts';
import { quoteIdentifier } from '#lib/warehouse/identifier.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import type { DescribedColumn, DescribedTable } from './described-table.ts';
import type { PackageDesign } from './package-design.ts';

const words = ownPackage.estimate;

/** The one estimate that the scripts of a package print. */
export type PackageEstimate =
	| MeasureEstimate
	/** The share of each code of a column, or the mean of its numbers. */
	| { readonly kind: 'shares' | 'mean'; readonly title: string; readonly column: string }
	/** Rows, where nothing can be estimated. */
	| { readonly kind: 'rows'; readonly title: string };

/** Of a numerator, over a denominator in a ratio; in both languages over one row. */
export interface MeasureEstimate {
	readonly kind: 'share' | 'ratio';
	readonly title: string;
	readonly inR: { readonly y: string; readonly x?: string };
	readonly inStata: { readonly y: string; readonly x?: string };
	/** What the site answers, before it is rounded; absent where no page asks. */
	readonly onSite?: number;
}

interface Headline {
	readonly indicator: string;
	/** Columns without which it cannot be told. */
	readonly needs: readonly string[];
	readonly kind: MeasureEstimate['kind'];
	/** Over one row, missing where the answer is. Text is still text. */
	readonly inStata: MeasureEstimate['inStata'];
}

const isAnyOf = (column: string, codes: readonly string[]): string =>
	`inlist(${column}, ${codes.map((code) => `"${code}"`).join(', ')}) if ${column} != ""`;

/** By table, what it tells first: an indicator of the site, and the same in Stata. */
const headlines: Readonly<Record<string, Headline>> = {
	tracer: {
		...{ indicator: 'employment', needs: ['status'], kind: 'share' },
		inStata: { y: isAnyOf('status', ['employee', 'own_account', 'employer', 'family', 'intern']) }
	},
	audit_skill: {
		...{ indicator: 'incidence', kind: 'share' },
		needs: ['proficiency_required', 'proficiency_attained'],
		inStata: {
			y: 'proficiency_required > proficiency_attained if !missing(proficiency_required, proficiency_attained)'
		}
	},
	audit_establishment: {
		...{ indicator: 'gap-density', needs: ['staff', 'staff_not_proficient'], kind: 'ratio' },
		inStata: {
			y: 'staff_not_proficient if !missing(staff_not_proficient, staff)',
			x: 'staff if !missing(staff_not_proficient, staff)'
		}
	},
	enrolment: {
		...{ indicator: 'women-among-enrolled', needs: ['sex', 'enrolled'], kind: 'ratio' },
		inStata: {
			y: 'enrolled * (sex == "F") if sex != "" & !missing(enrolled)',
			x: 'enrolled if sex != "" & !missing(enrolled)'
		}
	}
};

/** Chooses what the scripts print, and works it out as the site does. */
export async function packageEstimate(
	warehouse: Warehouse,
	table: DescribedTable,
	design: PackageDesign
): Promise<PackageEstimate> {
	const headline = headlines[table.name];
	const isFilled = (name: string): boolean =>
		table.columns.some((column) => column.name === name && column.missing < table.rows);
	const indicator = indicators[headline?.indicator ?? ''];
	const inR = indicatorsInR[headline?.indicator ?? ''];
	if (!headline?.needs.every(isFilled) || !indicator || !inR) return anyEstimate(table, design);
	const onSite = await valueOf(warehouse, table, { design, measure: indicator });
	return {
		...{ kind: headline.kind, title: indicator.label, inStata: headline.inStata },
		inR: {
			y: inR.numerator,
			...(inR.denominator === undefined ? {} : { x: inR.denominator })
		},
		...(onSite === undefined ? {} : { onSite })
	};
}

/** Σ w·y / Σ w·x over the rows that have both. */
async function valueOf(
	warehouse: Warehouse,
	{ name }: DescribedTable,
	{
		design: { weight, strata, cluster },
		measure: { numerator, denominator = '1' }
	}: { readonly design: PackageDesign; readonly measure: Indicator }
): Promise<number | undefined> {
	const weighs = weight === undefined ? '1' : quoteIdentifier(weight);
	const needed = [...strata, ...cluster].map((column) => `${quoteIdentifier(column)} IS NOT NULL`);
	const { column } = await warehouse.query(`SELECT sum(w * y) / nullif(sum(w * x), 0) AS value
FROM (
	SELECT (${numerator})::DOUBLE AS y, (${denominator})::DOUBLE AS x, ${weighs}::DOUBLE AS w
	FROM ${quoteIdentifier(name)}
	${needed.length === 0 ? '' : `WHERE ${needed.join(' AND ')}`}
)
WHERE y IS NOT NULL AND x IS NOT NULL AND w IS NOT NULL`);
	const [value] = column('value');
	return typeof value === 'number' ? value : undefined;
}

/** Of a table of which no page tells anything: the shares of the first coded column, or the first mean. */
function anyEstimate(
	{ columns, rows }: DescribedTable,
	{ strata, cluster, weight, fpc }: PackageDesign
): PackageEstimate {
	const drawn = new Set([...strata, ...cluster, weight, fpc, 'wave', 'stratum', 'weight']);
	const free = columns.filter(({ name, missing }) => !drawn.has(name) && missing < rows);
	const coded = free.find((column) => isCoded(column));
	if (coded) return { kind: 'shares', title: words.shares(coded.title), column: coded.name };
	// Different in every row: a number that names, or none that is worth a mean.
	const number = free.find(
		({ type, distinct, missing }) => isNumber(type) && distinct > 1 && distinct < rows - missing
	);
	if (!number) return { kind: 'rows', title: words.rows };
	return { kind: 'mean', title: words.mean(number.title), column: number.name };
}

function isCoded({ codes, type, distinct }: DescribedColumn): boolean {
	return (
		codes !== undefined && !codes.several && type === 'string' && distinct > 1 && distinct <= 20
	);
}

function isNumber(type: string): boolean {
	return type === 'integer' || type === 'number';
}
