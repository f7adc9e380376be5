import { columnsNamed } from '#lib/answers/file-question.ts';
import type { FileIndicator } from '#lib/indicators/made-on-the-spot.ts';
import type { FileTable } from '#lib/ingest/file-table.ts';
import { problem, type Problem } from '#lib/vocabulary/problem.ts';
import type { Difference } from '#lib/vocabulary/question.ts';
import type { ContrastAsked, RowsAsked, Where } from './asked.ts';
import type { FullFileDesign, FullFileQuestion } from './file-asked.ts';

type Name = (column: string) => string;

/** The Question with every column by its name in the warehouse, or the Problem of one that is none, or several. */
export function nameAllColumns(
	question: FullFileQuestion,
	file: FileTable
): FullFileQuestion | Problem {
	const found: Problem[] = [];
	const named = (column: string): string => {
		const candidates = columnsNamed(column, file);
		const [only = column] = candidates;
		if (candidates.length === 0) found.push(problem('unknown-column', { column }));
		if (candidates.length > 1) {
			const columns = candidates.map((name) => `“${name}”`).join(' and ');
			found.push(problem('ambiguous-column', { column, columns }));
		}
		return only;
	};
	const renamed = rename(question, named, file);
	const { replicates } = renamed;
	if (replicates && (replicates.columns ?? []).length < 2) {
		const column = `${replicates.prefix ?? ''}…`;
		found.push(problem('unknown-column', { column }));
	}
	return found[0] ?? renamed;
}

function rename(question: FullFileQuestion, named: Name, file: FileTable): FullFileQuestion {
	const { design, indicator, by, where, difference, decompose, replicates } = question;
	const pair = <Pair extends Difference>(one: Pair): Pair => ({
		...one,
		dimension: named(one.dimension)
	});
	return {
		...question,
		...renameRows(question, named),
		indicator: renameIndicator(indicator, named),
		design: renameDesign(design, named),
		by: by.map(named),
		where: renameWhere(where, named),
		...(decompose ? { decompose: { ...pair(decompose), over: named(decompose.over) } } : {}),
		...(difference
			? {
					difference:
						'dimension' in difference
							? pair(difference)
							: ([pair(difference[0]), pair(difference[1])] as const)
				}
			: {}),
		...(replicates
			? {
					replicates: {
						...replicates,
						columns: replicates.columns?.map(named) ?? columnsFrom(replicates.prefix ?? '', file)
					}
				}
			: {})
	};
}

/** In the order of the file. */
function columnsFrom(prefix: string, { columns, headings }: FileTable): string[] {
	return columns.filter((_, i) => headings[i]?.startsWith(prefix));
}

function renameIndicator(indicator: FileIndicator, named: Name): FileIndicator {
	switch (indicator.kind) {
		case 'count':
			return indicator;
		case 'ratio': {
			const { numerator, denominator } = indicator;
			return { ...indicator, numerator: named(numerator), denominator: named(denominator) };
		}
		case 'curve':
			return { ...indicator, time: named(indicator.time), event: named(indicator.event) };
		default:
			return { ...indicator, of: named(indicator.of) };
	}
}

function renameDesign(design: FullFileDesign, named: Name): FullFileDesign {
	const { weight, strata, cluster, population, secondStage } = design;
	return {
		strata: strata.map(named),
		cluster: cluster.map(named),
		...(weight === undefined ? {} : { weight: named(weight) }),
		...(population === undefined ? {} : { population: named(population) }),
		...(secondStage
			? {
					secondStage: {
						unit: secondStage.unit.map(named),
						population: named(secondStage.population)
					}
				}
			: {})
	};
}

function renameWhere(where: Where, named: Name): Where {
	return Object.fromEntries(Object.entries(where).map(([name, codes]) => [named(name), codes]));
}

function renameRows({ contrast, oaxaca, ...asked }: RowsAsked, named: Name): RowsAsked {
	const { poststratify, rake, calibrate } = asked;
	const renameKeys = <Value>(record: Readonly<Record<string, Value>>) =>
		Object.fromEntries(
			Object.entries(record).map(([name, value]) => [
				name === 'intercept' ? name : named(name),
				value
			])
		);
	return {
		...(contrast ? { contrast: renameContrast(contrast, named) } : {}),
		...(poststratify ? { poststratify: { ...poststratify, by: poststratify.by.map(named) } } : {}),
		...(rake ? { rake: { margins: renameKeys(rake.margins) } } : {}),
		...(calibrate ? { calibrate: { ...calibrate, totals: renameKeys(calibrate.totals) } } : {}),
		...(oaxaca
			? {
					oaxaca: {
						...oaxaca,
						of: named(oaxaca.of),
						dimension: named(oaxaca.dimension),
						predictors: oaxaca.predictors.map(named)
					}
				}
			: {})
	};
}

function renameContrast(contrast: ContrastAsked, named: Name): ContrastAsked {
	if ('form' in contrast) {
		const [a, b] = contrast.of;
		return { ...contrast, of: [renameWhere(a, named), renameWhere(b, named)] };
	}
	return contrast.map(({ times, where }) => ({ times, where: renameWhere(where, named) }));
}
