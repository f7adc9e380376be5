import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { briefChanges, briefFindings } from '#lib/vocabulary/messages/brief-findings.ts';
import { briefItems as words } from '#lib/vocabulary/messages/brief-items.ts';
import { tinyCandidate, tinyCandidateSkill, tinyFigure } from '#tests/support/tiny-candidate.ts';
import { briefItems, briefShape, briefVersion, hourKinds, type Brief } from './brief-record.ts';
import { briefRules, isReady } from './brief-finding.ts';
import { validateBrief } from './brief-rules.ts';
import { upgradeBrief, type OpenedBrief } from './brief-upgrade.ts';
import { draftBrief, volumeFor, type CandidateEvidence } from './brief.ts';

const draft = draftBrief(tinyCandidate());
/** Weeks enough for any hours. */
const ayear = { duration: { weeks: 52, schedule: 'block' } } as const;
const rulesOf = (said: Partial<Brief>) =>
	validateBrief({ ...draft, ...ayear, ...said }).map(({ rule, severity }) => `${severity} ${rule}`);

function without(from: object, ...names: readonly string[]): Record<string, unknown> {
	return Object.fromEntries(Object.entries(from).filter(([name]) => !names.includes(name)));
}

describe('a draft', () => {
	test('fills every item that the evidence speaks of, and is ready to hand on', () => {
		const findings = validateBrief(draft);
		expect(findings.map(({ rule }) => rule)).toEqual(['capacity-missing', 'cost-missing']);
		expect(isReady(findings)).toBe(true);
	});

	test('has the 20 items, each with a label', () => {
		expect(briefItems).toHaveLength(20);
		expect(Object.keys(words.labels)).toEqual([...briefItems]);
		expect(Object.keys(draft).slice(3)).toEqual([...briefItems]);
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
		const silent = without(tinyCandidate(), 'women', 'rural', 'demand');
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

describe('validation', () => {
	const volume = {
		contact: 401,
		practical: 0,
		workplace: 0,
		self: 0,
		assessment: 0,
		credits: 40.1
	};
	const full = { ...volume, contact: 400, credits: 40 };
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
		['error no-hours', { volume: { ...volume, contact: 0 } }],
		['error no-hours', { volume: { ...volume, self: -1 } }],
		['error no-hours', { volume: { ...volume, contact: 1e308, practical: 1e308 } }],
		['error no-hours', { volume: { ...volume, contact: 10_001, credits: 1000.1 } }],
		['error credits-differ', { volume: { ...draft.volume, credits: 7 } }],
		['warning larger-than-cap', { volume }],
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

describe('opening a brief', () => {
	function opened(saved: unknown, edition = '2024.1'): OpenedBrief {
		const result = upgradeBrief(saved, edition);
		if ('code' in result) throw new Error(result.code);
		return result;
	}
	const saved = JSON.parse(JSON.stringify(draft)) as Record<string, unknown>;

	test('of this version brings it back as it was saved', () => {
		expect(opened(saved)).toEqual({ brief: draft, changes: [] });
	});

	test('of an older one fills what is new and keeps what has left, and says both', () => {
		const older = without(saved, 'version', 'tracer');
		const { brief, changes } = opened({ ...older, motto: 'Skills first', title: 7 });
		expect(brief.version).toBe(briefVersion);
		expect(brief.tracer).toEqual(briefShape.blank().tracer);
		expect(brief.skills).toEqual(draft.skills);
		expect(changes).toEqual([
			{ item: undefined, path: 'motto', kind: 'dropped', was: '"Skills first"' },
			{ item: 'title', path: 'title', kind: 'replaced', was: '7' },
			{ item: 'tracer', path: 'tracer', kind: 'added', was: '' }
		]);
	});

	test('of the version before the last has no provider, and says so', () => {
		const { provider, status, ...capacity } = draft.capacity;
		const { changes } = opened({ ...saved, version: 2, capacity });
		expect([provider, status]).toEqual(['', '']);
		expect(changes.map(({ path, kind }) => `${kind} ${path}`)).toEqual([
			'added capacity.provider',
			'added capacity.status'
		]);
	});

	test('names the row and field of a change', () => {
		const outcomes = [{ ...draft.outcomes[0], standard: null, extra: 1 }];
		expect(opened({ ...saved, outcomes }).changes).toEqual([
			{ item: 'outcomes', path: 'outcomes.0.extra', kind: 'dropped', was: '1' },
			{ item: 'outcomes', path: 'outcomes.0.standard', kind: 'replaced', was: 'null' }
		]);
		expect(opened({ ...saved, level: { ...draft.level, track: 'phd' } }).changes).toEqual([
			{ item: 'level', path: 'level.track', kind: 'replaced', was: '"phd"' }
		]);
	});

	test('says when the data are of another edition', () => {
		const [change] = opened(saved, '2026.1').changes;
		expect(change).toEqual({ item: undefined, path: 'edition', kind: 'edition', was: '2024.1' });
		expect(briefChanges.edition('2024.1', '2026.1')).toContain('2026.1');
	});

	test('of no edition says so once', () => {
		const [change, ...others] = opened(without(saved, 'edition')).changes;
		expect(change).toMatchObject({ path: 'edition', kind: 'edition', was: '' });
		expect(others).toEqual([]);
		expect(briefChanges.edition('', '2026.1')).toContain('does not say');
	});

	test.each(['javascript:alert(1)', '//evil.example/x', '.evil.example', '/\\evil', '/a\tb', 'x'])(
		'takes no link to elsewhere: %s',
		(link) => {
			const figures = [{ ...draft.evidence.figures[0], link }];
			const { brief, changes } = opened({ ...saved, evidence: { ...draft.evidence, figures } });
			expect(brief.evidence.figures[0]?.link).toBe('');
			expect(changes).toMatchObject([{ path: 'evidence.figures.0.link', kind: 'replaced' }]);
		}
	);

	test('takes no address of a skill that is none, and no measure that is not printed', () => {
		const skills = [{ ...draft.skills[0], uri: 'javascript:alert(1)' }];
		expect(opened({ ...saved, skills }).brief.skills[0]?.uri).toBe('');
		const figures = [{ ...draft.evidence.figures[0], measure: 'toString' }];
		const { brief } = opened({ ...saved, evidence: { ...draft.evidence, figures } });
		expect(brief.evidence.figures[0]?.measure).toBe('index');
	});

	test('needs a name that it can be kept and found under', () => {
		for (const id of [5, '', '../../x', 'a b', 'x'.repeat(61), null]) {
			expect(upgradeBrief({ ...saved, id }, '1')).toMatchObject({ code: 'not-a-brief' });
		}
	});

	test('is refused for what is no brief, and for one of a later version', () => {
		for (const none of [null, 'brief', [], {}, { id: 'A' }, 7]) {
			expect(upgradeBrief(none, '1')).toMatchObject({ code: 'not-a-brief' });
		}
		expect(upgradeBrief({ ...saved, version: 99 }, '1')).toMatchObject({ code: 'newer-brief' });
	});

	test('of any JSON gives a whole brief or a problem, and loses nothing', () => {
		const some = fc
			.dictionary(fc.constantFrom(...briefItems, 'version', 'x', '__proto__'), fc.jsonValue())
			.map((json) => ({ ...json, id: 'A-1' }));
		fc.assert(
			fc.property(some, (json) => {
				const result = upgradeBrief(json, '1');
				if ('code' in result) return;
				expect(Object.keys(result.brief)).toEqual(Object.keys(draft));
				expect(opened(result.brief, result.brief.edition).changes).toEqual([]);
				validateBrief(result.brief);
			})
		);
	});

	test('a draft saved and opened again is the same draft', () => {
		const candidate: CandidateEvidence = tinyCandidate({ notice: 'Made up.' });
		const brief = draftBrief(candidate);
		expect(opened(JSON.parse(JSON.stringify(brief))).brief).toEqual(brief);
	});
});
