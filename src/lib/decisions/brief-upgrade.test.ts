import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { briefChanges } from '#lib/vocabulary/messages/brief-findings.ts';
import { tinyCandidate } from '#tests/support/tiny-candidate.ts';
import { briefItems, briefShape, briefVersion } from './brief-record.ts';
import { validateBrief } from './brief-rules.ts';
import { upgradeBrief, type OpenedBrief } from './brief-upgrade.ts';
import { draftBrief, type CandidateEvidence } from './brief.ts';

const draft = draftBrief(tinyCandidate());

function without(from: object, ...names: readonly string[]): Record<string, unknown> {
	return Object.fromEntries(Object.entries(from).filter(([name]) => !names.includes(name)));
}

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

	test('takes out what nobody sees, and says which characters', () => {
		const title = 'Drill \u202Ellew\u202C\u200B';
		const { brief, changes } = opened({ ...saved, title, 'a\u2066b': '\u202Ex' });
		expect(brief.title).toBe('Drill llew');
		expect(changes).toEqual([
			{ item: undefined, path: 'ab', kind: 'dropped', was: '"x"' },
			{ item: 'title', path: 'title', kind: 'cleaned', was: 'U+202E, U+202C, U+200B' }
		]);
		expect(briefChanges.cleaned('Title', 'U+202E')).toContain('U+202E');
	});

	test('takes no link that hides something', () => {
		const figures = [{ ...draft.evidence.figures[0], link: '/sectors/\u202Ea' }];
		const { brief } = opened({ ...saved, evidence: { ...draft.evidence, figures } });
		expect(brief.evidence.figures[0]?.link).toBe('');
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
