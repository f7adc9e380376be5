import type { Catalogue, Code } from '#lib/contracts/catalogue.ts';
import type { Contracts } from '#lib/contracts/import-contracts.ts';
import { PlainAnswers } from './cell-words.ts';
import { CodeList } from './code-list.ts';
import { bareHeading } from './heading.ts';
import { Namer, type Naming } from './names.ts';
import { Scales } from './scales.ts';
import type { Kind } from './types.ts';

/** What the matching of one file needs, made once. */
export interface Tools {
	readonly contracts: Contracts;
	readonly catalogue: Catalogue;
	readonly namer: Namer;
	readonly answers: PlainAnswers;
	readonly scales: Scales;
	readonly currency: readonly string[];
	/** Rows of the file. */
	readonly rows: number;
	/** Whether the file is made after a contract: its headings are the names of fields. */
	readonly ours: boolean;
	/** Whether its headings are those of a table of that kind. */
	madeFor(kind: Kind): boolean;
	/** A code list of the catalogue; `skills` is that of skills. */
	list(id: string): CodeList | undefined;
	/** Whether a heading names the classification behind the list, so that its numbers are codes of it. */
	namesClassification(naming: Naming, list: string): boolean;
}

/** @param headings of all columns of the file */
export function makeTools(
	{ catalogue, contracts }: { catalogue: Catalogue; contracts: Contracts },
	headings: readonly string[],
	rows: number
): Tools {
	const { words } = contracts;
	const answers = new PlainAnswers(words.missing, words.general);
	const namer = new Namer(words);
	const table = contractOf(headings, contracts);
	const lists = new Map<string, CodeList | undefined>();
	return {
		contracts,
		catalogue,
		namer,
		answers,
		scales: new Scales(words.scales, answers),
		currency: words.general.currency,
		rows,
		ours: table !== undefined,
		madeFor: (kind) => table !== undefined && own(kindOfTable, table) === kind,
		list(id) {
			if (!lists.has(id)) lists.set(id, makeList(id, { catalogue, contracts, answers }));
			return lists.get(id);
		},
		namesClassification(naming, list) {
			const { names = [], not = [] } = own(words.classifications, list) ?? {};
			const said = (name: string) => namer.phrase(name).every((word) => naming.all.includes(word));
			return names.some(said) && !not.some(said);
		}
	};
}

/** The table whose fields the headings name, nearly all of them; undefined where none is. */
function contractOf(headings: readonly string[], { tables }: Contracts): string | undefined {
	const called = headings.map(bareHeading).filter((heading) => !heading.startsWith('_'));
	const shares = Object.values(tables).map(({ name, fields }) => {
		const names = new Set(fields.map((field) => field.name));
		return { name, same: called.filter((heading) => names.has(heading)).length };
	});
	const [best] = shares.sort((one, other) => other.same - one.same);
	return best && best.same >= 6 && best.same >= called.length * 0.8 ? best.name : undefined;
}

const kindOfTable: Readonly<Record<string, Kind>> = {
	tracer: 'tracer',
	audit_establishment: 'audit',
	audit_skill: 'audit',
	enrolment: 'enrolment',
	labour_force: 'labour-force'
};

interface ListContext {
	readonly catalogue: Catalogue;
	readonly contracts: Contracts;
	readonly answers: PlainAnswers;
}

function makeList(
	id: string,
	{ catalogue, contracts, answers }: ListContext
): CodeList | undefined {
	const name = id === 'skills' ? 'skill' : id;
	const codes = name === 'skill' ? skillCodes(catalogue) : own(catalogue.codeLists, name);
	if (!codes) return undefined;
	const { values, classifications } = contracts.words;
	return new CodeList(
		{
			id: name,
			codes,
			children: childrenOf(name, codes, catalogue),
			words: own(values, name),
			classification: own(classifications, name)
		},
		answers
	);
}

function skillCodes({ skills }: Catalogue): Code[] {
	return skills.map(({ id, label, escoLabel, escoUri }) => ({
		code: id,
		label,
		full_label: escoLabel,
		also_written: escoUri
	}));
}

/** Codes of another list whose `parent` is a code of this one: districts of a group. */
function childrenOf(id: string, codes: readonly Code[], { codeLists }: Catalogue): Code[] {
	const ours = new Set(codes.map(({ code }) => code));
	return Object.entries(codeLists).flatMap(([other, rows]) => {
		const parents = rows.map(({ parent }) => parent ?? '');
		const finer = other !== id && rows.length > 0 && parents.every((parent) => ours.has(parent));
		return finer ? [...rows] : [];
	});
}

/** A property of the record itself: a name such as `constructor` finds nothing. */
export function own<Value>(
	record: Readonly<Record<string, Value>>,
	key: string
): Value | undefined {
	return Object.hasOwn(record, key) ? record[key] : undefined;
}
