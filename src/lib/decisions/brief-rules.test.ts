import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { briefFindings } from '#lib/vocabulary/messages/brief-findings.ts';
import { tinyCandidate, tinyFigure } from '#tests/support/tiny-candidate.ts';
import type { Brief } from './brief-record.ts';
import { briefRules } from './brief-finding.ts';
import { validateBrief } from './brief-rules.ts';
import { draftBrief } from './brief.ts';

const draft = draftBrief(tinyCandidate());
/** Weeks enough for any hours. */
const ayear = { duration: { weeks: 52, schedule: 'block' } } as const;
const rulesOf = (said: Partial<Brief>) =>
	validateBrief({ ...draft, ...ayear, ...said }).map(({ rule, severity }) => `${severity} ${rule}`);

describe('validation', () => {
	const volume = {
		contact: 391,
		practical: 0,
		workplace: 0,
		self: 0,
		assessment: 10,
		credits: 40.1
	};
	const full = { ...volume, contact: 390, credits: 40 };
	const unassessed = { ...full, contact: 400, assessment: 0 };
	const [outcome] = draft.outcomes;
	const figures = (said: Parameters<typeof tinyFigure>[0]) => ({
		evidence: { ...draft.evidence, figures: [tinyFigure(said)] }
	});

	test.each([
		['error title-missing', { title: ' ' }],
		['error title-word', { title: 'Postgraduate Diploma in drilling' }],
		['error title-word', { title: 'MASTERING drills' }],
		['error purpose-missing', { purpose: { what: '', audience: 'all' } }],
		['error evidence-missing', { evidence: { ...draft.evidence, figures: [] } }],
		['refused evidence-refused', figures({ quality: 'suppressed', value: null })],
		['refused evidence-refused', figures({ quality: 'unreliable' })],
		['refused evidence-refused', figures({ quality: 'not-applicable', value: null })],
		['banner evidence-low-n', figures({ quality: 'low-n', n: 30 })],
		['banner evidence-imprecise', figures({ quality: 'imprecise' })],
		['banner evidence-synthetic', figures({ synthetic: true })],
		['error comparison-open', figures({ claim: 'comparison', low: -0.1, high: 0.2 })],
		['error comparison-open', figures({ claim: 'comparison', low: null, high: null })],
		['error skills-missing', { skills: [] }],
		['error skill-levels', { skills: [{ id: 'K', label: 'K', uri: '', from: 3, to: 3 }] }],
		['error skill-scale', { skills: [{ id: 'K', label: 'K', uri: '', from: 2, to: 9 }] }],
		['error skill-scale', { skills: [{ id: 'K', label: 'K', uri: '', from: 2, to: 2.5 }] }],
		['error skill-unnamed', { skills: [{ id: '', label: ' ', uri: '', from: 2, to: 3 }] }],
		['error outcomes-missing', { outcomes: [] }],
		['error outcome-incomplete', { outcomes: outcome ? [{ ...outcome, standard: '' }] : [] }],
		['error outcome-unassessed', { outcomes: outcome ? [{ ...outcome, assessment: ' ' }] : [] }],
		['error no-hours', { volume: { ...unassessed, contact: 0 } }],
		['error no-hours', { volume: { ...volume, self: -1 } }],
		['error no-hours', { volume: { ...volume, contact: 1e308, practical: 1e308 } }],
		['error no-hours', { volume: { ...volume, contact: 10_001, credits: 1000.1 } }],
		['error credits-differ', { volume: { ...draft.volume, credits: 7 } }],
		['warning larger-than-cap', { volume }],
		['warning assessment-hours', { volume: unassessed }],
		['error level-outside', { level: { ...draft.level, proposed: 11 } }],
		['error level-outside', { level: { ...draft.level, proposed: 0 } }],
		['warning level-beyond', { level: { ...draft.level, proposed: 9 } }],
		['error level-track', { level: { ...draft.level, proposed: 5, track: 'pda' } }],
		['error too-long', { duration: { weeks: 105, schedule: 'block' } }],
		['warning hours-a-week', { duration: { weeks: 2, schedule: 'block' }, volume: full }],
		['error too-short', { duration: { weeks: 1, schedule: 'block' } }],
		['error mode-missing', { mode: { ...draft.mode, terrain: '' } }],
		['error entry-missing', { entry: { ...draft.entry, rpl: '' } }],
		['error entry-missing', { entry: { ...draft.entry, evidence: [] } }],
		['error assessment-missing', { assessment: { standard: '', delivery: 'on site' } }],
		['warning stacking-missing', { stacking: { ...draft.stacking, qualification: '' } }],
		['error stacking-credits', { stacking: { ...draft.stacking, credits: 6.5 } }],
		['error quality-missing', { quality: { internal: 'committee', external: '' } }],
		['error inclusion-missing', { inclusion: { ...draft.inclusion, disability: '' } }],
		['error review-outside', { review: { months: 11, trigger: 'new wave' } }],
		['error review-outside', { review: { months: 37, trigger: 'new wave' } }],
		['error review-missing', { review: { months: 24, trigger: '' } }],
		['error tracer-missing', { tracer: { months: [], outcomes: ['in work'] } }],
		['error tracer-months', { tracer: { months: [6, 0], outcomes: ['in work'] } }],
		['error tracer-months', { tracer: { months: [1e9], outcomes: ['in work'] } }],
		['error risks-missing', { risks: [] }],
		['error exports-missing', { exports: [] }]
	] as const)('%s', (expected, said) => {
		const added = rulesOf(said).filter((rule) => !rulesOf({}).includes(rule));
		expect(added).toEqual([expected]);
	});

	test('a certificate reaches up to level 8, a degree starts at 7', () => {
		const at = (proposed: number, type: Brief['stacking']['type']) =>
			rulesOf({ level: { ...draft.level, proposed }, stacking: { ...draft.stacking, type } });
		expect(at(8, 'certificate')).not.toContain('error level-type');
		expect(at(9, 'certificate')).toContain('error level-type');
		expect(at(6, 'degree')).toContain('error level-type');
		expect(at(6, 'diploma')).not.toContain('error level-type');
	});

	test('credits at the cap, weeks and months at their ends pass', () => {
		expect(rulesOf({ volume: full })).toEqual(rulesOf({}));
		for (const weeks of [2, 104]) {
			expect(rulesOf({ duration: { weeks, schedule: 'evening' } })).toEqual(rulesOf({}));
		}
		for (const months of [12, 36]) {
			expect(rulesOf({ review: { months, trigger: 'new wave' } })).toEqual(rulesOf({}));
		}
	});

	test('few answers of a comparison are those of a group, not of both together', () => {
		const finding = (measure: 'points' | 'share') => {
			const found = validateBrief({ ...draft, ...figures({ quality: 'low-n', n: 123, measure }) });
			const one = found.find(({ rule }) => rule === 'evidence-low-n');
			return one && briefFindings[one.rule](one.details);
		};
		expect(finding('points')).toBe('Few answers in one of the groups: “People short”.');
		expect(finding('share')).toBe('Few answers: “People short” rests on 123.');
	});

	test('has a sentence for every rule', () => {
		expect(Object.keys(briefFindings).toSorted()).toEqual(briefRules.toSorted());
		for (const sentence of Object.values(briefFindings)) {
			expect(sentence({ label: 'L', row: 1, weeks: 1, least: 2, most: 3, n: 4 })).toMatch(/\.$/);
		}
	});

	test('never throws, whatever numbers are typed in', () => {
		const number = fc.oneof(fc.double(), fc.constant(NaN));
		fc.assert(
			fc.property(number, number, number, (hours, level, weeks) => {
				const findings = validateBrief({
					...draft,
					volume: { ...draft.volume, contact: hours },
					level: { ...draft.level, proposed: level },
					duration: { weeks, schedule: 'block' }
				});
				for (const { rule, details } of findings) expect(briefFindings[rule](details)).toBeTruthy();
			})
		);
	});
});
