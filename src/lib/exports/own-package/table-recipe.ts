import type { Reading } from '#lib/ingest/reading/reading.ts';
import type { Measured } from '#lib/ingest/reading/sha256.ts';
import type { Kind, RowUnit } from '#lib/ingest/matching/types.ts';
import type { MatchStep, Recipe, Step } from '#lib/ingest/recipe/recipe.ts';
import type { DescribedColumn } from './described-table.ts';
import type { DescribedPackage } from './described-package.ts';

/** How `csvPages` writes. */
const written: Reading = {
	...{ format: 'text', gzip: false, encoding: 'utf-8', bom: false },
	...{ delimiter: ',', quote: '"', comment: '', headerRow: 1, headerRows: 1 },
	...{ decimal: '.', thousands: '' }
};

const kinds: Readonly<Record<string, readonly [Kind, RowUnit]>> = {
	tracer: ['tracer', 'graduate'],
	audit_skill: ['audit', 'worker-skill'],
	audit_establishment: ['audit', 'establishment'],
	enrolment: ['enrolment', 'head-count'],
	labour_force: ['labour-force', 'person']
};

/**
 * The recipe that makes the table of the package out of its own CSV file: every column stands for itself. With it
 * come what the file alone does not tell, such as the title of the survey, and what its owner decided.
 */
export function tableRecipe(
	{ table, recipe, settled, design }: DescribedPackage,
	{ sha256 }: Pick<Measured, 'sha256'>
): Recipe {
	const { name, columns, rows } = table;
	const [kind, unit] = kinds[name] ?? ['other', 'row'];
	const isBlank = columns.some(
		({ field, missing }) => field?.constraints?.required === true && missing > 0 && missing < rows
	);
	const rules = new Set([...settled.accepted, ...(isBlank ? ['required-blank'] : [])]);
	const steps: Step[] = [
		{ do: 'read', reading: written },
		{ do: 'kind', kind, unit },
		...(name in kinds ? columns.flatMap((column) => standsForItself(column, rows)) : []),
		...columns.map((column): Step => ({ do: 'keep', column: column.name })),
		...designStep(design),
		...[...rules].map((rule): Step => ({ do: 'accept', rule }))
	];
	return {
		format: 'recipe-1',
		file: { name: `${name}.csv`, sha256, rows, columns: columns.map((column) => column.name) },
		survey: recipe.survey,
		steps
	};
}

function designStep({ strata, cluster, weight, fpc }: DescribedPackage['design']): Step[] {
	// Waves are told by their own column.
	const stratum = strata.filter((name) => name !== 'wave');
	const design = {
		...(weight === undefined ? {} : { weight }),
		...(stratum.length > 0 ? { stratum } : {}),
		...(cluster.length > 0 ? { cluster } : {}),
		...(fpc === undefined ? {} : { fpc })
	};
	return Object.keys(design).length === 0 ? [] : [{ do: 'design', design }];
}

/** Columns without any cell are filled as they were before. */
function standsForItself(
	{ name, type, field, codes, missing }: DescribedColumn,
	rows: number
): Step[] {
	if (!field || missing === rows) return [];
	const as: MatchStep['as'] =
		field.codeList !== undefined && (codes || type === 'boolean')
			? 'codes'
			: type === 'integer' || type === 'number'
				? 'number'
				: 'text';
	const match: Step = {
		...{ do: 'match', contract: name, columns: [name], as },
		...(codes?.several ? { separator: ' ' } : {})
	};
	const own = codes?.codes.filter(({ isOwn }) => isOwn) ?? [];
	if (own.length === 0) return [match];
	const values = Object.fromEntries(own.map(({ code }) => [code, code]));
	return [match, { do: 'values', contract: name, values }];
}
