import type { SpotIndicator } from '#lib/indicators/made-on-the-spot.ts';
import { lonelyRules, type LonelyRule } from '#lib/vocabulary/question.ts';
import type { FileDesign, FileQuestion } from './file-question.ts';

/**
 * What a link carries as a Question about a file, as far as a form can put it:
 * `readFormQuestion(formatFormQuestion(q), q.file)` is `q`. Undefined where a text is no such Question. (The command
 * line takes more, by a schema whose checker is no code for a page.)
 */
export function readFormQuestion(text: string, file: string): FileQuestion | undefined {
	const parts = objectIn(text);
	if (!parts || !hasOnly(parts, ['design', 'indicator', 'by', 'where', 'lonely'])) return undefined;
	const { by = [], where = {}, lonely } = parts;
	const design = designIn(parts.design ?? {});
	const indicator = indicatorIn(parts.indicator);
	if (!design || !indicator || !areTexts(by) || !isWhere(where)) return undefined;
	if (lonely !== undefined && !isLonely(lonely)) return undefined;
	return { file, design, indicator, by, where, ...(lonely === undefined ? {} : { lonely }) };
}

type Parts = Readonly<Record<string, unknown>>;

function objectIn(text: string): Parts | undefined {
	try {
		const value: unknown = JSON.parse(text);
		return isObject(value) ? value : undefined;
	} catch {
		return undefined;
	}
}

function isObject(value: unknown): value is Parts {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasOnly(parts: Parts, keys: readonly string[]): boolean {
	return Object.keys(parts).every((key) => keys.includes(key));
}

function isText(value: unknown): value is string {
	return typeof value === 'string';
}

function areTexts(value: unknown): value is readonly string[] {
	return Array.isArray(value) && value.every(isText);
}

function isWhere(value: unknown): value is FileQuestion['where'] {
	return isObject(value) && Object.values(value).every(areTexts);
}

function isLonely(value: unknown): value is LonelyRule {
	return lonelyRules.some((rule) => rule === value);
}

function designIn(value: unknown): FileDesign | undefined {
	if (!isObject(value) || !hasOnly(value, ['weight', 'strata', 'cluster', 'population'])) {
		return undefined;
	}
	const { weight, strata = [], cluster = [], population } = value;
	if (!areTexts(strata) || !areTexts(cluster)) return undefined;
	if (![weight, population].every((one) => one === undefined || isText(one))) return undefined;
	return {
		...{ strata, cluster },
		...(isText(weight) ? { weight } : {}),
		...(isText(population) ? { population } : {})
	};
}

function indicatorIn(value: unknown): SpotIndicator | undefined {
	if (!isObject(value) || !hasOnly(value, ['kind', 'of', 'equals'])) return undefined;
	const { kind, of, equals } = value;
	if (kind === 'count') return { kind };
	if (!isText(of)) return undefined;
	if (kind === 'mean' || kind === 'total') return { kind, of };
	return kind === 'proportion' && isText(equals) ? { kind, of, equals } : undefined;
}
