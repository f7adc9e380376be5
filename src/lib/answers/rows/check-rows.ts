import {
	checkCodes,
	checkDesign,
	checkGroups,
	checkKeys,
	checkNumbers,
	checkPopulation,
	checkWeight,
	type Checked
} from '#lib/answers/check-file.ts';
import { mostRowsEach } from './row-table.ts';
import type { FileIndicator } from '#lib/indicators/made-on-the-spot.ts';
import { problem, type Problem } from '#lib/vocabulary/problem.ts';
import { contrastOf, type Where } from './asked.ts';
import type { FullFileQuestion } from './file-asked.ts';

/** Most groups of an answer that is worked out row by row: each goes through all rows. */
const mostGroupsEach = 1000;

type Check = () => Promise<Problem | undefined>;

/**
 * The first thing in the file that stands in the way of an answer to a Question whose columns exist.
 * @param each whether the answer is worked out row by row
 */
export async function checkRows(
	question: FullFileQuestion,
	checked: Checked,
	each: boolean
): Promise<Problem | undefined> {
	const { file, rows } = checked.file;
	if (each && rows > mostRowsEach) {
		return problem('too-many-rows', { file, limit: mostRowsEach, clusters: 'each' });
	}
	const checks: Check[] = [
		...designChecks(question, checked),
		...numbersOf(question.indicator).map((column) => () => checkNumbers(column, checked)),
		...codesOf(question).map(
			([column, codes]) =>
				() =>
					checkCodes(column, codes, checked)
		),
		...question.by.map((column) => () => checkGroups(column, checked)),
		() => checkKeys(question.by, checked)
	];
	for (const check of checks) {
		const found = await check();
		if (found) return found;
	}
	return undefined;
}

/** @param groups how many keys the answer has */
export function checkGroupCount(by: readonly string[], groups: number): Problem | undefined {
	if (groups <= mostGroupsEach) return undefined;
	return problem('too-many-groups', { column: by.join(', '), groups, limit: mostGroupsEach });
}

function designChecks({ design, replicates }: FullFileQuestion, checked: Checked): Check[] {
	const { weight, strata, cluster, population, secondStage } = design;
	const weights = [...(weight === undefined ? [] : [weight]), ...(replicates?.columns ?? [])];
	return [
		...weights.map((column) => () => checkWeight(column, checked)),
		...[...strata, ...cluster].map((column) => () => checkDesign(column, checked)),
		...(population === undefined ? [] : [() => checkPopulation(population, strata, checked)]),
		...(secondStage
			? [
					...secondStage.unit.map((column) => () => checkDesign(column, checked)),
					() => checkPopulation(secondStage.population, [...strata, ...cluster], checked)
				]
			: [])
	];
}

function numbersOf(indicator: FileIndicator): string[] {
	switch (indicator.kind) {
		case 'mean':
		case 'total':
		case 'quantile':
			return [indicator.of];
		case 'ratio':
			return [indicator.numerator, indicator.denominator];
		case 'curve':
			return [indicator.time];
		default:
			return [];
	}
}

/** Every column with codes that somebody has to have. */
export function codesOf(question: FullFileQuestion): [column: string, codes: readonly string[]][] {
	const { indicator, where, decompose, oaxaca } = question;
	const restrictions: readonly Where[] = [where, ...(contrastOf(question)?.terms ?? [])];
	return [
		...(indicator.kind === 'proportion'
			? ([[indicator.of, [indicator.equals]]] as [string, string[]][])
			: []),
		...(indicator.kind === 'curve'
			? ([[indicator.event, [indicator.equals]]] as [string, string[]][])
			: []),
		...restrictions.flatMap((one) => Object.entries(one)),
		...[decompose, oaxaca].flatMap((pair): [string, readonly string[]][] =>
			pair ? [[pair.dimension, pair.minus]] : []
		)
	];
}
