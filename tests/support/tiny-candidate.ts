import type { BriefFigure, BriefRanks } from '#lib/decisions/brief-record.ts';
import type { CandidateEvidence, CandidateSkill } from '#lib/decisions/brief.ts';

/** A figure of which only what a test is about is said. */
export function tinyFigure(said: Partial<BriefFigure> = {}): BriefFigure {
	return {
		...{ indicator: 'people-short', label: 'People short', claim: 'level', measure: 'count' },
		...{ value: 1200, low: 900, high: 1500, n: 240, quality: 'ok', source: 'Skills audit' },
		...{ year: '2024', synthetic: false, question: '{}', link: '/sectors/A' },
		...said
	};
}

/** Ranks of which only what a test is about is said. */
export function tinyRanks(said: Partial<BriefRanks> = {}): BriefRanks {
	return {
		...{ whom: '', of: 9, low: 2, high: 7, inTop: 0.374, n: 240, quality: 'ok' },
		...{ method: 'drawn', source: 'Skills audit', year: '2024', synthetic: false },
		...{ link: '/credentials/?sector=A', ...said }
	};
}

export function tinyCandidateSkill(said: Partial<CandidateSkill> = {}): CandidateSkill {
	return {
		...{ id: 'K1', label: 'Sharpen drill bits', uri: 'urn:esco:1', from: 2, to: 3, hours: 60 },
		...{ condition: 'alone, in ordinary cases', standard: 'the bit cuts true' },
		...{ assessment: 'observed task', needsPower: true },
		...{ delivery: 'practical on site' },
		...said
	};
}

/** Evidence that a complete brief can be drafted from. */
export function tinyCandidate(said: Partial<CandidateEvidence> = {}): CandidateEvidence {
	return {
		...{ id: 'A-3f2a', edition: '2024.1', sector: { code: 'A', label: 'Stone cutting' } },
		skills: [tinyCandidateSkill()],
		occupations: [{ code: '8111', label: 'Miners and quarriers' }],
		...{ places: ['North'], coverage: 'Workers of the frame.', notice: '' },
		figures: [tinyFigure()],
		women: tinyFigure({ measure: 'share', value: 0.4, low: 0.3, high: 0.5, label: 'Women' }),
		rural: tinyFigure({ measure: 'share', value: 0.6, low: 0.5, high: 0.7, label: 'Rural' }),
		...{ level: { low: 3, high: 5 }, overlaps: [], demand: { risk: 'high', text: 'Jobs fell.' } },
		...said
	};
}
