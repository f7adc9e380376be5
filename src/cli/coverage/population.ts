import { normalQuantile } from '#lib/survey/quantile-normal.ts';

/** Random 32-bit integers. */
export interface Draws {
	next(): number;
	/** An integer from 0 to n − 1. */
	below(n: number): number;
}

/** A finite population of people in clusters in strata, column by column; the clusters lie one after another. */
export interface Population {
	readonly strata: readonly { readonly id: string; readonly clusters: readonly Cluster[] }[];
	readonly pay: Float64Array;
	readonly hours: Float64Array;
	/** 1 for half and for a tenth of the people of the domain. */
	readonly half: Float64Array;
	readonly tenth: Float64Array;
	/** Index into `sexes`. */
	readonly sex: Uint16Array;
	/** Index into `statuses`. */
	readonly status: Uint16Array;
}

export interface Cluster {
	/** People from this number on. */
	readonly from: number;
	readonly size: number;
	/** The size as an old census has it, by which clusters are drawn. */
	readonly measure: number;
}

export const sexes = ['F', 'M'];
export const statuses = ['paid', 'other'];

/** What sets a stratum apart: how many clusters, how large, how well paid, and how many work for pay. */
const strata = [
	{ id: 'city', clusters: 320, size: 190, pay: 0.35, paid: 0.62 },
	{ id: 'town', clusters: 280, size: 150, pay: 0.1, paid: 0.55 },
	{ id: 'village', clusters: 400, size: 110, pay: -0.3, paid: 0.48 },
	{ id: 'outside', clusters: 150, size: 80, pay: -0.5, paid: 0.4 }
];

/** Strata of the domain; the survey draws the others too. */
export const domainStrata = ['city', 'town', 'village'];

/**
 * People of working age as a labour force survey finds them. Pay is log-normal (deviation of the log
 * 0.66, skewness 2.3), higher in large clusters and in some strata; hours go with pay; both shares are of
 * scores that neighbours have in common. Clusters differ in size, and not only as their measures say, so that
 * weights are unequal and go with what is asked. The longer the tail of pay and the older the measures, the
 * fewer intervals of a mean hold the truth: t knows nothing of skewness, here or in R.
 */
export function makePopulation(draws: Draws): Population {
	const normal = () => normalQuantile((draws.next() + 0.5) / 0x100000000);
	const people: Person[] = [];
	const placed = strata.map(({ id, clusters, ...place }) => ({
		id,
		clusters: Array.from({ length: clusters }, () => {
			const from = people.length;
			const spread = normal();
			const size = Math.min(600, Math.max(40, Math.round(place.size * Math.exp(0.5 * spread))));
			const measure = Math.max(20, Math.round(size * Math.exp(0.15 * normal())));
			const common = {
				paid: place.paid + 0.06 * normal(),
				pay: place.pay + 0.06 * spread + 0.18 * normal(),
				score: 0.33 * normal(),
				other: 0.33 * normal()
			};
			for (let i = 0; i < size; i++) people.push(makePerson(common, normal));
			return { from, size, measure };
		})
	}));
	const inDomain = placed
		.filter(({ id }) => domainStrata.includes(id))
		.flatMap(({ clusters }) => clusters)
		.flatMap(({ from, size }) => people.slice(from, from + size))
		.filter(({ isPaid }) => isPaid);
	const half = upper(inDomain, 0.5, ({ score }) => score);
	const tenth = upper(inDomain, 0.1, ({ other }) => other);
	const column = (of: (person: Person) => number) => Float64Array.from(people, of);
	return {
		strata: placed,
		pay: column(({ pay }) => pay),
		hours: column(({ hours }) => hours),
		half: column(({ score }) => Number(score >= half)),
		tenth: column(({ other }) => Number(other >= tenth)),
		sex: Uint16Array.from(people, ({ isWoman }) => (isWoman ? 0 : 1)),
		status: Uint16Array.from(people, ({ isPaid }) => (isPaid ? 0 : 1))
	};
}

interface Person {
	readonly isWoman: boolean;
	readonly isPaid: boolean;
	readonly pay: number;
	readonly hours: number;
	readonly score: number;
	readonly other: number;
}

interface Common {
	readonly paid: number;
	readonly pay: number;
	readonly score: number;
	readonly other: number;
}

function makePerson(common: Common, normal: () => number): Person {
	const isWoman = normal() < 0.05;
	const isPaid = normal() < normalQuantile(Math.min(0.9, Math.max(0.1, common.paid)));
	const own = normal();
	const hours = Math.min(84, Math.max(4, Math.round(41 + 5 * own + 10 * normal())));
	return {
		isWoman,
		isPaid,
		pay: Math.round(3000 * Math.exp(common.pay + 0.55 * own - (isWoman ? 0.15 : 0))),
		hours,
		score: common.score + 0.2 * own + normal(),
		other: common.other + 0.2 * own + normal()
	};
}

/** The score that the given share of the people reaches. */
function upper(people: readonly Person[], share: number, of: (person: Person) => number): number {
	const scores = people.map(of).sort((a, b) => b - a);
	return scores[Math.round(share * scores.length) - 1] ?? NaN;
}
