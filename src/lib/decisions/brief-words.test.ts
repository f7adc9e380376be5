import { describe, expect, test } from 'vitest';
import { tinyCandidate, tinyCandidateSkill } from '#tests/support/tiny-candidate.ts';
import { briefChanges } from '#lib/vocabulary/messages/brief-findings.ts';
import { briefItems, type Brief } from './brief-record.ts';
import type { Voucher } from './brief-vouch.ts';
import { authoredItems, withSiteWords, withSkillNames } from './brief-words.ts';
import { draftBrief } from './brief.ts';

const skills = [
	tinyCandidateSkill(),
	tinyCandidateSkill({ id: 'K2', label: 'Weld', uri: 'urn:2' })
];
const notice = 'Made up.';
const draft = draftBrief(tinyCandidate({ skills, notice }));
const voucher: Voucher = { edition: draft.edition, draft, notice };
const opened = (brief: Brief, by: Voucher = voucher) => withSiteWords(brief, by);

describe('words of the site in a brief from a file', () => {
	test('that are as this edition drafts them are left alone', () => {
		expect(opened(draft)).toEqual({ brief: draft, changes: [] });
	});

	test.each([
		['the sector', 'evidence', { sector: { code: 'A', label: 'Everything' } }],
		['the occupations', 'evidence', { occupations: [{ code: '1', label: 'Ministers' }] }],
		['the places', 'evidence', { places: ['The whole country'] }],
		['whom the figures cover', 'evidence', { coverage: 'Every worker of the country.' }],
		['the notice', 'evidence', { notice: 'Official statistics.' }],
		['the lowest level', 'level', { low: 1 }],
		['the highest level', 'level', { high: 10 }]
	] as const)('take the place of %s, and what stood there is told', (_, item, said) => {
		const { brief, changes } = opened({ ...draft, [item]: { ...draft[item], ...said } });
		expect(brief).toEqual(draft);
		const [name, was] = Object.entries(said)[0] ?? [];
		expect(changes).toEqual([
			{ item, path: `${item}.${name}`, kind: 'site', was: JSON.stringify(was) }
		]);
		expect(briefChanges.site('Evidence', 'x')).toContain('x');
	});

	test('leave what the author adds, and all other items, as they are', () => {
		const own: Brief = {
			...draft,
			title: 'Drilling',
			evidence: { ...draft.evidence, remark: 'Twelve mines asked for it.' },
			level: { ...draft.level, proposed: draft.level.high }
		};
		expect(opened(own)).toEqual({ brief: own, changes: [] });
	});

	test('are not known of another edition or course: only the notice is held', () => {
		const evidence = { ...draft.evidence, places: ['Elsewhere'], notice: '' };
		const old = opened({ ...draft, edition: '2019.1', evidence });
		expect(old.brief.evidence.places).toEqual(['Elsewhere']);
		expect(old.brief.evidence.notice).toBe(notice);
		const strange = opened({ ...draft, evidence }, { edition: draft.edition, notice });
		expect(strange.brief.evidence.places).toEqual(['Elsewhere']);
	});
});

describe('a skill', () => {
	test('under another name has no address of the one that was drafted', () => {
		const [first, second] = draft.skills;
		if (!first || !second) throw new Error('two skills');
		const forged = [
			{ ...first, label: 'Cook' },
			{ ...second, uri: first.uri }
		];
		const { brief, changes } = opened({ ...draft, skills: forged });
		expect(brief.skills).toEqual([{ ...first, label: 'Cook', id: '', uri: '' }, second]);
		expect(changes.map(({ path, was }) => [path, was])).toEqual([
			['skills.0.uri', JSON.stringify(first.uri)],
			['skills.1.uri', JSON.stringify(first.uri)]
		]);
	});

	test('has it again under the drafted name, whatever its levels', () => {
		const [first] = draft.skills;
		if (!first) throw new Error('a skill');
		const typed = { id: '', label: `${first.label} `, uri: '', from: 1, to: 5 };
		expect(withSkillNames({ ...draft, skills: [typed] }, draft).skills).toEqual([
			{ ...typed, id: first.id, uri: first.uri }
		]);
	});
});

test('every item that differs from the draft is in the words of the author', () => {
	expect(authoredItems(draft, draft)).toEqual([]);
	for (const item of briefItems) {
		const given = item === 'exports' ? [] : null;
		expect(authoredItems({ ...draft, [item]: given }, draft)).toEqual([item]);
	}
});
