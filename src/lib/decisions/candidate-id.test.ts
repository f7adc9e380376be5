import { describe, expect, test } from 'vitest';
import { candidateIds } from './candidate-id.ts';

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
