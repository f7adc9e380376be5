import { matchingWords as words } from '#lib/vocabulary/messages/import-matching.ts';
import { labelOf } from '#lib/contracts/catalogue.ts';
import type { SchemaField } from '#lib/contracts/table-schema.ts';
import type { Guess } from '#lib/ingest/reading/reading.ts';
import type { Named } from './candidates.ts';
import { findDateDamage } from './date-damage.ts';
import { round, type Settled } from './settle.ts';
import type { Tools } from './tools.ts';
import {
	askBelow,
	type Ask,
	type ColumnMatch,
	type Design,
	type KindGuess,
	type PersonalColumn
} from './types.ts';
import type { WideSkills } from './wide.ts';

export interface Asked {
	readonly kind: KindGuess;
	/** The person has said the kind. */
	readonly given: boolean;
	readonly columns: readonly Named[];
	/** The table that the file fills; undefined for other files. */
	readonly table: string | undefined;
	readonly settled: Settled;
	readonly matches: readonly ColumnMatch[];
	readonly design: Guess<Design>;
	readonly wide: WideSkills | undefined;
	readonly personal: readonly PersonalColumn[];
}

/** Everything that the file does not tell surely enough, as questions. */
export function askAll(asked: Asked, tools: Tools): Ask[] {
	return [
		...askKind(asked),
		...askColumns(asked, tools),
		...asked.matches.flatMap((match) => askValues(match, asked, tools)),
		...askMeasure(asked),
		...asked.columns.flatMap((column) => askDate(column)),
		...asked.columns.flatMap((column) => askDamage(column))
	];
}

function askKind({ kind, given }: Asked): Ask[] {
	if (given || kind.confidence >= askBelow) return [];
	const options = [{ kind: kind.guess, confidence: kind.confidence }, ...kind.others];
	return [
		{
			id: 'kind',
			about: 'kind',
			question: words.askKind,
			options: options.map(({ kind: value, confidence }) => ({
				value,
				label: words.kinds[value],
				confidence: round(confidence)
			}))
		}
	];
}

const designColumns = new Set(['weight', 'stratum', 'cluster']);

function askColumns({ settled, matches, columns, table }: Asked, tools: Tools): Ask[] {
	const found = new Set(matches.map(({ contract }) => contract));
	const blank = new Set(
		tools.ours
			? columns
					.filter(({ profile }) => profile.filled === 0)
					.map(({ profile }) => profile.column.name)
			: []
	);
	return [...settled.chosen.values()]
		.filter(({ contract, sure }) => sure < askBelow && !found.has(contract) && contract !== 'fpc')
		.filter(({ column }) => !blank.has(column))
		.map(({ contract, column, sure, others }) => ({
			id: `column:${contract}`,
			about: designColumns.has(contract) ? ('design' as const) : ('column' as const),
			contract,
			question: words.askColumn(fieldOf(contract, table, tools)?.title ?? contract),
			options: [
				...[{ column, confidence: round(sure) }, ...others].map((option) => ({
					value: option.column,
					label: option.column,
					confidence: option.confidence
				})),
				{ value: '', label: words.noColumn }
			]
		}));
}

function askValues(match: ColumnMatch, asked: Asked, tools: Tools): Ask[] {
	const [column = ''] = match.columns;
	const field = fieldOf(match.contract, asked.table, tools);
	if (match.as === 'codes' || match.as === 'scale') {
		if (match.unmatched.length === 0) return [];
		const shown = match.unmatched.slice(0, 5).map(({ value }) => value);
		return [
			{
				id: `values:${match.contract}`,
				about: 'values',
				column,
				contract: match.contract,
				question: words.askValues(shown, match.unmatched.length - shown.length, column),
				options: [...codesOf(field, tools), { value: '', label: words.noAnswer }]
			}
		];
	}
	const guessed = asked.settled.chosen.get(match.contract)?.content.facts?.guessed ?? [];
	return guessed.map((value) => ({
		id: `missing:${match.contract}:${value}`,
		about: 'values' as const,
		column,
		contract: match.contract,
		question: words.askMissing(value, column),
		options: [
			{ value: '', label: words.noAnswer, confidence: 0.9 },
			{ value, label: words.theNumber(value), confidence: 0.1 }
		]
	}));
}

function codesOf(field: SchemaField | undefined, tools: Tools): Ask['options'] {
	const list = field?.codeList ?? '';
	const codes = tools.catalogue.codeLists[list] ?? [];
	return codes
		.slice(0, 60)
		.map(({ code }) => ({ value: code, label: labelOf(tools.catalogue, list, code) }));
}

/** Tables have fields of one name with codes of their own: the status of graduates and of a labour force. */
function fieldOf(contract: string, table = '', { contracts }: Tools): SchemaField | undefined {
	const { [table]: own, ...others } = contracts.tables;
	return [...(own ? [own] : []), ...Object.values(others)]
		.flatMap(({ fields }) => fields)
		.find(({ name }) => name === contract);
}

function askMeasure({ wide }: Asked): Ask[] {
	if (!wide || wide.said) return [];
	return [
		{
			id: 'wide',
			about: 'column',
			question: words.askMeasure(wide.columns.length),
			options: [
				{
					value: 'proficiency_attained',
					label: words.measures.proficiency_attained,
					confidence: 0.6
				},
				{
					value: 'proficiency_required',
					label: words.measures.proficiency_required,
					confidence: 0.2
				},
				{ value: 'importance', label: words.measures.importance, confidence: 0.2 }
			]
		}
	];
}

/** Dates that can be read with the day or the month first, and no date decides it. */
function askDate({ profile }: Named): Ask[] {
	const { dates, filled, column } = profile;
	const pairs = Object.entries(dates).flatMap(([pattern, count]) => {
		if (!pattern.startsWith('%d/%m') && !pattern.startsWith('%d-%m')) return [];
		const swapped = pattern.replace('%d', '#').replace('%m', '%d').replace('#', '%m');
		return dates[swapped] === count && count > filled * 0.5 ? [[pattern, swapped] as const] : [];
	});
	return pairs.slice(0, 1).map((patterns) => ({
		id: `date:${column.name}`,
		about: 'date',
		column: column.name,
		question: words.askDate(column.name, profile.top[0]?.value ?? ''),
		options: patterns.map((value) => ({
			value,
			label: value.startsWith('%d') ? words.theDay : words.theMonth,
			confidence: 0.5
		}))
	}));
}

function askDamage({ profile }: Named): Ask[] {
	const damage = findDateDamage(profile);
	if (damage.length === 0) return [];
	return damage.map(({ value, options }) => ({
		id: `damage:${profile.column.name}:${value}`,
		about: 'reading',
		column: profile.column.name,
		question: words.askDamage(value, profile.column.name),
		options: options.map((option) => ({ value: option, label: option }))
	}));
}
