import { describe, expect, test } from 'vitest';
import type { Teaching } from '#lib/decisions/brief-teaching.ts';
import { draftBrief } from '#lib/decisions/brief.ts';
import { tinyCandidate } from '#tests/support/tiny-candidate.ts';
import { BriefEditor } from './saved-briefs-editor.svelte.ts';

const draft = draftBrief(tinyCandidate({ notice: 'Made up.' }));
const options = { draft, name: draft.id, edition: draft.edition, notice: 'Made up.' };

describe('whose words a brief is in', () => {
	test('are the site’s until somebody edits an item, and again when that is undone', () => {
		const editor = new BriefEditor(options);
		expect(editor.authored).toEqual([]);
		editor.set('purpose.what', 'To drill.');
		editor.set('tracer.months', [12]);
		expect(editor.authored).toEqual(['purpose', 'tracer']);
		editor.undo('purpose');
		expect(editor.authored).toEqual(['tracer']);
	});

	test('a remark on the evidence is the author’s, the evidence is not; figures are taken without losing it', () => {
		const editor = new BriefEditor(options);
		editor.set('evidence.remark', 'Twelve mines asked for it.');
		expect([editor.authored, editor.edited]).toEqual([[], ['evidence']]);
		editor.undo('evidence');
		expect(editor.brief.evidence.remark).toBe('Twelve mines asked for it.');
	});

	test('of a course that the edition does not have are all the author’s, but for the evidence', () => {
		const editor = new BriefEditor({ ...options, foreign: true });
		expect(editor.authored).toHaveLength(19);
		expect(editor.authored).not.toContain('evidence');
	});

	test('of a file that rewords the evidence are the site’s, and what it said is told', () => {
		const editor = new BriefEditor(options);
		const evidence = { ...draft.evidence, coverage: 'Everybody in the country.' };
		editor.load(JSON.stringify({ ...draft, evidence }));
		expect(editor.brief.evidence.coverage).toBe(draft.evidence.coverage);
		expect(editor.changes).toMatchObject([
			{ item: 'evidence', path: 'evidence.coverage', kind: 'site' }
		]);
	});

	test('a skill that is renamed is no skill of the survey any more', () => {
		const editor = new BriefEditor(options);
		editor.set('skills.0.label', 'Cook');
		expect(editor.brief.skills[0]).toMatchObject({ id: '', uri: '' });
		editor.set('skills.0.label', draft.skills[0]?.label);
		expect(editor.brief.skills).toEqual(draft.skills);
	});
});

test('what nobody sees gets into no brief, neither from a file nor from what is pasted', () => {
	const editor = new BriefEditor(options);
	editor.set('title', 'Drill\u202Eing\u200B');
	editor.set('tracer.outcomes', ['in \u2066work']);
	expect(editor.brief.title).toBe('Drilling');
	expect(editor.brief.tracer.outcomes).toEqual(['in work']);
	editor.load(JSON.stringify({ ...draft, title: 'Dig\u202Eging' }));
	expect(editor.brief.title).toBe('Digging');
	expect(editor.changes).toMatchObject([{ path: 'title', kind: 'cleaned', was: 'U+202E' }]);
});

describe('how a provider has chosen to teach', () => {
	const evenings: Teaching = { schedule: 'evening', weekly: 6, mode: 'on-site' };

	test('is taken into items 8 and 9, and undone there', () => {
		const editor = new BriefEditor(options);
		expect(editor.teach(evenings)).toEqual(['duration', 'mode']);
		expect(editor.brief.duration).toEqual({ schedule: 'evening', weeks: 10 });
		expect(editor.brief.mode.terrain).toContain('every day');
		expect(editor.authored).toEqual(['duration', 'mode']);
		editor.undo('duration');
		expect(editor.brief.duration).toEqual(draft.duration);
	});

	test('leaves what somebody has edited; the same choice again is taken already', () => {
		const editor = new BriefEditor(options);
		editor.set('mode.terrain', 'By boat.');
		expect(editor.teach(evenings)).toEqual(['duration']);
		expect(editor.brief.mode.terrain).toBe('By boat.');
		expect(editor.teach(evenings)).toEqual(['duration']);
	});
});
