/** Exports of a brief against schemas written from the standards; each names its source in `$comment`. */
import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { achievementOf } from '#lib/decisions/achievement.ts';
import { draftBrief } from '#lib/decisions/brief.ts';
import { durationOf, type ExportPlace, type Json } from '#lib/decisions/credential-terms.ts';
import { learningModelOf } from '#lib/decisions/learning-model.ts';
import { tinyCandidate, tinyCandidateSkill } from './support/tiny-candidate.ts';

const place: ExportPlace = {
	address: 'https://example.org/credentials/A-3f2a?sector=A#top',
	...{ framework: 'LQF', country: { code: 'LS', name: 'Lesotho' }, language: 'en' }
};

const ajv = new Ajv({ strict: true, strictTuples: false, allErrors: true });
const read = (name: string): object =>
	JSON.parse(readFileSync(`tests/schemas/${name}.json`, 'utf8')) as object;

const formats = [
	['Open Badges 3.0', 'open-badges-achievement', achievementOf],
	['European Learning Model 3', 'learning-model', learningModelOf]
] as const;

const skills = [
	tinyCandidateSkill(),
	tinyCandidateSkill({ id: 'K2', label: 'Weld', uri: '', hours: 7.5 })
];
const brief = draftBrief(tinyCandidate({ skills, notice: 'Made up.' }));

/** Every name in the JSON, however deep. */
function namesIn(json: Json): string[] {
	if (typeof json !== 'object' || json === null) return [];
	if (Array.isArray(json)) return json.flatMap(namesIn);
	return Object.entries(json).flatMap(([name, value]) => [name, ...namesIn(value as Json)]);
}

describe.each(formats)('%s', (_, schema, exported) => {
	const validate = ajv.compile(read(schema));

	test('has what the standard requires, and nothing that it does not know', () => {
		expect(validate(exported(brief, place)), JSON.stringify(validate.errors)).toBe(true);
	});

	test('names its source in the schema', () => {
		expect(read(schema)).toMatchObject({ $comment: expect.stringMatching(/https:/) as string });
	});

	test('is valid for any draft', () => {
		const skill = fc
			.record({ hours: fc.integer({ min: 1, max: 4000 }), uri: fc.constantFrom('', 'urn:esco:9') })
			.map(({ hours, uri }) => tinyCandidateSkill({ hours: hours / 10, uri }));
		const level = fc.constantFrom({ low: 1, high: 2 }, { low: 7, high: 9 });
		fc.assert(
			fc.property(fc.array(skill, { minLength: 1, maxLength: 4 }), level, (drawn, at) => {
				const one = draftBrief(tinyCandidate({ skills: drawn, level: at }));
				expect(validate(exported(one, place)), JSON.stringify(validate.errors)).toBe(true);
			})
		);
	});

	test('is no credential: no learner, no date of issue, no grade', () => {
		const names = namesIn(exported(brief, place));
		for (const name of ['credentialSubject', 'validFrom', 'issuanceDate', 'issuer', 'grade']) {
			expect(names).not.toContain(name);
		}
	});

	test('carries the synthetic notice, the proposed level and every outcome', () => {
		const text = JSON.stringify(exported(brief, place));
		for (const part of ['Made up.', 'LQF level 3 (proposed)', 'Sharpen drill bits', 'A-3f2a']) {
			expect(text).toContain(part);
		}
	});

	test('the schema finds what is missing', () => {
		const whole = Object.entries(exported(brief, place) as Record<string, Json>);
		const without = whole.filter(([name]) => name !== 'id');
		expect(validate(Object.fromEntries(without))).toBe(false);
	});
});

test('a skill without an ESCO address is aligned to the brief itself', () => {
	const { alignment } = achievementOf(brief, place) as {
		alignment: { targetUrl: string; targetFramework?: string }[];
	};
	expect(alignment.map(({ targetUrl }) => targetUrl)).toEqual([
		'urn:esco:1',
		'https://example.org/credentials/A-3f2a?sector=A#skill-K2',
		'https://example.org/credentials/A-3f2a?sector=A#level'
	]);
	expect(alignment[1]).not.toHaveProperty('targetFramework');
});

test('hours are ISO 8601 durations', () => {
	expect([60, 7.5, 0.1].map(durationOf)).toEqual(['PT60H', 'PT7H30M', 'PT0H6M']);
});
