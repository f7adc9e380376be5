import type { Cells } from '#lib/survey/cells.ts';
import { decompose } from '#lib/survey/decompose.ts';
import { tally } from '#lib/survey/tally.ts';

/** A respondent of a survey with two homes and three levels. */
export interface HomePerson {
	readonly stratum: number;
	readonly cluster: number;
	/** Codes by position: urban, rural; low, middle, high. */
	readonly home: number;
	readonly level: number;
	readonly weight: number;
	/** null where missing. */
	readonly y: number | null;
	readonly x?: number;
}

/** Cells of people who come stratum by stratum; `clusters` counts those of each stratum. */
export function homeCells(people: readonly HomePerson[], clusters: readonly number[]): Cells {
	const used = (of: (person: HomePerson, y: number, x: number) => number) =>
		Float64Array.from(people, (person) =>
			person.y === null ? 0 : of(person, person.y, person.x ?? 1)
		);
	const codes = (list: readonly string[], of: (person: HomePerson) => number) => ({
		codes: list,
		index: Uint16Array.from(people, of)
	});
	return {
		length: people.length,
		strata: clusters.map((count, h) => ({ id: `${h}`, clusters: count })),
		stratum: Uint32Array.from(people, ({ stratum }) => stratum),
		cluster: Uint32Array.from(people, ({ cluster }) => cluster),
		dimensions: {
			home: codes(['urban', 'rural'], ({ home }) => home),
			level: codes(['low', 'middle', 'high'], ({ level }) => level)
		},
		n: used(() => 1),
		missing: Float64Array.from(people, ({ y }) => (y === null ? 1 : 0)),
		w: used(({ weight }) => weight),
		wy: used(({ weight }, y) => weight * y),
		wx: used(({ weight }, _, x) => weight * x),
		wyy: used(({ weight }, y) => weight * y * y),
		wxy: used(({ weight }, y, x) => weight * x * y),
		wxx: used(({ weight }, _, x) => weight * x * x)
	};
}

const groups = ['urban', 'rural'] as const;
/** The gap between urban and rural, by level. */
export const decomposed = (cells: Cells) => decompose(tally(cells, ['home', 'level'], {}), groups);

/** Numbers from 0 to 1 that look random and are the same each time. */
function generator(seed: number): () => number {
	return () => (seed = (seed * 16807) % 2147483647) / 2147483647;
}

/** Clusters of a stratum. */
export const perStratum = 30;

/** Two strata of thirty clusters of twelve people, with levels that cluster; a few answers are missing. */
export function homeSurvey(isRatio: boolean): HomePerson[] {
	const next = generator(17);
	return Array.from({ length: 2 * perStratum }, (_, cluster) => {
		const lean = next();
		return Array.from({ length: 12 }, () => {
			const home = next() < 0.5 ? 0 : 1;
			const level = Math.min(2, Math.floor(next() * 2 + lean * 1.5));
			const x = isRatio ? 1 + Math.floor(next() * 9) : 1;
			const rate = 0.2 + 0.2 * level + 0.1 * home + 0.2 * lean;
			const y = next() < 0.05 ? null : (next() < rate ? 1 : 0) * (isRatio ? Math.ceil(x / 2) : 1);
			const stratum = Math.floor(cluster / perStratum);
			return { stratum, cluster, home, level, weight: 1 + 3 * next(), y, x };
		});
	}).flat();
}
