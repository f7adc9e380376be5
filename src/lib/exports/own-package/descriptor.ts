import type { Measured } from '#lib/ingest/reading/sha256.ts';
import { ownPackage as words } from '#lib/vocabulary/messages/own-package.ts';
import { codeFileOf, type CodeFile } from './code-files.ts';
import type { DescribedColumn } from './described-table.ts';
import type { DescribedPackage } from './described-package.ts';
import { plainName } from './plain-name.ts';

const profile = 'https://datapackage.org/profiles/2.0/datapackage.json';

/**
 * The descriptor of the package of an own survey, for datapackage.json: Data Package and Table Schema, version 2
 * (https://datapackage.org/standard/). What it asks of a column, all of its cells keep. No licence: the records are
 * their owner's.
 * @param size of the table as CSV
 */
export function ownDescriptor(
	described: DescribedPackage,
	{ bytes, sha256 }: Readonly<Measured>
): object {
	const { title, recipe, table, codeFiles, source } = described;
	const { file, survey } = recipe;
	return {
		$schema: profile,
		name: packageName(described),
		title,
		description: [survey.universe, words.confidential].filter((part) => part !== '').join('. '),
		...(survey.synthetic ? { synthetic: true, notice: words.synthetic } : {}),
		sources: [{ title: file.name, ...(source ? { path: source.path } : {}), sha256: file.sha256 }],
		resources: [
			{
				...{ name: resourceName(table.name), type: 'table', path: `${table.name}.csv`, ...csv },
				...(table.title === '' ? {} : { title: table.title }),
				...(table.description === '' ? {} : { description: table.description }),
				...{ bytes, hash: `sha256:${sha256}`, rows: table.rows },
				schema: {
					fields: table.columns.map((column) => fieldOf(column, codeFiles)),
					missingValues: [''],
					...(table.primaryKey.length > 0 ? { primaryKey: table.primaryKey } : {}),
					...foreignKeys(table.columns, codeFiles)
				}
			},
			...codeFiles.map(codeResource),
			...(source
				? [{ name: 'source-file', path: source.path, title: words.sourceFile, bytes: source.bytes }]
				: [])
		]
	};
}

const csv = {
	format: 'csv',
	mediatype: 'text/csv',
	encoding: 'utf-8',
	dialect: { delimiter: ',', lineTerminator: '\n', quoteChar: '"', doubleQuote: true, header: true }
} as const;

/** For the descriptor and for the name of the file. */
export function packageName({ title, table }: Pick<DescribedPackage, 'title' | 'table'>): string {
	return `${plainName(title) || resourceName(table.name)}-data-package`;
}

function resourceName(table: string): string {
	return table.replaceAll('_', '-');
}

function fieldOf(column: DescribedColumn, files: readonly CodeFile[]): object {
	const { name, title, description, type, field, from, missing, constraints, codes } = column;
	const list = codeFileOf(column, files);
	const value = (code: string) => (type === 'integer' ? Number(code) : code);
	return {
		...{ name, type, title },
		...(description === '' ? {} : { description }),
		...(type === 'boolean' ? { trueValues: ['true'], falseValues: ['false'] } : {}),
		...(field?.unit === undefined ? {} : { unit: field.unit }),
		...(from.length > 0
			? { from: from.map(({ heading, name: called }) => heading || called) }
			: {}),
		missing,
		...(codes?.several ? { several: words.several } : {}),
		...(list && codes
			? { categories: codes.codes.map(({ code, label }) => ({ value: value(code), label })) }
			: {}),
		...(Object.keys(constraints).length > 0 ? { constraints } : {})
	};
}

function foreignKeys(columns: readonly DescribedColumn[], files: readonly CodeFile[]): object {
	const keys = columns.flatMap((column) => {
		const list = codeFileOf(column, files);
		if (!list) return [];
		return [{ fields: [column.name], reference: { resource: list.name, fields: ['code'] } }];
	});
	return keys.length > 0 ? { foreignKeys: keys } : {};
}

function codeResource({ name, path, type, codes }: CodeFile): object {
	return {
		...{ name, type: 'table', path, ...csv, rows: codes.length },
		schema: {
			fields: [
				{ name: 'code', type, constraints: { required: true, unique: true } },
				{ name: 'label', type: 'string' },
				{ name: 'of_file', type: 'boolean', description: words.ofFile }
			],
			missingValues: [''],
			primaryKey: ['code']
		}
	};
}
