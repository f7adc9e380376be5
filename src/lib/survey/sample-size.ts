/**
 * How many to ask for a share of a chosen margin: Cochran, Sampling Techniques (3rd ed., 1977), section 4.4,
 * with the finite population correction; the design effect after Kish, Survey Sampling (1965), section 8.2.
 */
import { normalQuantile } from './quantile-normal.ts';

export interface SampleAim {
	/** Everyone that the survey is about, such as the graduates of the years asked; above 0. */
	readonly population: number;
	/** Half the width of the interval that is wanted, as a share: 0.05 is five points. Above 0, below 1. */
	readonly margin: number;
	/** The share that is expected; 0.5 asks for most and is safe where nothing is known. */
	readonly share: number;
	/** Confidence level, such as 0.95. */
	readonly level: number;
	/** Variance of the design over that of a simple random sample of the same size; 1 or more. */
	readonly designEffect: number;
	/** Answers a person invited; above 0, at most 1. */
	readonly responseRate: number;
}

export interface SampleSize {
	/** Answers that give the margin; never more than the population. */
	readonly answers: number;
	/** People to invite for them, rounded up; never more than the population. */
	readonly invitations: number;
	/** Fewer answers come back than are wanted, even if everyone is invited. */
	readonly outOfReach: boolean;
}

/** Answers and invitations for an aim. @throws RangeError when a number of it is outside its bounds */
export function sampleSize(aim: SampleAim): SampleSize {
	checkAim(aim);
	const { population, margin, share, level, designEffect, responseRate } = aim;
	const z = normalQuantile((1 + level) / 2);
	const infinite = ((z * z * share * (1 - share)) / (margin * margin)) * designEffect;
	const answers = Math.min(population, Math.ceil(infinite / (1 + (infinite - 1) / population)));
	const wanted = Math.ceil(answers / responseRate);
	return {
		answers,
		invitations: Math.min(population, wanted),
		outOfReach: wanted > population
	};
}

/** Half the width of the interval that so many answers give, as a share; 0 where everyone has answered. */
export function marginOf(answers: number, aim: Omit<SampleAim, 'margin' | 'responseRate'>): number {
	const { population, share, level, designEffect } = aim;
	if (!(answers > 0)) throw new RangeError(`No margin for ${answers} answers`);
	const z = normalQuantile((1 + level) / 2);
	const left = Math.max(0, 1 - answers / population);
	return z * Math.sqrt(((share * (1 - share)) / answers) * designEffect * left);
}

function checkAim({ population, margin, share, level, designEffect, responseRate }: SampleAim) {
	const sound =
		Number.isFinite(population) &&
		population >= 1 &&
		[margin, share, level].every((part) => part > 0 && part < 1) &&
		designEffect >= 1 &&
		Number.isFinite(designEffect) &&
		responseRate > 0 &&
		responseRate <= 1;
	if (!sound) throw new RangeError('A number of the aim is outside its bounds');
}
