import type { ColumnWords } from '#lib/contracts/import-contracts.ts';
import type { SchemaField } from '#lib/contracts/table-schema.ts';
import { contentOf } from './content.ts';
import type { Content } from './evidence.ts';
import { bareHeading } from './heading.ts';
import type { NameEvidence, Naming } from './names.ts';
import { own, type Tools } from './tools.ts';
import type { ColumnProfile } from './types.ts';

/** A column of the file that may be a contract column. */
export interface Candidate {
	readonly contract: string;
	/** RawColumn.name. */
	readonly column: string;
	/** 0 to 1, before other columns are looked at. */
	readonly confidence: number;
	readonly odds: number;
	readonly name: NameEvidence;
	readonly content: Content;
}

/** A column with what its name says, worked out once. */
export interface Named {
	readonly profile: ColumnProfile;
	readonly naming: Naming;
	/** What was judged before, by the words and name of the contract column; false: nothing speaks for it. */
	readonly judged: Map<ColumnWords | undefined, Map<string, Candidate | false>>;
}

/** The words of data/import for a field of a table. */
export function wordsFor(field: string, table: string, tools: Tools): ColumnWords | undefined {
	const { columns } = tools.contracts.words;
	return own(columns, `${table}.${field}`) ?? own(columns, field);
}

export interface Wanted {
	readonly field: SchemaField;
	readonly words: ColumnWords | undefined;
}

/** Judges one column as one contract column; undefined where neither name nor cells speak for it. */
export function judge(named: Named, wanted: Wanted, tools: Tools): Candidate | undefined {
	const { judged } = named;
	// Tables share most of their columns and words.
	const known = judged.get(wanted.words)?.get(wanted.field.name);
	if (known !== undefined) return known || undefined;
	const candidate = judgeAnew(named, wanted, tools);
	const byField = judged.get(wanted.words) ?? new Map<string, Candidate | false>();
	judged.set(wanted.words, byField.set(wanted.field.name, candidate ?? false));
	return candidate;
}

function judgeAnew(named: Named, wanted: Wanted, tools: Tools): Candidate | undefined {
	const { profile, naming } = named;
	const { field, words } = wanted;
	const name = tools.namer.evidence(naming, words);
	if (name.score < 0.2 && !tellsByCells(profile, wanted, tools)) return undefined;
	const content = contentOf(profile, { field, words, name: name.score, naming }, tools);
	const odds = nameOdds(name, naming) + content.odds;
	const column = profile.column.name;
	const ours = tools.ours && bareHeading(profile.column.heading) === field.name;
	if (ours && profile.filled > 0) {
		// The file is made after the contract: cells that cannot be are problems, not another column.
		return { contract: field.name, column, confidence: 0.99, odds: odds + 10, name, content };
	}
	const likely = 1 / (1 + Math.exp(-odds));
	const confidence = content.veto ? Math.min(0.15, likely) : likely;
	if (confidence < 0.05) return undefined;
	return {
		contract: field.name,
		column,
		confidence: Math.min(0.99, confidence),
		odds,
		name,
		content
	};
}

/** Whether it is worth looking for a contract column by its cells alone. */
function tellsByCells(profile: ColumnProfile, { field, words }: Wanted, tools: Tools): boolean {
	const coded = words?.holds === 'codes' || words?.holds === 'text';
	if (!coded || words.tells === false || profile.filled === 0) return false;
	if (profile.numbers > profile.filled / 2 && !profile.column.valueLabels) return false;
	const list = tools.list(field.codeList ?? '');
	if (!list || list.plain) return false;
	const labels = profile.column.valueLabels ?? {};
	const sample = profile.top.slice(0, 25);
	const hits = sample.filter(({ value }) => list.read(own(labels, value) ?? value) !== undefined);
	return hits.length >= sample.length * 0.4;
}

/** Log odds of a match from the name alone. A column whose name says nothing may be anything. */
function nameOdds({ score, against }: NameEvidence, naming: Naming): number {
	if (against !== undefined) return -4.5;
	if (naming.silent && score < 0.5) return -1.8;
	return -3.2 + 5.4 * score ** 1.2;
}
