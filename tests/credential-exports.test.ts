/** Exports of a brief against schemas written from the standards; each names its source in `$comment`. */
import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { achievementOf } from '#lib/decisions/achievement.ts';
import { hourKinds, type Brief } from '#lib/decisions/brief-record.ts';
import { isReady } from '#lib/decisions/brief-finding.ts';
import { validateBrief } from '#lib/decisions/brief-rules.ts';
import { draftBrief } from '#lib/decisions/brief.ts';
import {
	calendarOf,
	decimal,
	durationOf,
	type ExportPlace,
	type Json
} from '#lib/decisions/credential-terms.ts';
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

	test('is valid for any brief that is ready, however it was edited', () => {
		const text = fc.constantFrom('', ' ', 'Cut', '"<b>"', 'a\u0000b', '\ud800');
		const number = fc.oneof(
			fc.constantFrom(-1, 0, 1e-7, 0.5, 1, 2.5, 6, 52, 1e21, 1e308),
			fc.integer({ min: 1, max: 60 })
		);
		const edit = fc.record({
			title: text,
			label: fc.constantFrom('', 'Weld', 'Cut'),
			id: fc.constantFrom('', 'K9'),
			...{ standard: text, requirement: text, delivery: text },
			...{ hours: number, weeks: number, level: number, months: number, cost: number }
		});
		let ready = 0;
		fc.assert(
			fc.property(edit, (said) => {
				const hours = { ...brief.volume, contact: said.hours };
				const total = hourKinds.reduce((sum, kind) => sum + hours[kind], 0);
				const edited: Brief = {
					...brief,
					title: said.title || brief.title,
					skills: [...brief.skills, { id: said.id, label: said.label, uri: '', from: 2, to: 3 }],
					outcomes: brief.outcomes.map((one) => ({ ...one, standard: said.standard || 'x' })),
					entry: { ...brief.entry, requirement: said.requirement || 'x' },
					mode: { ...brief.mode, delivery: said.delivery || 'x' },
					volume: { ...hours, credits: total / 10 },
					duration: { ...brief.duration, weeks: said.weeks },
					level: { ...brief.level, proposed: said.level },
					cost: { ...brief.cost, perLearner: said.cost }
				};
				if (!isReady(validateBrief(edited))) return;
				ready++;
				expect(validate(exported(edited, place)), JSON.stringify(validate.errors)).toBe(true);
			}),
			{ numRuns: 5000 }
		);
		expect(ready).toBeGreaterThan(50);
	});

	test('names who offers it once that is known', () => {
		const named: Brief = { ...brief, capacity: { ...brief.capacity, provider: 'College “A”' } };
		const made = exported(named, place);
		expect(validate(made), JSON.stringify(validate.errors)).toBe(true);
		expect(JSON.stringify(made)).toContain('College “A”');
		expect(namesIn(exported(brief, place))).not.toContain('legalName');
		expect(namesIn(exported(brief, place))).not.toContain('creator');
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

test('weeks are durations of XML Schema, which knows no weeks, and credits plain decimals', () => {
	expect([8, 7.5, 104].map(calendarOf)).toEqual(['P56D', 'P53D', 'P728D']);
	expect([6, 4.25, 1e-7, 0.1 + 0.2].map(decimal)).toEqual(['6', '4.25', '0', '0.3']);
});
