import type { Plan } from '#lib/answers/plan.ts';
import { indicatorsInR } from '#lib/indicators/in-r.ts';
import { differencesOf } from '#lib/vocabulary/question.ts';
import type { EstimatorInR } from './r-estimators.ts';
import { rText, rTexts } from './r-text.ts';

/** How a Question is asked in R: the call that makes an estimator, and the functions that it needs. */
export interface AskInR {
	readonly call: string;
	readonly needs: readonly EstimatorInR[];
}

/** Names of the columns that a script makes; ids of indicators hold hyphens, names in R do not. */
export const keyColumn = (id: string): string => `by_${id}`;
export const measureColumn = (part: 'y' | 'x', indicator: string): string =>
	`${part}_${indicator.replaceAll('-', '_')}`;

/** The estimator of a plan, with the functions of `estimatorsInR` that it is made of. */
export function askInR(plan: Plan): AskInR {
	const { design, indicator, question } = plan;
	if (design.complete) return countInR(plan);
	const asked = question.decompose
		? decomposeInR(plan)
		: differencesOf(question).length > 0
			? differenceInR(plan)
			: domainInR(plan);
	return indicator.any ? onceInR(plan, asked) : asked;
}

/** The same of one row a respondent. */
function onceInR({ indicator, question }: Plan, { call, needs }: AskInR): AskInR {
	const compared = differencesOf(question).map(({ dimension }) => dimension);
	const over = question.decompose ? [question.decompose.over] : [];
	const groups = [...compared, ...over].map(keyColumn);
	const within = groups.length === 0 ? '' : `, ${rTexts(groups)}`;
	const y = rText(measureColumn('y', indicator.id));
	return { call: `once(${y}, ${call}${within})`, needs: ['once', ...needs] };
}

/** The estimator of one domain. */
function domainInR(plan: Plan): AskInR {
	const { indicator, question } = plan;
	const { kind, id } = indicator;
	const y = rText(measureColumn('y', id));
	const x = rText(measureColumn('x', id));
	const at = question.quantile ?? indicator.at;
	const level = levelInR(plan);
	const interval = question.interval ?? indicator.interval;
	if (kind === 'mean' && interval === 't') return one('mean', `mean_of(${y}${level})`);
	if (kind === 'mean') return one('share', `share_of(${y}${intervalInR(interval)}${level})`);
	if (kind === 'ratio') return one('ratio', `ratio_of(${y}, ${x}, ${rText(interval)}${level})`);
	if (kind === 'total') return one('total', `total_of(${y}${level})`);
	if (kind === 'quantile') return one('quantile', `quantile_of(${y}, ${at ?? 0.5}${level})`);
	if (kind === 'composition') {
		const parts = rText(keyColumn(indicator.across ?? ''));
		const rest = `${intervalInR(interval)}${level}`;
		return {
			call: `composition_of(${y}, ${parts}, asked${rest})`,
			needs: ['share', 'composition']
		};
	}
	return curveInR(plan, { y, x, level, at });
}

function curveInR(
	{ indicator: { kind } }: Plan,
	{ y, x, level, at }: { y: string; x: string; level: string; at: number | undefined }
): AskInR {
	const needs = ['curve'] as const;
	if (kind === 'curve') return { call: `curve_of(${y}, ${x}${level})`, needs };
	const call = kind === 'curve-at' ? 'by_month' : 'month_of';
	return { call: `${call}(${y}, ${x}, ${at ?? 0.5}${level})`, needs };
}

function differenceInR(plan: Plan): AskInR {
	const { indicator, question } = plan;
	const { kind, id, across } = indicator;
	const pairs = differencesOf(question);
	const columns = rTexts(pairs.map(({ dimension }) => keyColumn(dimension)));
	const minus = pairs.map((pair) => rTexts(pair.minus)).join(', ');
	const groups = `${columns}, list(${minus})${levelInR(plan)}`;
	const y = rText(measureColumn('y', id));
	const x = indicatorsInR[id]?.denominator === undefined ? 'NULL' : rText(measureColumn('x', id));
	if (kind === 'composition') {
		const parts = rText(keyColumn(across ?? ''));
		const call = `composition_difference_of(${y}, ${parts}, asked, ${groups})`;
		return { call, needs: ['contrast', 'composition'] };
	}
	if (kind === 'curve-at') {
		const month = indicator.at ?? 0;
		const call = `by_month_difference_of(${y}, ${x}, ${month}, ${groups})`;
		return { call, needs: ['curve', 'curveContrast'] };
	}
	if (kind === 'curve') {
		const call = `curve_difference_of(${y}, ${x}, ${groups})`;
		return { call, needs: ['curve', 'curveContrast'] };
	}
	if (kind === 'quantile' || kind === 'curve-quantile') {
		const { call, needs } = domainInR(plan);
		const codes = `${columns}, list(${minus})`;
		return { call: `value_difference_of(${call}, ${codes})`, needs: [...needs, 'valueContrast'] };
	}
	return one('contrast', `difference_of(${rText(kind)}, ${y}, ${x}, ${groups})`);
}

function decomposeInR(plan: Plan): AskInR {
	const { indicator, question } = plan;
	const { dimension, minus, over } = question.decompose ?? {};
	const y = rText(measureColumn('y', indicator.id));
	const hasRatio = indicatorsInR[indicator.id]?.denominator !== undefined;
	const x = hasRatio ? rText(measureColumn('x', indicator.id)) : 'NULL';
	const groups = `${rText(keyColumn(dimension ?? ''))}, ${rTexts(minus ?? [])}`;
	const call = `decomposition_of(${y}, ${x}, ${groups}, ${rText(keyColumn(over ?? ''))}${levelInR(plan)})`;
	return one('decomposition', call);
}

function countInR({ indicator, question }: Plan): AskInR {
	const { kind, id, across, apart } = indicator;
	const x = indicatorsInR[id]?.denominator === undefined ? 'NULL' : rText(measureColumn('x', id));
	const parts = across === undefined ? '' : `, across = ${rText(keyColumn(across))}`;
	const heads = apart ? ', apart = TRUE' : '';
	const pairs = differencesOf(question);
	const minus = pairs.map(
		({ dimension, minus: codes }) => `${keyColumn(dimension)} = ${rTexts(codes)}`
	);
	const difference = pairs.length === 0 ? '' : `, minus = list(${minus.join(', ')})`;
	const call = `${rText(kind)}, ${rText(measureColumn('y', id))}, ${x}${parts}${heads}${difference}`;
	return { call, needs: ['count'] };
}

function one(estimator: EstimatorInR, call: string): AskInR {
	return { call, needs: [estimator] };
}

function intervalInR(interval: string): string {
	return interval === 'xlogit' ? '' : `, interval = ${rText(interval)}`;
}

function levelInR({ question: { level } }: Plan): string {
	return level === undefined ? '' : `, level = ${level}`;
}
