import type { Difference } from '#lib/vocabulary/question.ts';
import type { FullFileQuestion } from './rows/file-asked.ts';
import type { RowsAsked } from './rows/asked.ts';

type Keys = Readonly<Record<string, unknown>>;

/** What no schema of single keys says: which of them go together. The first that is broken, if one is. */
export function brokenRule(question: RowsAsked & Keys): string | undefined {
	return [
		onlyOne(question, ['poststratify', 'rake', 'calibrate']),
		onlyOne(question, ['difference', 'contrast', 'decompose', 'oaxaca']),
		onlyOne(question, ['oaxaca', 'indicator']),
		without(question, 'oaxaca', ['by', 'interval', 'quantile']),
		without(question, 'decompose', ['interval', 'quantile']),
		...['difference', 'contrast'].map((key) => without(question, key, ['interval'])),
		...pairsOf(question).flatMap((pair) => [sameCode(pair), splitTwice(pair, question)])
	].find((broken) => broken !== undefined);
}

function pairsOf({ difference, decompose, oaxaca }: RowsAsked & Keys): Difference[] {
	return [difference, decompose, oaxaca].flat().filter((one) => one !== undefined) as Difference[];
}

function sameCode({ dimension, minus: [a, b] }: Difference): string | undefined {
	return a === b ? `minus of ${dimension} must be two different codes` : undefined;
}

function splitTwice({ dimension }: Difference, { by }: Keys): string | undefined {
	const isKey = Array.isArray(by) && by.includes(dimension);
	return isKey ? `${dimension} cannot split the answer and be what is subtracted` : undefined;
}

/** The same for what only files have. */
export function brokenFileRule(question: FullFileQuestion): string | undefined {
	const { indicator, design, replicates, quantile, rule, interval, oaxaca } = question;
	const { kind } = indicator;
	const isShare = kind === 'proportion';
	const rules: [boolean, string][] = [
		[quantile !== undefined && kind !== 'quantile', 'quantile is for the indicator quantile'],
		[rule !== undefined && kind !== 'quantile', 'rule is for the indicator quantile'],
		[
			interval !== undefined && interval !== 'mean' && !isShare && kind !== 'quantile',
			'interval is for the indicators proportion and quantile'
		],
		[
			interval === 'quantile' && (kind !== 'quantile' || !replicates),
			'interval quantile is for the indicator quantile with replicates'
		],
		[
			kind === 'curve' && hasAny(question, ['difference', 'contrast', 'decompose']),
			'a curve has no difference, contrast or decompose'
		],
		[
			question.decompose !== undefined && !['mean', 'proportion', 'ratio'].includes(kind),
			'decompose is for the indicators mean, proportion and ratio'
		],
		[oaxaca !== undefined && kind !== 'mean', 'oaxaca is of a mean'],
		[
			design.secondStage !== undefined &&
				(design.population === undefined || design.cluster.length === 0),
			'design.secondStage needs design.cluster and design.population'
		],
		...replicateRules(question)
	];
	return rules.find(([isBroken]) => isBroken)?.[1];
}

function replicateRules({
	replicates,
	design,
	...question
}: FullFileQuestion): [boolean, string][] {
	if (!replicates) return [];
	const { type, columns, prefix, rscales, rho } = replicates;
	const { strata, cluster, population, secondStage } = design;
	const hasDesign = strata.length + cluster.length > 0 || Boolean(population ?? secondStage);
	const isCalibrated = hasAny(question, ['poststratify', 'rake', 'calibrate']);
	return [
		[hasDesign, 'replicates stand in place of strata, cluster, population and secondStage'],
		[isCalibrated, 'replicate weights are calibrated by whoever made them, each by itself'],
		[(columns === undefined) === (prefix === undefined), 'replicates needs columns or prefix'],
		[type === 'Fay' && rho === undefined, 'replicates of the type Fay need rho'],
		[type !== 'Fay' && rho !== undefined, 'replicates.rho is for the type Fay'],
		[type === 'JKn' && rscales === undefined, 'replicates of the type JKn need rscales'],
		[
			Array.isArray(rscales) && columns !== undefined && rscales.length !== columns.length,
			'replicates.rscales must be one number, or one for each of columns'
		]
	];
}

function onlyOne(question: Keys, keys: readonly string[]): string | undefined {
	const given = keys.filter((key) => question[key] !== undefined);
	return given.length > 1 ? `${given.join(' and ')} do not go together` : undefined;
}

function without(question: Keys, key: string, others: readonly string[]): string | undefined {
	if (question[key] === undefined) return undefined;
	const other = others.find((one) => {
		const value = question[one];
		return value !== undefined && !(Array.isArray(value) && value.length === 0);
	});
	return other === undefined ? undefined : `${key} does not go together with ${other}`;
}

function hasAny(question: object, keys: readonly string[]): boolean {
	return keys.some((key) => key in question);
}
