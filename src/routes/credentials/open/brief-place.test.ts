import { expect, test } from 'vitest';
import { draftBrief } from '#lib/decisions/brief.ts';
import { formatQuestion } from '#lib/vocabulary/question.ts';
import { tinyCandidate, tinyFigure } from '#tests/support/tiny-candidate.ts';
import { briefAddress, briefPlace } from './brief-place.ts';

const drafted = (question: string) =>
	draftBrief(tinyCandidate({ figures: [tinyFigure({ question })] }));
const asking = (question: string) => briefPlace(drafted(question));

test('a brief opens under the filters that its figures were drafted with', () => {
	const where = { sector: ['A'], skill: ['K1'], sex: ['F'], age: ['15-24', '25-34'] };
	const question = formatQuestion({
		source: 'audit',
		indicator: 'people-short-any',
		by: [],
		where
	});
	expect(asking(question)).toEqual({
		name: 'A-3f2a?age=15-24,25-34&sex=F',
		query: '?id=A-3f2a&age=15-24,25-34&sex=F'
	});
	expect(briefAddress(drafted(question))).toBe(
		'/credentials/open/?id=A-3f2a&age=15-24,25-34&sex=F'
	);
});

test('one of everybody, or whose question is none, opens as the brief for everybody', () => {
	for (const question of ['{}', 'x', '{"where":5}', '']) {
		expect(asking(question)).toEqual({ name: 'A-3f2a', query: '?id=A-3f2a' });
		expect(briefAddress(drafted(question))).toBe('/credentials/A-3f2a/');
	}
});
