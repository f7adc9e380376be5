import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { briefItems as words } from '#lib/vocabulary/messages/brief-items.ts';
import { tinyCandidate, tinyCandidateSkill, tinyFigure } from '#tests/support/tiny-candidate.ts';
import { briefItems, briefVersion, hourKinds } from './brief-record.ts';
import { isReady } from './brief-finding.ts';
import { validateBrief } from './brief-rules.ts';
import { draftBrief, volumeFor, type CandidateEvidence } from './brief.ts';

const draft = draftBrief(tinyCandidate());

describe('a draft', () => {
	test('fills every item that the evidence speaks of, and is ready to hand on', () => {
		const findings = validateBrief(draft);
		expect(findings.map(({ rule }) => rule)).toEqual(['capacity-missing', 'cost-missing']);
		expect(isReady(findings)).toBe(true);
	});

	test('has the 20 items, each with a label', () => {
		expect(briefItems).toHaveLength(20);
		expect(Object.keys(words.labels)).toEqual([...briefItems]);
		expect(Object.keys(draft).slice(3, -1)).toEqual([...briefItems]);
	});

	test('takes title, outcomes, level and hours from the candidate', () => {
		expect(draft).toMatchObject({
			...{ id: 'A-3f2a', version: briefVersion, title: 'Sharpen drill bits' },
			level: { proposed: 3, low: 3, high: 5, track: 'part-qualification', status: 'proposed' },
			outcomes: [{ skill: 'K1', verb: 'Sharpen', object: 'drill bits' }],
			volume: { contact: 15, practical: 21, workplace: 12, self: 9, assessment: 3, credits: 6 },
			duration: { weeks: 8 }
		});
	});

	test('names two skills, or the first with the number of others', () => {
		const named = (...labels: string[]) =>
			draftBrief(
				tinyCandidate({ skills: labels.map((label) => tinyCandidateSkill({ label, id: label })) })
			).title;
		expect(named('Cut stone', 'Sort stone')).toBe('Cut stone and sort stone');
		expect(named('Cut stone', 'ICT security')).toBe('Cut stone and ICT security');
		expect(named('Cut stone', 'Sort stone', 'Sell stone')).toBe('Cut stone and 2 related skills');
		expect(named('Master the lathe')).toBe('Short course for stone cutting');
	});

	test('says nothing about women and rural people that too few answers carry', () => {
		const women = tinyFigure({ quality: 'unreliable', measure: 'share', value: 0.9 });
		const brief = draftBrief(tinyCandidate({ women }));
		expect(brief.inclusion.women).toContain('Too few answers');
		expect(brief.inclusion.rural).toContain('60% (50–70)');
		expect(isReady(validateBrief(brief))).toBe(true);
		const told = ([name]: [string, unknown]) => !['women', 'rural', 'demand'].includes(name);
		const silent = Object.fromEntries(Object.entries(tinyCandidate()).filter(told));
		const quiet = draftBrief(silent as unknown as CandidateEvidence);
		expect(quiet.inclusion.rural).toContain('Too few answers');
		expect(quiet.risks).toHaveLength(1);
	});

	test('proposes a professional award from level 6 on', () => {
		const brief = draftBrief(tinyCandidate({ level: { low: 7, high: 9 } }));
		expect(brief.level).toMatchObject({ proposed: 7, track: 'pda' });
		expect(isReady(validateBrief(brief))).toBe(true);
	});

	test('checks what a course needs of the internet by how its skills can be taught', () => {
		const mode = (...delivery: string[]) =>
			draftBrief(
				tinyCandidate({ skills: delivery.map((one) => tinyCandidateSkill({ delivery: one })) })
			).mode;
		expect(mode('practical on site')).toMatchObject({
			...{ mode: 'on-site', data: 'Needs no internet: nobody has to pay for data.' }
		});
		for (const apart of ['blended', 'remote possible']) {
			const { mode: how, data } = mode('practical on site', apart);
			expect([how, data]).toEqual(['hybrid', expect.stringContaining('on paper')]);
		}
	});

	test('names the courses that it has to be set apart from', () => {
		const overlaps = [{ title: 'Drilling', provider: 'P1' }];
		expect(draftBrief(tinyCandidate({ overlaps })).stacking.overlap).toContain('Drilling (P1)');
	});

	test('of any candidate is valid whenever its figures are', () => {
		const skill = fc
			.record({
				label: fc.constantFrom('Cut stone', 'Read a degree scale', 'Weld', 'Doctor a feed'),
				hours: fc.integer({ min: 1, max: 133 }),
				from: fc.integer({ min: 1, max: 4 }),
				assessment: fc.constantFrom('', 'observed task'),
				delivery: fc.constantFrom('remote possible', 'blended', 'practical on site')
			})
			.map((said) => tinyCandidateSkill({ ...said, to: said.from + 1 }));
		const candidate = fc.record({
			skills: fc.array(skill, { minLength: 1, maxLength: 3 }),
			level: fc.constantFrom({ low: 1, high: 2 }, { low: 6, high: 6 }, { low: 7, high: 9 }),
			quality: fc.constantFrom('ok', 'low-n', 'imprecise', 'suppressed', 'unreliable'),
			places: fc.constantFrom([], ['North', 'South'])
		});
		fc.assert(
			fc.property(candidate, ({ quality, ...said }) => {
				const figures = [tinyFigure({ quality: quality as 'ok' })];
				const findings = validateBrief(draftBrief(tinyCandidate({ ...said, figures })));
				const usable = quality !== 'suppressed' && quality !== 'unreliable';
				expect(isReady(findings), JSON.stringify(findings)).toBe(usable);
				const banners = findings.filter(({ severity }) => severity === 'banner');
				expect(banners).toHaveLength(quality === 'low-n' || quality === 'imprecise' ? 1 : 0);
			})
		);
	});

	test('hours by kind add up to the hours of the skills, none of them negative', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 4000 }), (tenths) => {
				const volume = volumeFor(tenths / 10);
				const parts = hourKinds.map((kind) => volume[kind]);
				expect(Math.min(...parts)).toBeGreaterThanOrEqual(-1e-9);
				expect(parts.reduce((sum, own) => sum + own, 0)).toBeCloseTo(tenths / 10, 9);
				expect(volume.credits).toBeCloseTo(tenths / 100, 9);
			})
		);
	});
});
