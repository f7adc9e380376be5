import type { Catalogue } from '#lib/contracts/catalogue.ts';
import type { Dimension, Indicator, TableDesign } from '#lib/indicators/declaration.ts';
import { indicators, sourceOf, tableDesigns } from '#lib/indicators/declared.ts';
import { dimensions } from '#lib/indicators/dimensions.ts';
import { problem, type Problem } from '#lib/vocabulary/problem.ts';
import { canonicalQuestion, differencesOf, type Question } from '#lib/vocabulary/question.ts';

/** A Question resolved against the declarations: everything needed to fetch its cells and to estimate. */
export interface Plan {
	readonly question: Question;
	readonly indicator: Indicator;
	readonly design: TableDesign;
	/** Dimensions of the keys, then those of differences. */
	readonly by: readonly string[];
	/** Dimensions that the cells must be split by: those of the keys and of parts within a key. */
	readonly columns: readonly string[];
	/** Every dimension of the Question → its codes in the order of the page. */
	readonly codes: Readonly<Record<string, readonly string[]>>;
}

/** The plan of a Question, or the first thing in it that does not exist. */
export function planQuestion(asked: Question, catalogue: Catalogue): Plan | Problem {
	const question = canonicalQuestion(asked);
	const indicator = own(indicators, question.indicator);
	if (!indicator) return problem('unknown-indicator', { indicator: question.indicator });
	if (sourceOf[indicator.table] !== question.source) {
		return problem('unknown-source', { source: question.source, indicator: indicator.id });
	}
	const design = tableDesigns[indicator.table];
	if (!design) return problem('not-published', { table: indicator.table });
	const by = [...question.by, ...differencesOf(question).map(({ dimension }) => dimension)];
	const parts = [indicator.across, question.decompose?.over].filter((id) => id !== undefined);
	const columns = [...new Set([...by, ...parts])];
	const codes: Record<string, readonly string[]> = {};
	for (const id of [...columns, ...Object.keys(question.where)]) {
		const dimension = own(dimensions, id);
		if (!dimension) return problem('unknown-dimension', { dimension: id });
		if (!dimension.expressions[indicator.table]) {
			return problem('not-available-by', {
				dimension: dimension.label,
				indicator: indicator.label
			});
		}
		codes[id] = codesOf(dimension, catalogue);
	}
	for (const [id, asked] of Object.entries(question.where)) {
		const unknown = asked.find((code) => !codes[id]?.includes(code));
		if (unknown !== undefined) return problem('unknown-code', { dimension: id, code: unknown });
	}
	const { within } = indicator;
	if (within && !by.includes(within) && question.where[within]?.length !== 1) {
		const dimension = dimensions[within]?.label ?? within;
		return problem('needs-one', { indicator: indicator.label, dimension });
	}
	const unsuited = whyUnsuited(question, indicator) ?? whyNotComparable(question, catalogue);
	return unsuited ?? { question, indicator, design, by, columns, codes };
}

/** Settings that the indicator has no use for: nothing that was asked is ignored. */
function whyUnsuited(question: Question, { kind, label, measure }: Indicator): Problem | undefined {
	const { quantile, interval, decompose } = question;
	const isMean = kind === 'mean' || kind === 'ratio';
	const setting =
		quantile !== undefined && kind !== 'quantile' && kind !== 'curve-quantile'
			? 'quantile'
			: interval !== undefined && !(measure === 'share' && kind !== 'curve' && kind !== 'curve-at')
				? 'interval'
				: decompose && !isMean
					? 'decompose'
					: undefined;
	return setting && problem('not-for-indicator', { setting, indicator: label });
}

/** No difference is drawn across a break: waves that the data do not call comparable. */
function whyNotComparable(question: Question, { surveys }: Catalogue): Problem | undefined {
	for (const { dimension, minus } of differencesOf(question)) {
		if (dimension !== 'wave') continue;
		const [a, b] = minus;
		const wave = surveys.find((one) => one.id === question.source && one.wave === a);
		const found = wave?.breaks?.find(
			(one) => one.wave === b && (one.indicators?.includes(question.indicator) ?? true)
		);
		if (found) return problem('not-comparable', { a, b, why: found.why });
		if (!wave?.comparableWith.includes(b)) return problem('not-comparable', { a, b, why: '' });
	}
	return undefined;
}

/** A name such as `constructor` is no declaration, though every object answers to it. */
function own<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
	return Object.hasOwn(record, key) ? record[key] : undefined;
}

export function isPlan(value: Plan | Problem): value is Plan {
	return 'indicator' in value;
}

/** The codes that a dimension can take, in the order of the code list. */
export function codesOf(dimension: Dimension, catalogue: Catalogue): string[] {
	const all = (catalogue.codeLists[dimension.codeList] ?? []).map(({ code }) => code);
	const { groups } = dimension;
	return groups ? [...new Set(all.map((code) => groups.codes[code] ?? code))] : all;
}

/**
 * Restrictions that the cells must not be made under, because the rest of the dimension is needed too: a share
 * of a part over that of the whole.
 */
export function keptForLater({ indicator, question }: Plan): Question['where'] {
	const { kind, across } = indicator;
	const codes = across === undefined ? undefined : question.where[across];
	return kind === 'representation' && across !== undefined && codes ? { [across]: codes } : {};
}
