import { expect, test } from 'vitest';
import { caution, disagreementInWords, findDisagreements, withoutThose } from './disagreements.ts';
import { printedAges, printedValue, toPublishedFigure } from './published-figure.ts';

const figure = (columns: Record<string, string>) =>
	toPublishedFigure({ measure: 'unemployment', unit: '%', status: 'conflict', ...columns });

const survey = figure({ id: 'a', value: '32.80', year: '2017' });
const model = figure({ id: 'b', value: '16.67', year: '2022' });
const weak = figure({ id: 'c', value: '23.5', year: '2019', status: 'weak' });
const women = figure({ id: 'd', value: '39.7', year: '2017', sex: 'F' });
const area = figure({ id: 'e', value: '30355', unit: 'km²', measure: 'area', status: 'sourced' });

test('figures of one measure that contradict each other stand together, highest first', () => {
	const [found, ...others] = findDisagreements([model, women, area, survey, weak]);
	expect(others).toEqual([]);
	expect(found?.figures.map(({ id }) => id)).toEqual(['a', 'c', 'b', 'd']);
});

test('the range is that of women and men together, with the digits of the sources', () => {
	const [found] = findDisagreements([model, women, survey, weak]);
	expect(found && disagreementInWords(found, 'unemployment')).toBe(
		'unemployment runs from 16.67% to 32.80% by source'
	);
});

test('two sources are both named, in whatever unit', () => {
	const million = figure({ measure: 'population', value: '2.1', unit: 'million people' });
	const census = figure({ measure: 'population', value: '2007201', unit: 'people' });
	const [found] = findDisagreements([million, census]);
	expect(found && disagreementInWords(found, 'population')).toBe(
		'population is 2,007,201 people by one source and 2.1 million people by another'
	);
});

test('it is said in what the sources are not alike', () => {
	const young = figure({ value: '29', age_from: '15', age_to: '19', year: '2017' });
	const older = figure({ value: '44', age_from: '20', age_to: '35', year: '2017' });
	const [found] = findDisagreements([young, older]);
	expect(found && caution(found)).toMatch(/differ in the ages they count\.$/);
});

test('what nobody contradicts is left, by measure', () => {
	const all = [area, survey, model];
	expect(withoutThose(all, findDisagreements(all))).toEqual([{ measure: 'area', figures: [area] }]);
});

test('values keep their digits, and years no comma', () => {
	expect(printedValue(area)).toBe('30,355 km²');
	expect(printedValue(figure({ value: '-12.79' }))).toBe('−12.79%');
	expect(printedValue(figure({ value: '2000', unit: 'year' }))).toBe('2000');
	expect(printedValue(figure({ text: 'higher among women', unit: '' }))).toBe('higher among women');
	expect(printedAges(figure({ age_from: '15' }))).toBe('15 or more');
});
