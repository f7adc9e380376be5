import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bundleSettings, bundleSkills, coShortage, valueOfSkill } from './bundle.ts';
import type { Bundle, CoShortages, ShortSkill } from './bundle.ts';
import { candidateIds } from './candidate-id.ts';
import { pack, type Item } from './knapsack.ts';
import { commonLevels, levelsApart, proposedLevel, suits, tracksOf } from './lqf.ts';
import { checkVolume, creditsOfStudy, volumeOf } from './volume.ts';

describe('the knapsack', () => {
	const item = fc.record({
		credits: fc.integer({ min: 1, max: 150 }).map((tenths) => tenths / 10),
		value: fc.integer({ min: 0, max: 40 })
	});

	test('is as good as trying every choice', () => {
		fc.assert(
			fc.property(
				fc.array(item, { maxLength: 9 }),
				fc.integer({ min: 0, max: 40 }),
				(items, cap) => {
					const { taken, credits, value } = pack(items, cap);
					expect(value).toBe(sum(taken, items, 'value'));
					expect(credits).toBeCloseTo(sum(taken, items, 'credits'), 9);
					expect(credits).toBeLessThanOrEqual(cap + 1e-6);
					let best = 0;
					for (let choice = 0; choice < 2 ** items.length; choice++) {
						const chosen = [...items.keys()].filter((at) => choice & (1 << at));
						if (sum(chosen, items, 'credits') > cap + 1e-6) continue;
						best = Math.max(best, sum(chosen, items, 'value'));
					}
					expect(value).toBe(best);
				}
			)
		);
	});

	function sum(at: readonly number[], items: readonly Item[], of: keyof Item): number {
		return at.reduce((all, i) => all + (items[i]?.[of] ?? 0), 0);
	}

	test('takes 25 items to the cap, and the lighter of two choices that are worth the same', () => {
		const many = Array.from({ length: 25 }, (_, i) => ({ credits: 1.5 + (i % 7), value: 1 + i }));
		expect(pack(many, 40).credits).toBeLessThanOrEqual(40);
		const twins = [
			{ credits: 5, value: 3 },
			{ credits: 4, value: 3 }
		];
		expect(pack(twins, 5)).toEqual({ taken: [1], credits: 4, value: 3 });
		expect(pack([], 5)).toEqual({ taken: [], credits: 0, value: 0 });
	});
});

const level = { low: 3, high: 5 };

function skill(id: string, said: Partial<ShortSkill> = {}): ShortSkill {
	return {
		...{ id, from: 2, to: 3, credits: 6, value: 10, eligible: true, level },
		...{ occupations: new Map([['8111', 50]]) },
		...said
	};
}

/** Everybody short of one is short of this share of the other. */
const together = (share: number): CoShortages => ({ alone: () => 100, both: () => 100 * share });

function idsOf(bundles: readonly Bundle[]): string[] {
	return bundles.map(({ skills }) => skills.map(({ id }) => id).join('+'));
}

describe('bundles', () => {
	test('hold skills that the same workers are short of, worth most within the credits', () => {
		const skills = [
			skill('a', { value: 60, credits: 16 }),
			skill('b', { value: 54, credits: 15 }),
			skill('c', { value: 50, credits: 15 }),
			skill('d', { value: 10, credits: 24 })
		];
		const [one, other] = bundleSkills(skills, together(1));
		expect(idsOf(one ? [one] : [])).toEqual(['a+b']);
		expect(one).toMatchObject({ value: 114, credits: 31, level, occupations: ['8111'] });
		expect(other?.skills.map(({ id }) => id)).toEqual(['c', 'd']);
	});

	test.each([
		['few are short of both', skill('b'), together(0.1)],
		['no occupation needs both', skill('b', { occupations: new Map([['7536', 9]]) }), together(1)],
		['levels are too far apart', skill('b', { level: { low: 7, high: 9 } }), together(1)],
		['a level is unknown', skill('b', { level: undefined }), together(1)]
	])('stay apart where %s', (_, other, counts) => {
		expect(idsOf(bundleSkills([skill('a'), other], counts))).toEqual(['a', 'b']);
	});

	test('bundle levels one step apart, but not two such steps in a row', () => {
		const skills = [
			skill('a', { level: { low: 6, high: 6 }, value: 30 }),
			skill('b', { level: { low: 3, high: 5 }, value: 20 }),
			skill('c', { level: { low: 7, high: 9 }, value: 10 })
		];
		const [first] = bundleSkills(skills, together(1));
		expect(first?.skills.map(({ id }) => id)).toEqual(['a', 'b']);
		expect(first?.level).toEqual({ low: 5, high: 6 });
	});

	test('leave out what is not eligible or alone too large', () => {
		const skills = [skill('a', { eligible: false }), skill('b', { credits: 41 })];
		expect(bundleSkills(skills, together(1))).toEqual([]);
	});

	test('have one occupation that all their skills share', () => {
		const skills = [
			skill('a', { value: 30, occupations: new Map([['1', 9]]).set('2', 4) }),
			skill('b', { value: 20, occupations: new Map([['1', 5]]) }),
			skill('c', { value: 25, occupations: new Map([['2', 5]]) })
		];
		const bundles = bundleSkills(skills, together(1));
		expect(idsOf(bundles)).toEqual(['a+c', 'b']);
		expect(bundles[0]?.occupations).toEqual(['2']);
	});

	const some = fc.uniqueArray(
		fc.record({
			id: fc.integer({ min: 1, max: 99 }).map(String),
			credits: fc.integer({ min: 2, max: 20 }),
			value: fc.integer({ min: 0, max: 50 }),
			low: fc.constantFrom(1, 3, 6, 7),
			occupation: fc.constantFrom('8111', '7536')
		}),
		{ selector: ({ id }) => id, maxLength: 14 }
	);

	test('hold every eligible skill once, within the cap, in whatever order skills come', () => {
		fc.assert(
			fc.property(some, (drawn) => {
				const skills = drawn.map(({ id, credits, value, low, occupation }) =>
					skill(id, {
						...{ credits, value, level: { low, high: low } },
						occupations: new Map([[occupation, 5]])
					})
				);
				const bundles = bundleSkills(skills, together(0.5));
				const ids = bundles.flatMap((one) => one.skills.map(({ id }) => id));
				expect(ids.toSorted()).toEqual(skills.map(({ id }) => id).toSorted());
				for (const { skills: members, credits, occupations } of bundles) {
					expect(credits).toBeLessThanOrEqual(bundleSettings.creditCap);
					expect(occupations).toHaveLength(1);
					const levels = members.flatMap((one) => one.level?.low ?? []);
					expect(Math.max(...levels) - Math.min(...levels)).toBeLessThanOrEqual(1);
				}
				expect(bundleSkills(skills.toReversed(), together(0.5))).toEqual(bundles);
			})
		);
	});

	test('the value of a skill is the gap times the people', () => {
		expect(valueOfSkill(40, 1500)).toBe(600);
		expect(coShortage('a', 'b', { alone: (id) => (id === 'a' ? 20 : 80), both: () => 5 })).toBe(
			0.25
		);
		expect(coShortage('a', 'b', { alone: () => 0, both: () => 0 })).toBe(0);
	});
});

describe('the id of a candidate', () => {
	const content = (id: string, to = 4) => ({ sector: 'XX', skills: [{ id, from: 2, to }] });

	test('is its sector and four digits, the same in any order of skills and candidates', () => {
		const skills = [
			{ id: 'S1', from: 2, to: 4 },
			{ id: 'S2', from: 1, to: 3 }
		];
		const [id = ''] = candidateIds([{ sector: 'XX', skills }]);
		expect(id).toMatch(/^XX-[0-9a-f]{4}$/);
		const turned = { sector: 'XX', skills: skills.toReversed() };
		expect(candidateIds([content('S9'), turned])[1]).toBe(id);
	});

	test('changes with a level', () => {
		expect(candidateIds([content('S1')])).not.toEqual(candidateIds([content('S1', 5)]));
	});

	test('has as many digits as tell candidates apart, and no more', () => {
		const contents = Array.from({ length: 600 }, (_, i) => content(`S${i}`));
		const ids = candidateIds(contents);
		expect(new Set(ids).size).toBe(600);
		expect(ids.filter(({ length }) => length > 7).length).toBeGreaterThan(0);
		expect(ids.filter(({ length }) => length === 7).length).toBeGreaterThan(500);
		const reversed = candidateIds(contents.toReversed());
		expect(reversed.toReversed()).toEqual(ids);
	});

	test('is refused for two that are the same', () => {
		expect(() => candidateIds([content('S1'), content('S1')])).toThrow(RangeError);
	});
});

describe('levels of the framework', () => {
	test.each([
		[1, 1, 2],
		[2, 3, 5],
		[3, 6, 6],
		[4, 7, 9]
	])('of skill level %d are proposed from %d to %d', (skillLevel, low, high) => {
		expect(proposedLevel(skillLevel)).toEqual({ low, high, status: 'proposed' });
	});

	test('of an unknown skill level are not proposed', () => {
		expect(proposedLevel(0)).toBeUndefined();
		expect(proposedLevel(NaN)).toBeUndefined();
	});

	test('decide the track: a professional award stands at 6 to 10', () => {
		expect(tracksOf({ low: 3, high: 5 })).toEqual(['part-qualification']);
		expect(tracksOf({ low: 5, high: 6 })).toEqual(['part-qualification', 'pda']);
		expect(tracksOf({ low: 7, high: 9 })).toEqual(['pda', 'part-qualification']);
		expect([5, 6, 10, 11].map((at) => suits(at, 'pda'))).toEqual([false, true, true, false]);
		expect([0, 1, 10, 4.5].map((at) => suits(at, 'part-qualification'))).toEqual([
			...[false, true, true, false]
		]);
	});

	test('meet between ranges that share none', () => {
		expect(commonLevels([level, { low: 6, high: 6 }])).toEqual({ low: 5, high: 6 });
		expect(commonLevels([level, { low: 4, high: 9 }])).toEqual({ low: 4, high: 5 });
		expect(levelsApart(level, { low: 7, high: 9 })).toBe(2);
	});
});

describe('volume', () => {
	test('warns above 40 credits, and is wrong without hours or outside 2 to 104 weeks', () => {
		expect(checkVolume(400, 104)).toEqual([]);
		expect(checkVolume(401, 2)).toEqual([{ rule: 'larger-than-cap', severity: 'warning' }]);
		expect(checkVolume(0, 105)).toEqual([
			{ rule: 'no-hours', severity: 'error' },
			{ rule: 'too-long', severity: 'error' }
		]);
		expect(checkVolume(NaN, NaN).map(({ rule }) => rule)).toEqual(['no-hours', 'too-short']);
	});

	test('two years of six hours a week keep within the weeks and break the credits', () => {
		expect(creditsOfStudy(104, 6)).toBeCloseTo(62.4, 12);
		expect(checkVolume(624, 104)).toEqual([{ rule: 'larger-than-cap', severity: 'warning' }]);
		expect(volumeOf(624).credits).toBeCloseTo(62.4, 12);
	});
});
