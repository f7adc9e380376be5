import { expect, test } from 'vitest';
import { dataContext } from '#tests/support/matching.ts';
import { makeTools } from './tools.ts';

const tools = makeTools(dataContext, [], 100);

function read(list: string, text: string): unknown {
	const meaning = tools.list(list)?.read(text);
	if (!meaning) return undefined;
	if ('code' in meaning) return meaning.code;
	return 'vague' in meaning ? meaning.vague : 'none';
}

test.each([
	['sex', 'Mosali', 'F'],
	['sex', '1 - Male', 'M'],
	['sex', 'Female/Mosali', 'F'],
	['residence', 'mahaeng', 'rural'],
	['residence', 'Peri-urban', 'periurban'],
	['district_group', "QACHA'S NEK", 'HIG'],
	['district_group', 'Qachas Nek district', 'HIG'],
	['field', 'BSc Computer Science', '06'],
	['isced_level', "Bachelor's degree", '6'],
	['isced_level', 'LGCSE', '3'],
	['isced_level', 'Junior secondary (Form C)', '2'],
	['sector', 'B. Mining and quarrying', 'MIN'],
	['sector', 'Manufacture of wearing apparel', 'TEX'],
	['status', 'Unemployed, looking for work', 'seeking'],
	['status', 'self_employed', 'own_account'],
	['occupation', 'Accountant', '2411'],
	['occupation', 'Potters and related workers', '73'],
	['wants_microcredential', 'E', 'yes'],
	['wants_microcredential', 'Tjhe', 'no'],
	['size_band', '20 to 99 staff', 'M'],
	['size_band', '100+', 'L'],
	['size_band', '5-9', 'S'],
	['barrier', 'Too far', 'distance']
])('%s: %s is %s', (list, text, code) => {
	expect(read(list, text)).toBe(code);
});

test.each([
	['sex', '1'],
	['status', '3'],
	['isced_level', '6'],
	['field', '4'],
	['sector', '12'],
	['sex', 'Full-time'],
	['size_band', '2-5'],
	['status', 'not looking for work any longer, retired early'],
	['status', 'Employed full time;In full-time study'],
	['sector', 'Manufacturing, Transportation, or Supply Chain']
])('%s: %s means nothing that can be told', (list, text) => {
	expect(read(list, text)).toBeUndefined();
});

test('a word for several codes is none of them yet', () => {
	expect(read('sector', 'Manufacturing')).toEqual(['TEX', 'MFG']);
	expect(read('isced_level', 'Secondary')).toEqual(['2', '3']);
});

test.each(['N/A', '-', 'ns', 'Refused', "Don't know", '.', '#N/A', 'NaN'])(
	'%s: no answer',
	(text) => {
		expect(read('sex', text)).toBeNull();
	}
);

test('a word for no answer may be an answer', () => {
	expect(read('barrier', 'None')).toBe('none');
	expect(read('field', 'Unknown')).toBe('99');
});

test('codes of classifications are brought to the finest code of the list', () => {
	const occupations = tools.list('occupation');
	expect(occupations?.classified('2221')).toBe('2221');
	expect(occupations?.classified('7314')).toBe('73');
	expect(occupations?.classified('110')).toBe('01');
	expect(occupations?.classified('9999')).toBeUndefined();
	const sectors = tools.list('sector');
	expect(
		['1410', '13', '2511', '4711', '0899', 'A'].map((code) => sectors?.classified(code))
	).toEqual(['TEX', 'TEX', 'MFG', 'TRD', 'MIN', 'AGR']);
	expect(sectors?.classified('C')).toBeUndefined();
	expect(sectors?.classified('9602')).toBe('HBS');
	expect(tools.list('field')?.classified('0723')).toBe('07');
});
