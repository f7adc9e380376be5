import { beforeAll, describe, expect, test } from 'vitest';
import { labelOf, type Catalogue } from '#lib/contracts/catalogue.ts';
import { emptyView } from '#lib/vocabulary/view.ts';
import { readCatalogue } from '#tests/support/catalogue.ts';
import {
	residenceDimension,
	roleOfResidence,
	roleOfSector,
	roleOfSex,
	sectorInSentence,
	skillInSentence,
	whom
} from './labels.ts';

let catalogue: Catalogue;

beforeAll(async () => {
	catalogue = await readCatalogue();
});

const who = (filters: Readonly<Record<string, readonly string[]>>) =>
	whom({ ...emptyView, filters }, catalogue);

describe('whom a View shows', () => {
	test.each([
		[{}, 'workers'],
		[{ sex: ['F'] }, 'women'],
		[{ residence: ['rural'] }, 'rural workers'],
		[{ sex: ['F'], residence: ['rural'] }, 'rural women'],
		[{ sex: ['M'], residence: ['urban', 'rural'] }, 'urban or rural men'],
		[{ age: ['15-24', '25-34'] }, 'workers (age: 15 to 24 or 25 to 34)']
	] as const)('%j is “%s”', (filters, phrase) => {
		expect(who(filters)).toBe(phrase);
	});

	test('every code of every filter has words of its own', () => {
		for (const [id, list] of [
			...['sex', 'residence', 'sector'].map((one) => [one, one] as const),
			...[['occupation', 'major_group'] as const, ['age', 'age_band'] as const]
		]) {
			const phrases = (catalogue.codeLists[list] ?? []).map(({ code }) => who({ [id]: [code] }));
			expect(phrases.length, id).toBeGreaterThan(1);
			expect(new Set(phrases).size, id).toBe(phrases.length);
		}
	});

	test('a code that no list knows is said as it is', () => {
		expect(who({ sex: ['x1'] })).toBe('x1');
		expect(who({ colour: ['red'] })).toBe('workers (colour: red)');
	});
});

describe('labels inside a sentence', () => {
	test('no sector or skill starts with a capital unless it is an abbreviation', () => {
		const sectors = (catalogue.codeLists.sector ?? []).map(({ code }) =>
			sectorInSentence(catalogue, code)
		);
		const skills = catalogue.skills.map(({ id }) => skillInSentence(catalogue, id));
		expect(sectors.length + skills.length).toBeGreaterThan(20);
		expect([...sectors, ...skills].filter((said) => /^\p{Lu}(?!\p{Lu})/u.test(said))).toEqual([]);
	});

	test('a skill is said as it is labelled', () => {
		const [skill] = catalogue.skills;
		const label = labelOf(catalogue, 'skill', skill?.id ?? '');
		expect(label).toBe(skill?.label);
		expect(skillInSentence(catalogue, skill?.id ?? '').toLowerCase()).toBe(label.toLowerCase());
	});
});

describe('colours and shapes', () => {
	test('each target sector has its own, every other that of a comparison', () => {
		const targets = catalogue.site.targetSectors.map(({ code }) => code);
		expect(targets.map((code) => roleOfSector(catalogue, code))).toEqual(
			targets.map((_, i) => `sector-${i + 1}`)
		);
		const others = (catalogue.codeLists.sector ?? []).filter(({ code }) => !targets.includes(code));
		expect(new Set(others.map(({ code }) => roleOfSector(catalogue, code)))).toEqual(
			new Set(['comparison'])
		);
	});

	test('every gender and residence has one', () => {
		const codes = (list: string) => (catalogue.codeLists[list] ?? []).map(({ code }) => code);
		expect(Object.keys(roleOfSex).sort()).toEqual(codes('sex').sort());
		expect(Object.keys(roleOfResidence).sort()).toEqual(codes('residence').sort());
	});
});

test('homes are split as the View counts peri-urban ones', () => {
	const counted = (periurban: string) =>
		residenceDimension({ ...emptyView, choices: { periurban } });
	expect([residenceDimension(emptyView), counted('urban'), counted('rural')]).toEqual([
		...['residence', 'residence_urban', 'residence_rural']
	]);
});
