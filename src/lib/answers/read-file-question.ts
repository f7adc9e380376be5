import type { SpotIndicator } from '#lib/indicators/made-on-the-spot.ts';
import type { LonelyRule } from '#lib/survey/variance.ts';
import { problem, ProblemError, type Problem } from '#lib/vocabulary/problem.ts';
import { canonicalQuestion, parseQuestion, type Question } from '#lib/vocabulary/question.ts';
import type { FileDesign, FileQuestion } from './file-question.ts';

/** What was asked: about a file, or about a survey of the site by a declared indicator. */
export type AskedQuestion =
	| { readonly about: 'file'; readonly question: FileQuestion }
	| { readonly about: 'survey'; readonly question: Question };

/** The Question in a text of JSON, or the Problem `bad-question` that says which key is wrong and why. */
export function readQuestion(text: string): AskedQuestion | Problem {
	try {
		const value = record(parseJson(text), 'the question');
		if (typeof value.indicator !== 'string')
			return { about: 'file', question: fileQuestion(value) };
		return { about: 'survey', question: surveyQuestion(value) };
	} catch (error) {
		if (error instanceof ProblemError) return error.problem;
		throw error;
	}
}

type Json = Readonly<Record<string, unknown>>;

const lonelyRules: readonly LonelyRule[] = ['fail', 'adjust', 'remove', 'average', 'certainty'];

function fileQuestion(value: Json): FileQuestion {
	knownKeys(value, 'the question', [
		...['file', 'design', 'indicator', 'by', 'where', 'lonely', 'level']
	]);
	return {
		file: text(value.file, 'file', 'the path of a CSV file'),
		design: design(record(value.design ?? {}, 'design')),
		indicator: indicator(record(value.indicator, 'indicator')),
		by: columns(value.by, 'by'),
		where: restrictions(value.where),
		...(value.lonely === undefined ? {} : { lonely: lonely(value.lonely) }),
		...(value.level === undefined ? {} : { level: level(value.level) })
	};
}

function design(value: Json): FileDesign {
	knownKeys(value, 'design', ['weight', 'strata', 'cluster', 'population']);
	const { weight, strata, cluster, population } = value;
	return {
		strata: columns(strata, 'design.strata'),
		cluster: columns(cluster, 'design.cluster'),
		...(weight === undefined ? {} : { weight: text(weight, 'design.weight', aColumn) }),
		...(population === undefined
			? {}
			: { population: text(population, 'design.population', aColumn) })
	};
}

function indicator(value: Json): SpotIndicator {
	const { kind } = value;
	if (kind === 'count') {
		knownKeys(value, 'indicator', ['kind']);
		return { kind };
	}
	if (kind === 'mean') {
		knownKeys(value, 'indicator', ['kind', 'of']);
		return { kind, of: text(value.of, 'indicator.of', aColumn) };
	}
	if (kind === 'proportion') {
		knownKeys(value, 'indicator', ['kind', 'of', 'equals']);
		const of = text(value.of, 'indicator.of', aColumn);
		return { kind, of, equals: code(value.equals, 'indicator.equals') };
	}
	throw bad('indicator.kind must be count, mean or proportion');
}

function surveyQuestion(value: Json): Question {
	if (value.file !== undefined) {
		throw bad('an indicator by its name is of a survey of the site: give “source”, not “file”');
	}
	const keys = ['source', 'indicator', 'by', 'where', 'difference'];
	knownKeys(value, 'the question', keys);
	text(value.source, 'source', 'the id of a survey, such as audit');
	const whole = { ...value, by: columns(value.by, 'by'), where: restrictions(value.where) };
	try {
		return canonicalQuestion(parseQuestion(JSON.stringify(whole)));
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error;
		throw bad('difference must be {"dimension": a dimension, "minus": [a code, another]}');
	}
}

const aColumn = 'the name of a column';

function parseJson(source: string): unknown {
	try {
		return JSON.parse(source);
	} catch (error) {
		throw bad(`it is not JSON (${error instanceof Error ? error.message : String(error)})`);
	}
}

function record(value: unknown, key: string): Json {
	if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json;
	throw bad(`${key} must be an object in braces`);
}

function knownKeys(value: Json, where: string, known: readonly string[]): void {
	const unknown = Object.keys(value).find((key) => !known.includes(key));
	if (unknown === undefined) return;
	throw bad(`${where} has no key “${unknown}”; it may have ${known.join(', ')}`);
}

function text(value: unknown, key: string, expected: string): string {
	if (typeof value === 'string' && value !== '') return value;
	throw bad(`${key} must be ${expected}`);
}

function columns(value: unknown, key: string): string[] {
	if (value === undefined) return [];
	if (!Array.isArray(value)) throw bad(`${key} must be a list of names in brackets`);
	return [...new Set(value.map((name) => text(name, `each of ${key}`, 'a name')))];
}

function restrictions(value: unknown): Record<string, string[]> {
	const where = Object.entries(record(value ?? {}, 'where'));
	return Object.fromEntries(where.map(([column, codes]) => [column, codesOf(codes, column)]));
}

function codesOf(value: unknown, column: string): string[] {
	const key = `where.${column}`;
	if (!Array.isArray(value) || value.length === 0) throw bad(`${key} must be a list of codes`);
	return [...new Set(value.map((item) => code(item, `each of ${key}`)))];
}

/** Codes are text; a number is taken as it is written. */
function code(value: unknown, key: string): string {
	if (typeof value === 'number') return String(value);
	return text(value, key, 'a value of the column, as text');
}

function lonely(value: unknown): LonelyRule {
	const rule = lonelyRules.find((known) => known === value);
	if (rule) return rule;
	throw bad(`lonely must be one of ${lonelyRules.join(', ')}`);
}

function level(value: unknown): number {
	if (typeof value === 'number' && value >= 0.5 && value <= 0.9999) return value;
	throw bad('level must be a number from 0.5 to 0.9999, such as 0.95');
}

function bad(why: string): ProblemError {
	return new ProblemError(problem('bad-question', { why: `${why}.` }));
}
