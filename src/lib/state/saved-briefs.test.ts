import { describe, expect, test } from 'vitest';
import { draftBrief } from '#lib/decisions/brief.ts';
import { tinyCandidate } from '#tests/support/tiny-candidate.ts';
import { BriefEditor, valueAt } from './saved-briefs-editor.svelte.ts';
import { keepText, keptBriefs, keptText, readBrief, type Shelf } from './saved-briefs.ts';

const draft = draftBrief(tinyCandidate());

/** A shelf of this test alone. @param room texts that it holds */
function shelf(room = Infinity): Shelf & { readonly texts: Map<string, string> } {
	const texts = new Map<string, string>();
	return {
		texts,
		get length() {
			return texts.size;
		},
		key: (i) => [...texts.keys()][i] ?? null,
		getItem: (key) => texts.get(key) ?? null,
		setItem(key, text) {
			if (!texts.has(key) && texts.size >= room) throw new Error('QuotaExceededError');
			texts.set(key, text);
		},
		removeItem: (key) => void texts.delete(key)
	};
}

function editorOn(device: Shelf | undefined, name = draft.id): BriefEditor {
	const editor = new BriefEditor({ draft, name, edition: draft.edition, notice: '' });
	editor.open(device);
	return editor;
}

describe('what is edited', () => {
	test('is on the device at once, and there again when the page opens anew', () => {
		const device = shelf();
		editorOn(device).set('capacity.people', 'Two assessors');
		const again = editorOn(device);
		expect(again.keeping).toBe('kept');
		expect(again.brief.capacity.people).toBe('Two assessors');
		expect(again.edited).toEqual(['capacity']);
		expect(again.changes).toEqual([]);
	});

	test('goes back to the drafted text item by item', () => {
		const editor = editorOn(shelf());
		editor.set('title', 'Drilling');
		editor.set('review.months', 12);
		editor.undo('title');
		expect(editor.brief.title).toBe(draft.title);
		expect(editor.brief.review.months).toBe(12);
		expect(editor.edited).toEqual(['review']);
	});

	test('has credits that follow the hours, and findings that follow all', () => {
		const editor = editorOn(shelf());
		editor.set('volume.contact', draft.volume.contact + 40);
		expect(editor.brief.volume.credits).toBe(draft.volume.credits + 4);
		editor.set('outcomes.0.assessment', '');
		expect(editor.findings.map(({ rule }) => rule)).toContain('outcome-unassessed');
		expect(valueAt(editor.brief, 'outcomes.0.assessment')).toBe('');
	});

	test('takes and loses rows', () => {
		const editor = editorOn(shelf());
		editor.set('risks', [...editor.brief.risks, { risk: 'Rain', response: '' }]);
		expect(editor.brief.risks.at(-1)).toEqual({ risk: 'Rain', response: '' });
		editor.set('risks', []);
		expect(editor.findings.map(({ rule }) => rule)).toContain('risks-missing');
	});

	test('stands on the page where the device keeps nothing, and the page says so', () => {
		for (const device of [undefined, shelf(0)]) {
			const editor = editorOn(device);
			editor.set('title', 'Drilling');
			expect(editor.brief.title).toBe('Drilling');
			expect(editor.keeping).toBe('not-kept');
		}
	});
});

describe('deleting', () => {
	test('leaves nothing on the device, and can be taken back until the next edit', () => {
		const device = shelf();
		const editor = editorOn(device);
		editor.set('title', 'Drilling');
		editor.delete();
		expect([device.texts.size, editor.brief.title]).toEqual([0, draft.title]);
		editor.bringBack();
		expect(editor.brief.title).toBe('Drilling');
		expect(editorOn(device).brief.title).toBe('Drilling');
		editor.delete();
		editor.set('title', 'Other');
		expect(editor.canBringBack).toBe(false);
	});
});

describe('a brief from a file', () => {
	test('takes the place of the one here, which can come back', () => {
		const editor = editorOn(shelf());
		editor.set('title', 'Mine');
		expect(editor.load(JSON.stringify({ ...draft, title: 'Theirs' }))).toBeUndefined();
		expect([editor.brief.title, editor.keeping]).toEqual(['Theirs', 'loaded']);
		editor.bringBack();
		expect(editor.brief.title).toBe('Mine');
	});

	test('of an older version says what changed, and keeps the rest', () => {
		const older = Object.entries(draft).filter(([name]) => !['tracer', 'version'].includes(name));
		const editor = editorOn(shelf());
		editor.load(JSON.stringify({ ...Object.fromEntries(older), edition: '2019.1' }));
		expect(editor.changes.map(({ path, kind }) => [path, kind])).toEqual([
			['edition', 'edition'],
			['tracer', 'added']
		]);
		expect(editor.findings.map(({ rule }) => rule)).toContain('tracer-missing');
		editor.undo('evidence');
		expect(editor.brief.edition).toBe(draft.edition);
		expect(editor.changes.map(({ path }) => path)).toEqual(['tracer']);
	});

	test('that says otherwise than the survey is refused, and keeps the notice', () => {
		const made = draftBrief(tinyCandidate({ notice: 'Made up.' }));
		const editor = new BriefEditor({
			...{ draft: made, name: made.id, edition: made.edition, notice: 'Made up.' }
		});
		const [figure] = made.evidence.figures;
		const evidence = { ...made.evidence, notice: '', figures: [{ ...figure, value: 99_000 }] };
		editor.load(JSON.stringify({ ...made, evidence }));
		expect(editor.brief.evidence.notice).toBe('Made up.');
		expect(editor.changes).toMatchObject([{ path: 'evidence.notice', was: '""' }]);
		expect(editor.findings.map(({ rule }) => rule)).toContain('evidence-altered');
		editor.undo('evidence');
		expect(editor.findings.map(({ rule }) => rule)).not.toContain('evidence-altered');
	});

	test('of a course that the edition does not have says that nobody can check it', () => {
		const edition = draft.edition;
		const editor = new BriefEditor({ draft, name: 'ZZ-1', edition, notice: '', foreign: true });
		expect(editor.findings.map(({ rule }) => rule)).toContain('evidence-unchecked');
	});

	test('that another tab has changed since comes up as it is kept', () => {
		const device = shelf();
		const [one, other] = [editorOn(device), editorOn(device)];
		other.set('title', 'Theirs');
		one.open(device);
		one.set('purpose.what', 'Mine');
		expect(editorOn(device).brief).toMatchObject({ title: 'Theirs', purpose: { what: 'Mine' } });
	});

	test('that is none, or of a later version, leaves all as it was', () => {
		const editor = editorOn(shelf());
		editor.set('title', 'Mine');
		for (const [text, code] of [
			['no JSON', 'not-a-brief'],
			['{}', 'not-a-brief'],
			[JSON.stringify({ ...draft, version: 99 }), 'newer-brief']
		] as const) {
			expect(editor.load(text)?.code).toBe(code);
			expect([editor.brief.title, editor.keeping]).toEqual(['Mine', 'kept']);
		}
	});
});

describe('the shelf', () => {
	test('lists the briefs kept on it, and keeps what it cannot read', () => {
		const device = shelf();
		keepText('B', JSON.stringify({ ...draft, id: 'B' }), device);
		keepText('A?sex=F', JSON.stringify({ ...draft, id: 'A' }), device);
		keepText('C', 'broken', device);
		device.setItem('theme', 'dark');
		expect(keptBriefs(device, draft.edition).map(({ name }) => name)).toEqual(['A?sex=F', 'B']);
		const editor = editorOn(device, 'C');
		expect([editor.keeping, editor.brief]).toEqual(['unreadable', draft]);
		expect(keptText('C', device)).toBe('broken');
	});

	test('of a device without one is empty', () => {
		expect(keptBriefs(undefined, '1')).toEqual([]);
		expect(keptText('A', undefined)).toBeNull();
		expect(readBrief('', '1')).toMatchObject({ code: 'not-a-brief' });
	});
});
