import { describe, expect, test } from 'vitest';
import { ask } from '#lib/answers/ask.ts';
import { compare, isSayable } from '#lib/answers/standing.ts';
import { isShown } from '#lib/charts/chart-row.ts';
import { cellText } from '#lib/charts/chart-table.ts';
import { parseQuestion } from '#lib/vocabulary/question.ts';
import {
	context,
	told,
	toldMatch,
	toldWaves,
	figureOf,
	codes,
	queries,
	curvesOf,
	rowsOf,
	apartOf
} from '#tests/support/graduates.ts';
import { crossed, fieldsAndLevels } from '#tests/support/graduates.ts';

describe('the wait for a first job', () => {
	test('a group waits longer in the title only where fewer of it had a job within a year', async () => {
		const seen = { longer: 0, unclear: 0 };
		for (const query of queries()) {
			const story = await told(query);
			const comparison = compare((await apartOf(figureOf(story, 'wait-by-residence')))[0]);
			const longer = /^Rural (graduates|women) wait longer .* than urban/.test(story.title);
			const reverse = /^Urban (graduates|women) wait longer .* than rural/.test(story.title);
			expect(longer, `${query}: ${story.title}`).toBe(comparison === 'below');
			expect(reverse, `${query}: ${story.title}`).toBe(comparison === 'above');
			expect(story.title.includes('told apart'), query).toBe(comparison === 'unclear');
			seen[longer || reverse ? 'longer' : 'unclear']++;
		}
		expect(seen.longer).toBeGreaterThan(5);
		expect(seen.unclear).toBeGreaterThan(0);
	});

	test('curves name two shares side by side only where they can be told apart', async () => {
		for (const query of queries()) {
			for (const id of ['wait-by-residence', 'wait-by-gender']) {
				const figure = figureOf(await told(query), id);
				if (figure.absence) continue;
				const comparison = compare((await apartOf(figure))[0]);
				if (comparison === 'unclear') expect(figure.finding, query).toContain('told apart');
				else expect(figure.finding, query).not.toContain('told apart');
			}
		}
	});

	test('a line ends where too few are at risk, and the table goes on', async () => {
		const { minimumRespondents } = context.catalogue.thresholds;
		let ended = 0;
		for (const query of queries()) {
			const figure = figureOf(await told(query), 'wait-by-residence');
			for (const { points } of curvesOf(figure)) {
				for (const [i, { figure: point }] of points.entries()) {
					if (!isShown(point)) expect([i, point.value], query).toEqual([points.length - 1, null]);
					else expect(point.n, query).toBeGreaterThanOrEqual(minimumRespondents);
				}
				if ((points.at(-1)?.at ?? 0) < 36) ended++;
			}
			if (figure.absence) continue;
			const months = figure.table.rows.map(({ cells }) => cellText(cells[1] ?? ''));
			expect(months, query).toEqual(expect.arrayContaining(['0', '12', 'Median, in months']));
		}
		expect(ended).toBeGreaterThan(5);
	});
});

describe('figures of groups', () => {
	test('no value that is unreliable is drawn, and all of them stand in the table', async () => {
		let few = 0;
		for (const query of queries()) {
			const stories = [await told(query), await toldMatch(query)];
			for (const figure of stories.flatMap(({ figures }) => figures)) {
				if (figure.absence) continue;
				for (const row of rowsOf(figure)) {
					const [mark] = row.marks;
					if (mark?.figure.quality === 'unreliable') few++;
					const lines = figure.table.rows.filter(({ cells }) =>
						cells.slice(0, 2).some((cell) => cellText(cell) === row.name)
					);
					expect(lines.length, `${query} ${figure.id} ${row.name}`).toBeGreaterThan(0);
				}
			}
		}
		expect(few).toBeGreaterThan(20);
	});

	test('every figure names the response rate, and what it is not known by', async () => {
		const stories = [await told(''), await toldMatch(''), await toldWaves('')];
		for (const { source } of stories.flatMap(({ figures }) => figures)) {
			expect(source).toMatch(/Response rate \d+%/);
			expect(source).not.toContain('not known');
		}
		const [figure] = (await told('?sex=F&field=07')).figures;
		expect(figure?.source).toContain('not known by gender or field of study');
		const { source } = figureOf(await told('?institution=UNA'), 'wait-by-gender');
		expect(source).not.toContain('not known');
	});

	test('each institution has its own response rate beside it', async () => {
		const figure = figureOf(await told(''), 'institutions');
		const rates = rowsOf(figure).map(({ under }) => under?.join() ?? '');
		expect(rates.length).toBe(codes('institution').length);
		for (const rate of rates) expect(rate).toMatch(/^response rate \d+%$/);
		expect(new Set(rates).size).toBeGreaterThan(2);
	});
});

describe('match and pay', () => {
	test('mismatch is told from the least to the most measure, none picked', async () => {
		const figure = figureOf(await toldMatch(''), 'mismatch');
		const shares = rowsOf(figure).map(({ marks }) => marks[0]?.figure.value ?? 0);
		expect(shares).toHaveLength(6);
		const percent = (share: number) => `${Math.round(share * 100)}%`;
		for (const share of [Math.min(...shares), Math.max(...shares.slice(0, 4))]) {
			expect(figure.finding).toContain(percent(share));
		}
		expect(rowsOf(figure).map(({ heading }) => heading)).toEqual([
			...['By level of education', undefined, undefined, undefined],
			...['By field of study', undefined]
		]);
	});

	test('two medians of pay are not called higher or lower', async () => {
		for (const query of queries()) {
			const { finding, what } = figureOf(await toldMatch(query), 'pay');
			expect(`${finding} ${what}`, query).not.toMatch(
				/\b(higher|lower|less than men|gap between)\b/
			);
		}
		expect(figureOf(await toldMatch(''), 'pay').what).toContain('no standard error');
	});

	test('those who want a course are never added to workers short', async () => {
		expect(figureOf(await toldMatch(''), 'wants-course').what).toContain('never added');
	});
});

describe('waves', () => {
	test('the title names a measure only where its change leaves out 0 at the corrected level', async () => {
		const chosen = ['', 'sex=F', 'sex=M', ...fieldsAndLevels(), ...crossed()];
		for (const query of chosen.map((one) => `?${one}`)) {
			const story = await toldWaves(query);
			const changes = figureOf(story, 'waves')
				.computed.questions.map((text) => parseQuestion(text))
				.filter(({ difference }) => difference);
			const estimates = [];
			for (const question of changes) estimates.push((await ask(question, context)).estimates[0]);
			const known = estimates.filter((one) => one && isSayable(one));
			const clear = known.filter((one) => ['above', 'below'].includes(compare(one, known.length)));
			expect(/: (higher|lower) /.test(story.title), `${query}: ${story.title}`).toBe(
				clear.length > 0
			);
		}
	});

	test('what was asked otherwise is not compared, with the reason; the next wave is announced', async () => {
		const story = await toldWaves('');
		const { table, computed } = figureOf(story, 'waves');
		const [, last] = context.catalogue.surveys.filter(({ id }) => id === 'tracer');
		expect(story.lead).toContain(last?.breaks?.[0]?.why);
		expect(story.lead).toContain(`due in ${last?.nextWaveDue}`);
		const rows = table.rows.map(({ cells }) => cellText(cells[0] ?? ''));
		expect(rows.join()).not.toContain('Barrier');
		expect(computed.questions.join()).not.toContain('barrier');
	});

	test('a change has no row for pay, whose medians stand in the table', async () => {
		const figure = figureOf(await toldWaves(''), 'waves');
		expect(rowsOf(figure).map(({ id }) => id)).not.toContain('pay');
		const pay = figure.table.rows.filter(({ id }) => id.startsWith('pay'));
		expect(pay.map(({ cells }) => cellText(cells[1] ?? ''))).toEqual(['2024', '2021']);
	});
});

test('under a filter that no table holds each figure says so or offers DuckDB', async () => {
	const query = '?institution=UNA';
	for (const { figures } of [await told(query), await toldMatch(query)]) {
		for (const { absence, id } of figures) expect(absence, id).toBeUndefined();
	}
	const [figure] = (await toldWaves(query)).figures;
	expect(figure?.absence?.engineHelps).toBe(true);
});
