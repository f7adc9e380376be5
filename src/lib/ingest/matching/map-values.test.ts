import { expect, test } from 'vitest';
import { dataContext } from '#tests/support/matching.ts';
import { cycle, madeProfile } from '#tests/support/made-profile.ts';
import { explainedCodes } from './labels.ts';
import { mapValues } from './map-values.ts';
import { makeTools } from './tools.ts';

const tools = makeTools(dataContext, [], 100);

function map(list: string, profile: ReturnType<typeof madeProfile>, more: object = {}) {
	const codes = tools.list(list);
	if (!codes) throw new RangeError(list);
	return mapValues(profile, codes, { answers: tools.answers, ours: false, named: false, ...more });
}

test('codes without labels are never guessed', () => {
	const { values, unmatched, bare } = map('sex', madeProfile('Sex', cycle(40, '1', '2')));
	expect(values).toEqual({});
	expect(unmatched.map(({ value }) => value)).toEqual(['1', '2']);
	expect(bare).toBe(1);
});

test('labels of the file say what codes mean', () => {
	const labelled = madeProfile('B1', cycle(30, '1.0', '2.0', '9'), {
		valueLabels: { '1': 'Male', '2': 'Female' },
		missing: ['9']
	});
	expect(map('sex', labelled).values).toEqual({ '1.0': 'M', '2.0': 'F', '9': null });
	const explained = madeProfile('Sex (1=Male, 2=Female)', cycle(30, '1', '2'));
	expect(map('sex', explained).values).toEqual({ '1': 'M', '2': 'F' });
	const loose = madeProfile('Disability? 1 Yes 0 No', cycle(30, '1', '0'));
	expect(map('disability', loose).values).toEqual({ '1': 'yes', '0': 'no' });
});

test.each([
	['Sex (1=Male, 2=Female)', { '1': 'Male', '2': 'Female' }],
	[
		'Status 1: Employee; 2: Own account; 3: Other',
		{ '1': 'Employee', '2': 'Own account', '3': 'Other' }
	],
	['Residence 1-Urban 2-Rural', { '1': 'Urban', '2': 'Rural' }],
	['Months (99=never worked)', {}],
	['Age in 2024', {}],
	['Hours 1-2', {}]
])('%s explains its codes', (text, codes) => {
	expect(explainedCodes(text)).toEqual(codes);
});

test('a vague word means what no other value of the column means', () => {
	const beside = madeProfile('Sector', cycle(40, 'Textiles', 'Manufacturing', 'Mining'));
	expect(map('sector', beside).values.Manufacturing).toBe('MFG');
	const alone = madeProfile('Sector', cycle(40, 'Construction', 'Manufacturing', 'Mining'));
	expect(alone && map('sector', alone).unmatched).toEqual([{ value: 'Manufacturing', count: 13 }]);
});

test('several answers in a cell are taken apart', () => {
	const spaced = madeProfile('barriers', cycle(40, 'cost data', 'cost', 'time distance cost'));
	const spacedMap = map('barrier', spaced, { multiple: true });
	expect(spacedMap.separator).toBe(' ');
	expect(spacedMap.values).toEqual({
		cost: 'cost',
		data: 'data',
		distance: 'distance',
		time: 'time'
	});
	const listed = madeProfile('barriers', cycle(40, 'Too expensive; No time', 'No time'));
	expect(map('barrier', listed, { multiple: true }).separator).toBe(';');
});

test('codes of ISCO speak for themselves, numbers from 1 on do not', () => {
	const codes = madeProfile('job', cycle(60, '2221', '2310', '8153', '9111', '4110'));
	expect(map('occupation', codes).values['2310']).toBe('2310');
	const groups = madeProfile('industry', cycle(60, '1', '2', '13', '14'));
	expect(map('sector', groups, { named: true }).values).toEqual({});
	const divisions = madeProfile('isic', cycle(60, '14', '47', '85', '08'));
	expect(map('sector', divisions, { named: true }).values['14']).toBe('TEX');
});

test('ranges that a spreadsheet turned into dates are ranges again', () => {
	const sizes = madeProfile('Size band', cycle(60, '20-99', '100+', 'Oct-19', '05-Sep'));
	expect(map('size_band', sizes).values).toEqual({
		'20-99': 'M',
		'100+': 'L',
		'Oct-19': 'S',
		'05-Sep': 'S'
	});
});

test('names of properties of objects are values like others', () => {
	const odd = madeProfile('Sex', cycle(40, '__proto__', 'constructor', 'Female'));
	const { values, unmatched } = map('sex', odd);
	expect(Object.keys(values)).toEqual(['Female']);
	expect(unmatched.map(({ value }) => value).sort()).toEqual(['__proto__', 'constructor']);
});

test('codes of activities get the nought back that a spreadsheet took', () => {
	const activities = madeProfile('ISIC', cycle(40, '1410', '111', '510', '4711'));
	expect(map('sector', activities, { named: true }).values).toMatchObject({
		'111': 'AGR',
		'510': 'MIN',
		'4711': 'TRD'
	});
	const coarse = madeProfile('ISIC', cycle(40, '1410', '0111', '0510', '471'));
	expect(map('sector', coarse, { named: true }).values).toMatchObject({ '471': 'TRD' });
});

test('labels between brackets need no sign of equality', () => {
	const sexes = madeProfile('SEX (1 Male 2 Female)', cycle(30, '1', '2'));
	expect(map('sex', sexes).values).toEqual({ '1': 'M', '2': 'F' });
});

test('sizes that are cut in other places are sizes, and asked', () => {
	const sizes = madeProfile('Number of employees', cycle(40, '1-9', '10-49', '50-199', '200+'));
	const { fit, unmatched } = map('size_band', sizes);
	expect(fit).toBeGreaterThan(0.6);
	expect(unmatched.map(({ value }) => value)).toEqual(['10-49', '1-9', '50-199'].sort());
});
