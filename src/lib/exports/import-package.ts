import type { Catalogue } from '#lib/contracts/catalogue.ts';
import type { Contracts } from '#lib/contracts/import-contracts.ts';
import { codesOfField, type SchemaField } from '#lib/contracts/table-schema.ts';
import type { CanonicalColumn } from '#lib/ingest/checking/check-file.ts';
import type { ImportResult } from '#lib/ingest/import.ts';

/**
 * The descriptor of a file that was imported, for datapackage.json: Data Package and Table Schema, version 2.
 * Fields of the contract keep their schema, with the heading that they came from.
 */
export function importPackage(
	{ recipe, checked }: ImportResult,
	{ catalogue, contracts }: { readonly catalogue: Catalogue; readonly contracts: Contracts }
): object {
	const { table } = checked;
	const schema = contracts.tables[table.name];
	const fields = table.columns.map((column) =>
		fieldOf(
			column,
			schema?.fields.find(({ name }) => name === column.name),
			catalogue
		)
	);
	return {
		$schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
		name: table.name.replaceAll('_', '-'),
		title: recipe.survey.title,
		...(recipe.survey.synthetic ? { synthetic: true } : {}),
		sources: [{ title: recipe.file.name, sha256: recipe.file.sha256 }],
		resources: [
			{
				...{ name: table.name.replaceAll('_', '-'), type: 'table', path: `${table.name}.csv` },
				...{ format: 'csv', mediatype: 'text/csv', encoding: 'utf-8' },
				...(schema ? { title: schema.title, description: schema.description } : {}),
				dialect: { delimiter: ',', lineTerminator: '\n' },
				rows: table.rows,
				schema: {
					fields,
					missingValues: [''],
					...(schema ? { primaryKey: schema.primaryKey } : {})
				}
			}
		]
	};
}

function fieldOf(
	{ name, title, type, from }: CanonicalColumn,
	field: SchemaField | undefined,
	catalogue: Catalogue
): object {
	const codes = field ? codesOfField(field, catalogue) : [];
	const value = (code: string) => (type === 'integer' ? Number(code) : code);
	return {
		...(field ?? { name, title }),
		type,
		...(from.length > 0 ? { from } : {}),
		...(codes.length > 0 && (type === 'string' || type === 'integer')
			? { categories: codes.map(({ code, label }) => ({ value: value(code), label })) }
			: {})
	};
}
