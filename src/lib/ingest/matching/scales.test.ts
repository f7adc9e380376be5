import { expect, test } from 'vitest';
import { dataContext } from '#tests/support/matching.ts';
import { cycle, madeProfile } from '#tests/support/made-profile.ts';
import { makeTools } from './tools.ts';

const { scales } = makeTools(dataContext, [], 100);

const mapped = (...values: string[]) => scales.map(madeProfile('x', cycle(60, ...values)));

test.each([
	[
		['Expert', 'None', 'Basic', 'Advanced', 'Working'],
		{ Expert: '5', None: '1', Basic: '2', Advanced: '4', Working: '3' }
	],
	[
		['Strongly agree', 'Agree', 'Neutral', 'Disagree', 'Strongly disagree'],
		{ 'Strongly agree': '5', Agree: '4', Neutral: '3', Disagree: '2', 'Strongly disagree': '1' }
	],
	[['Never', 'Always', 'Often'], { Never: '1', Always: '5', Often: '4' }],
	[['1 Expert', '5 None', '3 Working'], { '1 Expert': '5', '5 None': '1', '3 Working': '3' }],
	[['1', '2', '3', '4', '5'], { '1': '1', '2': '2', '3': '3', '4': '4', '5': '5' }]
])('%j are points in their order', (values, points) => {
	const { values: map, unmatched } = mapped(...values);
	expect(map).toEqual(points);
	expect(unmatched).toEqual([]);
});

test('good is the fourth of five after very poor, the third after poor', () => {
	expect(mapped('Very poor', 'Poor', 'Fair', 'Good', 'Very good').values.Good).toBe('4');
	expect(mapped('Poor', 'Fair', 'Good', 'Very good', 'Excellent').values.Good).toBe('3');
});

test('labels of the file turn a scale round', () => {
	const labelled = madeProfile('x', cycle(40, '1', '5', '3'), {
		valueLabels: { '1': 'Essential', '3': 'Important', '5': 'Not important' }
	});
	expect(scales.map(labelled, 'importance').values).toEqual({ '1': '5', '3': '3', '5': '1' });
});

test('a scale from nought or of three words is asked, not guessed', () => {
	const nought = mapped('0', '1', '2', '3', '4');
	expect([nought.doubt, nought.values, nought.unmatched.length]).toEqual(['from nought', {}, 5]);
	const words = mapped('Low', 'Medium', 'High');
	expect([words.doubt, words.values]).toEqual(['fewer points', {}]);
	expect(mapped('1', '4', '7', '10').doubt).toBe('more points');
});

test('numbers beyond the scale that stand for no answer are told', () => {
	const { values, guessed } = mapped('1', '2', '3', '4', '5', '9');
	expect(values['9']).toBeNull();
	expect(guessed).toEqual(['9']);
});
