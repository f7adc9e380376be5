import type { Catalogue, Code } from './catalogue.ts';

/** A Frictionless Table Schema of data/schemas/, with what a row is and the code lists of its fields. */
export interface TableSchema {
	readonly name: string;
	readonly title: string;
	readonly description: string;
	/** What a row is: "one graduate". */
	readonly row: string;
	readonly fields: readonly SchemaField[];
	readonly missingValues: readonly string[];
	readonly primaryKey: readonly string[];
}

export interface SchemaField {
	readonly name: string;
	readonly type: string;
	readonly title: string;
	readonly description: string;
	readonly unit?: string;
	readonly example?: string;
	/** Name of the code list, as `codesOfField` finds it. */
	readonly codeList?: string;
	/** Codes of other fields with which the question is put; without it everybody is asked. */
	readonly askedWhen?: Readonly<Record<string, readonly string[]>>;
	readonly constraints?: FieldConstraints;
}

export interface FieldConstraints {
	readonly required?: boolean;
	readonly minimum?: number;
	readonly maximum?: number;
	readonly enum?: readonly (string | number)[];
}

/** The codes that a field can hold, in the order of their list; none where it has no list. */
export function codesOfField(
	{ codeList }: Pick<SchemaField, 'codeList'>,
	{ codeLists }: Pick<Catalogue, 'codeLists'>
): readonly Code[] {
	// The schemas name the file of skills, the catalogue its code list.
	const id = codeList === 'skills' ? 'skill' : codeList;
	return id === undefined ? [] : (codeLists[id] ?? []);
}
