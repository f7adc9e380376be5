import { isSayable } from '#lib/answers/standing.ts';
import {
	bootstrapSettings,
	replicateFactors,
	replicateValues,
	type ReplicateFactors
} from '#lib/survey/bootstrap.ts';
import type { Cells } from '#lib/survey/cells.ts';
import type { Estimate } from '#lib/vocabulary/estimate.ts';
import type { Question } from '#lib/vocabulary/question.ts';
import type { Asker } from './asker.ts';
import type { Candidate } from './candidates.ts';
import { criteria, type CriterionId } from './criteria.ts';
import type { Evidence } from './evidence.ts';

/** A candidate with its evidence. */
export interface Weighed {
	readonly candidate: Candidate;
	readonly evidence: Evidence;
}

/** The values of the criteria for each candidate, and what they would have been in each replicate. */
export interface Measured {
	readonly weighed: readonly Weighed[];
	/** Candidate × criterion. */
	readonly values: readonly (readonly number[])[];
	/** Candidate × criterion → by replicate. */
	readonly replicates: readonly (readonly ArrayLike<number>[])[];
}

/** Values and replicates of all candidates: what a change of weights does not change. */
export async function measure(weighed: readonly Weighed[], asker: Asker): Promise<Measured> {
	const replicator = new Replicator(asker);
	const values: number[][] = [];
	const replicates: ArrayLike<number>[][] = [];
	for (const { evidence } of weighed) {
		const { need, scarcity, reach, genderGap, residenceGap, questions } = evidence;
		values.push([
			need.value ?? 0,
			scarcity.value ?? 0,
			reach.value ?? 0,
			sizeOf(genderGap) + sizeOf(residenceGap)
		]);
		const gaps = [
			await replicator.gap(questions.genderGap, genderGap),
			await replicator.gap(questions.residenceGap, residenceGap)
		];
		replicates.push([
			await replicator.value(questions.need),
			scarcity.quality === 'suppressed'
				? new Float64Array()
				: await replicator.value(questions.scarcity),
			await replicator.value(questions.reach),
			sum(gaps)
		]);
	}
	return { weighed, values, replicates };
}

/** How often sampling error went into a gap: once into the survey's, once more into that of a replicate of it. */
export const errorsIn = { estimate: 1, replicate: 2 } as const;

/**
 * How large a gap is, whichever way it points, less what sampling error alone would give: √max(0, d² − k se²). Without
 * that a small sample, whose gaps are wide by chance, would count as more unequal. A replicate scatters around the
 * survey's gap as that does around the truth, so se² is taken off twice: its square then is d² − se² on average, that
 * of the survey, and not d².
 */
export function sizeOfGap(value: number, se: number, errors: number): number {
	return Math.sqrt(Math.max(0, value * value - errors * se * se));
}

/** That of the survey; one that too few answers carry counts as none. */
function sizeOf(gap: Estimate | undefined): number {
	if (!gap || !isSayable(gap)) return 0;
	return sizeOfGap(gap.value ?? 0, gap.se ?? 0, errorsIn.estimate);
}

function sum(gaps: readonly Float64Array[]): Float64Array {
	const length = Math.max(0, ...gaps.map((gap) => gap.length));
	return Float64Array.from({ length }, (_, r) => gaps.reduce((all, gap) => all + (gap[r] ?? 0), 0));
}

/** Values in every replicate; the factors of a table's clusters are drawn once. */
class Replicator {
	readonly #asker: Asker;
	readonly #factors = new Map<Cells['cluster'], ReplicateFactors>();

	constructor(asker: Asker) {
		this.#asker = asker;
	}

	async value(question: Question): Promise<Float64Array> {
		const [one] = await this.#ask(question, []);
		return one?.values ?? new Float64Array();
	}

	/** The sizes of a gap in every replicate; empty where the gap itself counts as none. */
	async gap(question: Question, estimate: Estimate | undefined): Promise<Float64Array> {
		if (!estimate || !isSayable(estimate)) return new Float64Array();
		const values = await this.#difference(question);
		return values.map((value) => sizeOfGap(value, estimate.se ?? 0, errorsIn.replicate));
	}

	async #difference(question: Question): Promise<Float64Array> {
		const { difference, ...plain } = question;
		if (!difference || !('dimension' in difference)) return new Float64Array();
		const { dimension, minus } = difference;
		const found = await this.#ask({ ...plain, by: [dimension] }, [dimension]);
		const [a, b] = minus.map((code) => found.find(({ key }) => key[0] === code)?.values);
		return a && b ? a.map((value, r) => value - (b[r] ?? NaN)) : new Float64Array();
	}

	async #ask(question: Question, by: readonly string[]) {
		const planned = await this.#asker.gather(question);
		if ('code' in planned) return [];
		const { cells, where, plan } = planned;
		const { kind } = plan.indicator;
		if (kind !== 'mean' && kind !== 'ratio' && kind !== 'total') return [];
		const factors = this.#factors.get(cells.cluster) ?? replicateFactors(cells, bootstrapSettings);
		this.#factors.set(cells.cluster, factors);
		return replicateValues(cells, { kind, by, where }, factors);
	}
}

/** The candidates of a choice that were kept last, so that what was made of them serves again. */
const restricted = new WeakMap<Measured, { readonly keeps: string; readonly kept: Measured }>();

/** Only the candidates that are to be kept, by their place; the same object for the same choice. */
export function restrict(measured: Measured, keeps: readonly boolean[]): Measured {
	if (keeps.every(Boolean)) return measured;
	const key = keeps.map(Number).join('');
	const known = restricted.get(measured);
	if (known?.keeps === key) return known.kept;
	const isKept = (_: unknown, i: number) => keeps[i];
	const kept: Measured = {
		weighed: measured.weighed.filter(isKept),
		values: measured.values.filter(isKept),
		replicates: measured.replicates.filter(isKept)
	};
	restricted.set(measured, { keeps: key, kept });
	return kept;
}

/** Need and reach are reliable for every candidate that is put forward; vacancies of a sector need not be. */
export function usedCriteria(weighed: readonly Weighed[]): CriterionId[] {
	const known = weighed.every(({ evidence }) => isSayable(evidence.scarcity));
	return criteria.map(({ id }) => id).filter((id) => id !== 'scarcity' || known);
}
