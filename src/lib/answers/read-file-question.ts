import type { FileIndicator } from '#lib/indicators/made-on-the-spot.ts';
import { problem, ProblemError, type Problem } from '#lib/vocabulary/problem.ts';
import { canonicalQuestion, type Question } from '#lib/vocabulary/question.ts';
import { checkQuestion } from './check-question.ts';
import { brokenFileRule, brokenRule } from './question-rules.ts';
import type { RowsAsked } from './rows/asked.ts';
import type { FullFileQuestion } from './rows/file-asked.ts';

/** What was asked: about a file, or about a survey of the site by a declared indicator. */
export type AskedQuestion =
	| { readonly about: 'file'; readonly question: FullFileQuestion }
	| { readonly about: 'survey'; readonly question: Question; readonly rows: RowsAsked };

/** The Question in a text of JSON, or the Problem `bad-question` that says which key is wrong and why. */
export function readQuestion(text: string): AskedQuestion | Problem {
	try {
		const value = parseJson(text);
		const wrong = checkQuestion(value);
		if (wrong) return wrong;
		const asked = withTextCodes(value as Record<string, unknown>);
		const broken = brokenRule(asked);
		if (broken !== undefined) return bad(broken);
		return 'file' in asked ? fileQuestion(asked) : surveyQuestion(asked);
	} catch (error) {
		if (error instanceof ProblemError) return error.problem;
		throw error;
	}
}

type Json = Readonly<Record<string, unknown>>;

function fileQuestion(value: Json): AskedQuestion | Problem {
	const { design, by, where, indicator, oaxaca, ...rest } = value as Partial<FullFileQuestion>;
	const question = {
		...rest,
		design: { strata: [], cluster: [], ...design },
		by: by ?? [],
		where: where ?? {},
		indicator: oaxaca ? { kind: 'mean', of: oaxaca.of } : (indicator as FileIndicator),
		...(oaxaca ? { oaxaca } : {})
	} as FullFileQuestion;
	const broken = brokenFileRule(question);
	return broken === undefined ? { about: 'file', question } : bad(broken);
}

function surveyQuestion(value: Json): AskedQuestion {
	const { contrast, oaxaca, poststratify, rake, calibrate, ...rest } = value as Partial<
		Question & RowsAsked
	>;
	const asked = { source: '', indicator: oaxaca?.of ?? '', by: [], where: {}, ...rest };
	const rows = { contrast, oaxaca, poststratify, rake, calibrate };
	const given = Object.entries(rows).filter(([, part]) => part !== undefined);
	return { about: 'survey', question: canonicalQuestion(asked), rows: Object.fromEntries(given) };
}

/** Codes are text; a number is taken as it is written. */
function withTextCodes(value: Record<string, unknown>): Json {
	return asText(value, '') as Json;
}

function asText(value: unknown, key: string): unknown {
	if (key === 'where') return mapObject(value, textList);
	if (key === 'equals') return String(value);
	if (key === 'minus' && Array.isArray(value)) return value.map(String);
	if (key === 'of' && Array.isArray(value)) return value.map((one) => mapObject(one, textList));
	if (key === 'population' || key === 'margins' || key === 'totals') return value;
	if (Array.isArray(value)) return value.map((one) => asText(one, ''));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, inner]) => [name, asText(inner, name)])
	);
}

function mapObject(value: unknown, change: (inner: unknown) => unknown): unknown {
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, change(inner)]));
}

function textList(value: unknown): unknown {
	return Array.isArray(value) ? [...new Set(value.map(String))] : value;
}

function parseJson(source: string): unknown {
	try {
		return JSON.parse(source);
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		throw new ProblemError(problem('bad-question', { why: `it is not JSON (${why}).` }), error);
	}
}

function bad(why: string): Problem {
	return problem('bad-question', { why: `${why}.` });
}
