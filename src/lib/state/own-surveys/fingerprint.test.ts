import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isOwnId } from '#lib/contracts/own-survey.ts';
import { canonicalJson } from './fingerprint.ts';

test('canonical JSON says the same as the value', () => {
	fc.assert(
		fc.property(fc.jsonValue(), (value) => {
			expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
		})
	);
});

test('what is no id is none', () => {
	for (const text of ['', 'tracer', 'tracer-3F2A9C1B', 'tracer-3f2a9c1b0', '__proto__-00000000']) {
		expect(isOwnId(text), text).toBe(false);
	}
});
