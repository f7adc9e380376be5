import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CostAssumptions } from '#lib/contracts/planning.ts';
import { fieldsOf, goals, numberOf, type Field } from './fields.ts';
import { readSettings } from './settings.ts';
import { formatLink, parseLink } from './settings-link.ts';

const costs: CostAssumptions = {
	currency: 'K',
	items: [
		{ id: 'development', label: 'Developing', unit: 'a course', amount: 90_000 },
		{ id: 'lodging', label: 'Lodging', unit: 'a week', amount: 600 }
	],
	contactHoursAWeek: 20,
	learnersInACohort: { least: 8, most: 24 },
	...{ budget: 5_000_000, seats: 500, years: 2, womenAtLeast: 0.4, ruralAtLeast: 0.4 }
};
const fields = fieldsOf(costs, { contact: 0.25, practical: 0.35, assessment: 0.05 });
const all = [...fields.limits, ...fields.assumptions];
const field = (id: string): Field => {
	const found = all.find((one) => one.id === id);
	if (!found) throw new Error(id);
	return found;
};

describe('a number may be typed as people write it', () => {
	test.each([
		['budget', '5,000,000', 5e6],
		['budget', 'K 5 000 000', 5e6],
		['budget', "5'000'000", 5e6],
		['weekly', '7.5', 7.5],
		['budget', '1250.50', 1250.5],
		['women', '40', 0.4],
		['women', '40 %', 0.4],
		['women', '100%', 1],
		['seats', ' 12 ', 12]
	])('%s: “%s”', (id, text, value) => {
		expect(numberOf(field(id), text)).toBeCloseTo(value, 12);
	});

	test.each([
		...[...['budget', 'seats', 'women']].flatMap((id) => [
			...['', '-1', 'many', '1e9', 'Infinity', '5..0', '0x10'].map((text) => [id, text] as const)
		]),
		['seats', '1.5'],
		['years', '0'],
		['women', '101'],
		['budget', '5%'],
		// Half or thousands: nobody can tell.
		['weekly', '7,5'],
		['budget', '5,00'],
		['budget', '1,2345'],
		['budget', '5 0']
	] as const)('%s: “%s” is none', (id, text) => {
		expect(numberOf(field(id), text)).toBeUndefined();
	});

	test('what stands in a field at first is what data/ says', () => {
		expect(numberOf(field('budget'), field('budget').text)).toBe(5e6);
		expect(numberOf(field('rural'), field('rural').text)).toBe(0.4);
		expect(all.filter((one) => numberOf(one, one.text) === undefined)).toEqual([]);
	});
});

describe('settings', () => {
	test('a field that is wrong is named, with how to write it; the others are read', () => {
		const read = readSettings(fields, { budget: 'lots', women: '400%' }, 'levels');
		expect(read).toEqual({
			wrong: {
				budget: expect.stringContaining('5,000,000') as string,
				women: expect.stringContaining('0 to 100%') as string
			}
		});
	});

	test('cohorts and hours have to go together', () => {
		expect(readSettings(fields, { least: '30' }, 'levels')).toMatchObject({
			wrong: { most: expect.stringContaining('at least as many') as string }
		});
		expect(readSettings(fields, { contact: '90%' }, 'levels')).toMatchObject({
			wrong: { practical: expect.stringContaining('more than all hours') as string }
		});
	});

	test('costs go by the id of their item', () => {
		expect(readSettings(fields, { 'cost-lodging': '550' }, 'people')).toMatchObject({
			goal: 'people',
			assumptions: { amounts: { development: 90_000, lodging: 550 } }
		});
	});
});

describe('the link', () => {
	const texts = fc.dictionary(
		fc.constantFrom(...all.map(({ id }) => id)),
		fc.string({ minLength: 1, maxLength: 40 })
	);
	const courses = fc.option(
		fc.array(fc.stringMatching(/^[A-Z]{3}-[0-9a-f]{4}$/), { minLength: 1 }),
		{
			nil: undefined
		}
	);

	test('gives back what was entered, right or wrong', () => {
		fc.assert(
			fc.property(texts, fc.constantFrom(...goals), courses, (typed, goal, ticked) => {
				const kept = Object.fromEntries(
					Object.entries(typed).filter(([id, text]) => text !== field(id).text)
				);
				const linked = { texts: kept, goal, ...(ticked ? { courses: ticked } : {}) };
				const found = parseLink(formatLink(linked, fields), fields);
				const isPlain = Object.keys(kept).length === 0 && goal === goals[0] && !ticked;
				const once = ticked ? { courses: [...new Set(ticked)] } : {};
				expect(found).toEqual(isPlain ? undefined : { ...linked, ...once, ignored: [] });
			})
		);
	});

	test('leaves out what the page does not know, and other fragments alone', () => {
		expect(parseLink('#priority', fields)).toBeUndefined();
		expect(parseLink('#portfolio', fields)).toBeUndefined();
		expect(parseLink('#portfolio?budget=7&evil=1&goal=none', fields)).toEqual({
			...{ texts: { budget: '7' }, goal: 'levels', ignored: ['evil', 'goal=none'] }
		});
		const long = parseLink(`#portfolio?budget=${'9'.repeat(41)}&course=A,A,`, fields);
		expect(long).toEqual({ texts: {}, goal: 'levels', ignored: ['budget'], courses: ['A'] });
	});
});
