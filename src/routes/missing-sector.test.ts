import { describe, expect, test } from 'vitest';
import { labelOf } from '#lib/contracts/catalogue.ts';
import { readCatalogue } from '#tests/support/catalogue.ts';
import { sectorAsked, sectorMeant } from './missing-sector.ts';
import { sectors } from './sector-list.ts';

test('the list is that of the catalogue', async () => {
	const catalogue = await readCatalogue();
	const listed = (catalogue.codeLists.sector ?? []).map(({ code }) => code);
	expect(sectors.map(({ code }) => code)).toEqual(listed);
	for (const { code, label } of sectors) expect(label).toBe(labelOf(catalogue, 'sector', code));
});

test.each([
	['/sectors/XYZ/', 'XYZ'],
	['/sectors/min', 'min'],
	['/sectors/hair%20and%20beauty/', 'hair and beauty'],
	['/sectors/%E0%A4%A/', '%E0%A4%A'],
	['/sectors/', undefined],
	['/sectors/a/b/', undefined],
	['/data/XYZ/', undefined]
])('in %s the sector asked for is %s', (path, asked) => {
	expect(sectorAsked(path)).toBe(asked);
});

describe('the sector meant', () => {
	test('is found by its code and its label in any case', () => {
		for (const sector of sectors) {
			expect(sectorMeant(sector.code.toLowerCase(), sectors)).toBe(sector);
			expect(sectorMeant(sector.label.toUpperCase().replaceAll(' ', '-'), sectors)).toBe(sector);
		}
	});

	test('is found by how its label begins when no other begins so', () => {
		const list = [
			{ code: 'A', label: 'Public health' },
			{ code: 'B', label: 'Public works' }
		];
		expect(sectorMeant('public h', list)?.code).toBe('A');
		expect(sectorMeant('public', list)).toBeUndefined();
		expect(sectorMeant('', list)).toBeUndefined();
		expect(sectorMeant('XYZ', list)).toBeUndefined();
	});
});
