import { describe, expect, test } from 'vitest';
import { tinyCandidate, tinyFigure, tinyRanks } from '#tests/support/tiny-candidate.ts';
import type { Brief, BriefFigure } from './brief-record.ts';
import { isReady } from './brief-finding.ts';
import { validateBrief } from './brief-rules.ts';
import { upgradeBrief } from './brief-upgrade.ts';
import { vouch, withNotice, type Voucher } from './brief-vouch.ts';
import { draftBrief } from './brief.ts';

const figures = [
	tinyFigure({ synthetic: true }),
	tinyFigure({ label: 'Shortfall: one', question: '{"by":["skill"]}', synthetic: true }),
	tinyFigure({ label: 'Shortfall: two', question: '{"by":["skill"]}', value: 7, synthetic: true })
];
const notice = 'Made up.';
const draft = draftBrief(tinyCandidate({ figures, ranks: [tinyRanks()], notice }));
const voucher: Voucher = { edition: draft.edition, draft, notice };

/** The brief with the first of its figures said otherwise. */
function forged(said: Partial<BriefFigure>): Brief {
	const [first = tinyFigure(), ...rest] = draft.evidence.figures;
	return { ...draft, evidence: { ...draft.evidence, figures: [{ ...first, ...said }, ...rest] } };
}

const rules = (brief: Brief, by: Voucher = voucher) =>
	vouch(brief, by).map(({ severity, rule }) => `${severity} ${rule}`);

describe('the figures of a brief', () => {
	test('are vouched for as this edition drafts them, and after a way through a file', () => {
		const opened = upgradeBrief(JSON.parse(JSON.stringify(draft)), draft.edition);
		expect(rules(draft)).toEqual([]);
		expect('brief' in opened && rules(opened.brief)).toEqual([]);
	});

	test.each([
		['another value', { value: 999_999 }],
		['a tighter interval', { low: 1199, high: 1201 }],
		['more answers', { n: 24_000 }],
		['a better grade', { quality: 'imprecise' }],
		['no word of being made up', { synthetic: false }],
		['another page as its source', { link: '/elsewhere' }]
	] as const)('with %s may not be handed on', (_, said) => {
		const brief = forged(said);
		expect(rules(brief)).toEqual(['refused evidence-altered']);
		expect(isReady([...vouch(brief, voucher), ...validateBrief(brief)])).toBe(false);
	});

	test('may not be added to; one that is left out is named', () => {
		const { evidence } = draft;
		const [first = tinyFigure(), ...rest] = evidence.figures;
		const more = [...evidence.figures, { ...first, label: 'Everybody wants it' }];
		expect(rules({ ...draft, evidence: { ...evidence, figures: more } })).toEqual([
			'refused evidence-foreign'
		]);
		expect(rules({ ...draft, evidence: { ...evidence, figures: rest } })).toEqual([
			'banner evidence-left-out'
		]);
	});

	test.each([
		['a better range', [tinyRanks({ low: 1, high: 1 })]],
		['a better chance', [tinyRanks({ inTop: 1 })]],
		['ranks said twice', [tinyRanks(), tinyRanks()]]
	] as const)('may not be handed on with %s', (_, ranks) => {
		const brief = { ...draft, evidence: { ...draft.evidence, ranks } };
		expect(rules(brief)).toEqual(['refused evidence-altered']);
	});

	test('of an older version, without ranks, are vouched for', () => {
		expect(rules({ ...draft, evidence: { ...draft.evidence, ranks: [] } })).toEqual([]);
	});

	test('of another edition, or of a course that is not there, are said to be unchecked', () => {
		expect(rules({ ...draft, edition: '2019.1' })).toEqual(['banner evidence-edition']);
		expect(rules(forged({ value: 1 }), { edition: draft.edition, notice })).toEqual([
			'banner evidence-unchecked'
		]);
	});
});

describe('the notice that data are synthetic', () => {
	const said = (edition: string, own: string): Brief => ({
		...draft,
		edition,
		evidence: { ...draft.evidence, notice: own }
	});

	test('no file takes off or rewords', () => {
		for (const own of ['', 'Evidence of the ministry.']) {
			expect(withNotice(said(draft.edition, own), voucher).evidence.notice).toBe(notice);
		}
		expect(withNotice(said('2019.1', ''), voucher).evidence.notice).toBe(notice);
	});

	test('of another edition stays as it was, and one that is right is the same brief', () => {
		expect(withNotice(said('2019.1', 'Old notice.'), voucher).evidence.notice).toBe('Old notice.');
		expect(withNotice(draft, voucher)).toBe(draft);
	});
});
