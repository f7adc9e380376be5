import { matchingWords as messages } from '#lib/vocabulary/messages/import-matching.ts';
import type { SchemaField } from '#lib/contracts/table-schema.ts';
import { wordsFor, type Named } from './candidates.ts';
import { plainRecord } from './cell-words.ts';
import { round, type Settled } from './settle.ts';
import type { Tools } from './tools.ts';
import type { ColumnMatch, ColumnProfile } from './types.ts';

interface Context {
	readonly fields: readonly SchemaField[];
	readonly taken: Settled;
	readonly table: string;
}

/** Questions with several answers that have one column an answer: `barrier/cost`, `barrier/data`. */
export function findChoices(
	columns: readonly Named[],
	{ fields, taken, table }: Context,
	tools: Tools
): ColumnMatch[] {
	const used = new Set(taken.matches.flatMap((match) => match.columns));
	return fields.flatMap((field) => {
		const words = wordsFor(field.name, table, tools);
		const list = tools.list(field.codeList ?? '');
		if (!words?.multiple || !list || taken.matches.some(({ contract }) => contract === field.name))
			return [];
		const groups = new Map<string, { column: string; code: string }[]>();
		for (const { profile } of columns) {
			const parts = /^(.{2,})(?:\/|\[|\(|::|\.|:\s|\s[-–]\s|_)([^/[\]()]+)[\])]?$/u.exec(
				profile.column.heading
			);
			if (!parts || used.has(profile.column.name) || !isTicked(profile, tools)) continue;
			const [, question = '', answer = ''] = parts;
			const read = list.read(answer.replaceAll('_', ' '));
			if (!read || !('code' in read) || read.code === null) continue;
			groups.set(question, [
				...(groups.get(question) ?? []),
				{ column: profile.column.name, code: read.code }
			]);
		}
		return [...groups]
			.flatMap(([question, options]) => {
				const naming = tools.namer.naming({ id: '', heading: question, name: question });
				const { score } = tools.namer.evidence(naming, words);
				if (options.length < 2 || score < 0.55) return [];
				return [matchOf(field.name, { options, score })];
			})
			.slice(0, 1);
	});
}

/** Ticked or not: nought and one, yes and no. */
function isTicked(profile: ColumnProfile, tools: Tools): boolean {
	return (
		profile.distinct <= 3 &&
		profile.top.every(
			({ value }) =>
				/^[01](?:\.0+)?$/.test(value) || tools.answers.yesOrNo(value.toLowerCase()) !== undefined
		)
	);
}

interface Group {
	readonly options: readonly { readonly column: string; readonly code: string }[];
	readonly score: number;
}

function matchOf(contract: string, { options, score }: Group): ColumnMatch {
	return {
		contract,
		columns: options.map(({ column }) => column),
		confidence: round(Math.min(0.97, 0.6 + 0.4 * score)),
		reason: messages.answerColumns(options.length),
		others: [],
		values: plainRecord(options.map(({ column, code }) => [column, code])),
		unmatched: [],
		as: 'codes'
	};
}
