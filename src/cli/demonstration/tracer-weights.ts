import type { Graduate } from './tracer-outcomes.ts';
import { rounded } from './whole-numbers.ts';

/** A response cell with fewer answers than this is merged with the rest of its programme. */
const smallestCell = 5;

/**
 * Weights in thousandths: programmes drawn, times non-response by programme and gender
 * (graduates in reach of the cell over its answers).
 */
export function responseWeights(
	eligible: readonly Graduate[],
	answered: readonly Graduate[],
	programmes: { readonly drawn: number; readonly all: number }
): { graduate: Graduate; weight: number }[] {
	const inReach = counts(eligible);
	const answers = counts(answered);
	return answered.map((graduate) => {
		const code = graduate.programme.code;
		const sexes = [`${code} F`, `${code} M`];
		const small = sexes.some((cell) => (answers.get(cell) ?? 0) < smallestCell);
		const cells = small ? sexes : [`${code} ${graduate.sex}`];
		const sum = (table: ReadonlyMap<string, number>): number =>
			cells.reduce((total, cell) => total + (table.get(cell) ?? 0), 0);
		const weight = rounded(1000 * programmes.all * sum(inReach), programmes.drawn * sum(answers));
		return { graduate, weight };
	});
}

function counts(graduates: readonly Graduate[]): Map<string, number> {
	const table = new Map<string, number>();
	for (const { programme, sex } of graduates) {
		const cell = `${programme.code} ${sex}`;
		table.set(cell, (table.get(cell) ?? 0) + 1);
	}
	return table;
}
