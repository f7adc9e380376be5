import { describe, expect, test } from 'vitest';
import { briefItems } from '#lib/decisions/brief-record.ts';
import { validateBrief } from '#lib/decisions/brief-rules.ts';
import { draftBrief } from '#lib/decisions/brief.ts';
import { authoredItems } from '#lib/decisions/brief-words.ts';
import { briefItems as labels } from '#lib/vocabulary/messages/brief-items.ts';
import { tinyCandidate, tinyFigure, tinyRanks } from '#tests/support/tiny-candidate.ts';
import { whoseSentence } from './whose.ts';
import { wordDocument } from './word-document.ts';

const notice = 'Demonstration data: made up.';
const draft = draftBrief(
	tinyCandidate({ notice, figures: [tinyFigure({ question: '{"by":[]}' })] })
);
const place = {
	base: 'https://example.org/site',
	address: 'https://example.org/site/credentials/A-3f2a/',
	...{ framework: 'QF', country: 'Here', edition: '2024.1', editionDate: '2025-11-03' }
};
const written = (said: Partial<typeof draft> = {}) => {
	const brief = { ...draft, ...said };
	const authored = authoredItems(brief, draft);
	return wordDocument(brief, { ...place, findings: validateBrief(brief), authored });
};

describe('a brief as a document', () => {
	test('has the 20 items in their order, with numbers', () => {
		const heads = [...written().matchAll(/<h2>(\d+)\. ([^<]*)<\/h2>/g)].map(
			([, no, head]) => `${no} ${head}`
		);
		expect(heads).toEqual(briefItems.map((item, i) => `${i + 1} ${labels.labels[item]}`));
	});

	test('says at its head that it is proposed, and that the data are synthetic', () => {
		const text = written();
		expect(text.indexOf('Proposed · not accredited')).toBeLessThan(text.indexOf('<h1>'));
		expect(text.split(notice).length - 1).toBeGreaterThanOrEqual(3);
		expect(text).toContain(place.address);
	});

	test('carries each figure with interval, n, source, link and the line that asks it again', () => {
		const text = written();
		for (const part of ['1,200', '900–1,500', '>240<', 'Skills audit 2024']) {
			expect(text).toContain(part);
		}
		expect(text).toContain('href="https://example.org/site/sectors/A"');
		expect(text).toContain('npm run ask -- &apos;{'.replace('&apos;', "'"));
	});

	test('carries the ranks as a range, the page that works them out, and what they were drawn with', () => {
		const ranks = [tinyRanks({ method: 'By weights a & b' })];
		const text = written({ evidence: { ...draft.evidence, ranks } });
		expect(text).toMatch(/of 9 courses of the sector<\/td><td>2–7<\/td>/);
		expect(text).toMatch(/among the first three<\/td><td>37%<\/td>/);
		expect(text).toContain('href="https://example.org/site/credentials/?sector=A"');
		expect(text).toContain('By weights a &amp; b<br/><code>https://example.org/site/credentials/');
	});

	test('is one well-formed piece whatever is typed in, and asks nothing of the network', () => {
		const text = written({ title: 'Cut & <b>shape</b> "stone"' });
		expect(text).toContain('<h1>Cut &amp; &lt;b&gt;shape&lt;/b&gt; &quot;stone&quot;</h1>');
		expect(text).not.toMatch(/<(script|img|link|iframe)\b/);
		expect((text.match(/<tr\b/g) ?? []).length).toBe((text.match(/<\/tr>/g) ?? []).length);
	});

	test('says which items are in the words of the author, and which as the edition drafts them', () => {
		expect(written()).toContain('All items are as edition 2024.1 of this site drafts them.');
		const text = written({ title: 'Drilling', tracer: { ...draft.tracer, months: [12] } });
		expect(text).toContain('<h2>1. Title (author’s words)</h2>');
		expect(text).toContain('<h2>2. Purpose, and for whom</h2>');
		expect(text).toContain('Items 1 and 18 are in the author’s words; the others are as edition');
		const others = { ...draft, ...Object.fromEntries(briefItems.map((item) => [item, null])) };
		expect(whoseSentence(authoredItems(others as never, draft), '2024.1')).toMatch(
			/^All items but/
		);
	});

	test('gives the date of the edition to that edition alone', () => {
		expect(written()).toContain('Edition 2024.1 · 3 November 2025');
		expect(written({ edition: '2019.1' })).toContain('Edition 2019.1<');
		expect(written({ edition: '' })).toContain('Edition not stated');
	});

	test('says what is not complete, and when it may not be handed on', () => {
		expect(written({ risks: [] })).toContain('Draft: item 19 not complete');
		const figures = [tinyFigure({ quality: 'unreliable', value: 7 })];
		const refused = written({ evidence: { ...draft.evidence, figures } });
		expect(refused).toContain('May not be handed on');
		expect(refused).toContain('too few answers to show');
		expect(refused).not.toMatch(/<td>7</);
	});
});
