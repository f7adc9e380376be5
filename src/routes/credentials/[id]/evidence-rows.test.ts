import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { draftBrief } from '#lib/decisions/brief.ts';
import { tinyCandidate, tinyFigure } from '#tests/support/tiny-candidate.ts';
import { evidenceRows } from './evidence-rows.ts';

test('the line that asks a figure again is one command, whatever the question holds', () => {
	for (const question of ['{"by":[]}', `x'; echo owned #`, `'$(echo owned)'`, 'a\nb']) {
		const [row] = evidenceRows(
			draftBrief(tinyCandidate({ figures: [tinyFigure({ question })] })).evidence
		);
		const script = (row?.again.line ?? '').replace('npm run ask --', `printf '%s|'`);
		const said = execFileSync('sh', ['-c', script], { encoding: 'utf8' });
		expect(said).toBe(`${question.replace('\n', ' ')}|`);
	}
});
