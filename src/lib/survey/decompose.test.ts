import { describe, expect, test } from 'vitest';
import { noCode, type Cells } from './cells.ts';
import { difference } from './contrast.ts';
import { decompose, type Effect } from './decompose.ts';
import { emptyTally, tally } from './tally.ts';
import { variance } from './variance.ts';

interface Person {
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

function cellsOf(people: readonly Person[], clusters: readonly number[]): Cells {
	const used = (of: (person: Person, y: number, x: number) => number) =>
		Float64Array.from(people, (person) =>
			person.y === null ? 0 : of(person, person.y, person.x ?? 1)
		);
	const codes = (list: readonly string[], of: (person: Person) => number) => ({
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
const decomposed = (cells: Cells) => decompose(tally(cells, ['home', 'level'], {}), groups);
const named = (effects: readonly Effect[]) =>
	Object.fromEntries(
		effects.map(({ part, category, value }) => [`${part} ${category ?? ''}`, value])
	);

test('an example worked by hand: 60% of a gap of 17.3 points is composition', () => {
	const share = [
		[0.2, 0.5, 0.3],
		[0.1, 0.3, 0.6]
	];
	const rate = [
		[0.7, 0.45, 0.15],
		[0.6, 0.35, 0.12]
	];
	const people = share.flatMap((shares, home) =>
		shares.map((weight, level) => {
			const y = rate[home]?.[level] ?? 0;
			return { stratum: 0, cluster: 3 * home + level, home, level, weight, y };
		})
	);
	const { effects, reason, lacking } = decomposed(cellsOf(people, [6]));
	expect({ reason, lacking }).toEqual({ reason: undefined, lacking: [] });
	const values = named(effects);
	const expected = {
		...{ 'difference ': 0.173, 'rate ': 0.0685, 'composition ': 0.1045 },
		...{ 'rate low': 0.015, 'rate middle': 0.04, 'rate high': 0.0135 },
		...{ 'composition low': 0.065, 'composition middle': 0.08, 'composition high': -0.0405 }
	};
	expect(Object.keys(values)).toEqual(Object.keys(expected));
	for (const [name, value] of Object.entries(expected)) expect(values[name]).toBeCloseTo(value, 12);
});

/** Numbers from 0 to 1 that look random and are the same each time. */
function generator(seed: number): () => number {
	return () => (seed = (seed * 16807) % 2147483647) / 2147483647;
}

const perStratum = 30;

/** Two strata of thirty clusters of twelve people, with levels that cluster; a few answers are missing. */
function survey(isRatio: boolean): Person[] {
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

describe.each([
	['means', false],
	['ratios', true]
])('standard errors of the effects on %s', (_, isRatio) => {
	const people = survey(isRatio);
	const cells = cellsOf(people, [perStratum, perStratum]);
	const { effects } = decomposed(cells);
	const options = { strata: cells.strata, lonely: 'fail', over: 'design' } as const;
	const errors = effects.map(({ scores }) => Math.sqrt(variance(scores, options) ?? NaN));

	test('are near those of a jackknife that leaves out one cluster', () => {
		const squares = effects.map(() => 0);
		for (let out = 0; out < 2 * perStratum; out++) {
			const left = people.filter(({ cluster }) => cluster !== out);
			const isSame = (person: Person) => person.stratum === Math.floor(out / perStratum);
			const grown = left.map((person) =>
				isSame(person)
					? { ...person, weight: (person.weight * perStratum) / (perStratum - 1) }
					: person
			);
			const again = decomposed(cellsOf(grown, [perStratum, perStratum])).effects;
			again.forEach(({ value }, i) => {
				const apart = value - (effects[i]?.value ?? NaN);
				squares[i] = (squares[i] ?? 0) + (apart * apart * (perStratum - 1)) / perStratum;
			});
		}
		errors.forEach((error, i) => {
			const ratio = error / Math.sqrt(squares[i] ?? NaN);
			// The composition effect of the ratios is near 0, where the delta method is at its weakest.
			expect(ratio).toBeGreaterThan(0.94);
			expect(ratio).toBeLessThan(1.06);
		});
	});

	test('for the sum of both is that of the difference', () => {
		const [urban = emptyTally([]), rural = emptyTally([])] = tally(cells, ['home'], {});
		const kind = isRatio ? 'ratio' : 'mean';
		const whole = difference(urban, rural, { ...options, kind, level: 0.95 });
		expect(effects[0]?.value).toBeCloseTo(whole.value ?? NaN, 13);
		expect(errors[0]).toBeCloseTo(whole.se ?? NaN, 13);
		expect(effects[0]?.scores.n.reduce((sum, n) => sum + n, 0)).toBe(whole.n);
		const [, rate, composition] = effects;
		effects[0]?.scores.score.forEach((score, c) => {
			const parts = (rate?.scores.score[c] ?? NaN) + (composition?.scores.score[c] ?? NaN);
			expect(score).toBeCloseTo(parts, 14);
		});
	});
});

describe('what cannot be decomposed', () => {
	const people = survey(false);
	const design = [perStratum, perStratum];
	const isRural = ({ home }: Person) => home === 1;

	test('a category that one group lacks', () => {
		const list = people.filter((person) => !(isRural(person) && person.level === 2));
		expect(decomposed(cellsOf(list, design))).toEqual({
			...{ effects: [], reason: 'zero-denominator', lacking: ['high'] }
		});
	});

	test('a category in which nobody of one group answered', () => {
		const list = people.map((person) =>
			isRural(person) && person.level === 0 ? { ...person, y: null } : person
		);
		expect(decomposed(cellsOf(list, design))).toMatchObject({ effects: [], lacking: ['low'] });
	});

	test('a category without a denominator in both groups', () => {
		const list = people.map((person) => (person.level === 1 ? { ...person, x: 0 } : person));
		expect(decomposed(cellsOf(list, design))).toMatchObject({
			...{ effects: [], reason: 'zero-denominator', lacking: ['middle'] }
		});
	});

	test('a group without anybody, or without an answer', () => {
		const list = people.filter((person) => !isRural(person));
		expect(decomposed(cellsOf(list, design))).toEqual({
			effects: [],
			reason: 'empty',
			lacking: []
		});
		const blank = people.map((person) => (isRural(person) ? { ...person, y: null } : person));
		expect(decomposed(cellsOf(blank, design)).reason).toBe('all-missing');
	});

	test('but a category that both lack is passed over, and so is a person without one', () => {
		const list = people.filter(({ level }) => level !== 1);
		const { effects } = decomposed(cellsOf(list, design));
		expect(effects.filter(({ part }) => part === 'rate').map(({ category }) => category)).toEqual([
			...[null, 'low', 'high']
		]);
		const unknown = people.map((person) =>
			person.level === 1 ? { ...person, level: noCode } : person
		);
		expect(named(decomposed(cellsOf(unknown, design)).effects)).toEqual(named(effects));
	});
});
