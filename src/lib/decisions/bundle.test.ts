import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bundleSettings, bundleSkills, coShortage, valueOfSkill } from './bundle.ts';
import type { Bundle, CoShortages, ShortSkill } from './bundle.ts';

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
