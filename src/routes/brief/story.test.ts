import { describe, expect, test } from 'vitest';
import { compare, isSayable } from '#lib/answers/standing.ts';
import { cellText } from '#lib/charts/chart-table.ts';
import { labelOf } from '#lib/contracts/catalogue.ts';
import { inSentence } from '#lib/vocabulary/words.ts';
import {
	context,
	told,
	sentencesOf,
	pairs,
	differenceIn,
	queries
} from '#tests/support/policy-briefs.ts';
import { tellSector } from '../sectors/[sector]/story.ts';
import { Teller } from '../story/story.ts';
import type { BriefStory } from './story.ts';

const all = new Map<string, BriefStory>();
for (const query of queries) all.set(query, await told(query));

describe('a brief', () => {
	test('has a title, four to six findings with its lead, three charts, a table, and its end', () => {
		for (const [query, story] of all) {
			const { title, lead, findings, figures, method, limits, sources, licence } = story;
			expect(title, query).not.toBe('');
			expect([lead, ...findings].filter(Boolean).length, query).toBeGreaterThanOrEqual(3);
			expect([lead, ...findings].length, query).toBeLessThanOrEqual(6);
			expect(figures.length, query).toBe(3);
			expect(limits.length, query).toBeGreaterThan(1);
			expect([method, licence, ...sources], query).not.toContain('');
			expect(sources[0], query).toContain('6 May 2024 to 26 July 2024');
			for (const sentence of findings) expect(sentence, query).toMatch(/[.!?]$/);
		}
		const plain = all.get('');
		expect([plain?.lead, ...(plain?.findings ?? [])].length).toBeGreaterThanOrEqual(4);
		expect(plain?.table?.rows.length).toBe(5);
	});

	test('of one sector says that a group falls short more often only where the interval leaves out zero', async () => {
		const seen = { apart: 0, together: 0 };
		for (const [query, story] of all) {
			const sentences = new Set(
				sentencesOf(story).filter((text) => text.startsWith('Over all skills'))
			);
			for (const sentence of sentences) {
				const pair = pairs.find(({ nouns }) =>
					nouns.every((noun) => sentence.includes(` ${noun}`))
				);
				if (!pair) throw new Error(sentence);
				const [a, b] = pair.nouns;
				const claim = sentence.includes(`, ${a} fall short more often than ${b}:`)
					? 'above'
					: sentence.includes(`, ${b} fall short more often than ${a}:`)
						? 'below'
						: 'unclear';
				const { sector, apart } = await differenceIn(query, pair);
				expect(sector, query).toHaveLength(1);
				expect(claim, `${query} ${sentence}`).toBe(compare(apart[0]));
				seen[claim === 'unclear' ? 'together' : 'apart']++;
			}
		}
		expect(seen.apart).toBeGreaterThan(4);
		expect(seen.together).toBeGreaterThan(3);
	});

	test('of several says so of those sectors alone in which it holds when all are compared at once', async () => {
		const seen = { above: 0, below: 0, unclear: 0 };
		for (const [query, story] of all) {
			const sentences = new Set(
				sentencesOf(story).filter((text) => / (more often than|told apart in) /.test(text))
			);
			for (const sentence of sentences) {
				if (sentence.startsWith('Over all skills')) continue;
				const pair = pairs.find(({ nouns }) =>
					nouns.every((noun) => sentence.toLowerCase().includes(noun))
				);
				if (!pair || !sentence.includes(' in ')) continue;
				const { sector, apart } = await differenceIn(query, pair);
				const known = apart.filter(isSayable).length;
				for (const [i, code] of sector.entries()) {
					const side = compare(apart[i], known);
					const name = inSentence(labelOf(context.catalogue, 'sector', code));
					const parts = sentence.toLowerCase().split('; ');
					const said = parts.filter((part) => part.includes(name.toLowerCase()));
					const [a, b] = pair.nouns;
					const claims = said.map((part) =>
						part.includes(`${a} fall short more often than ${b}`)
							? 'above'
							: part.includes(`${b} fall short more often than ${a}`)
								? 'below'
								: 'unclear'
					);
					expect(claims, `${query} ${code}: ${sentence}`).toEqual(side === 'unknown' ? [] : [side]);
					if (side !== 'unknown') seen[side]++;
				}
			}
		}
		expect(seen.above).toBeGreaterThan(3);
		expect(seen.below).toBeGreaterThan(0);
		expect(seen.unclear).toBeGreaterThan(0);
	});

	test('uses no other comparative about people', () => {
		const allowed = [
			/fall short more often than (women|men|rural workers|urban workers|other workers|professionals)/,
			/call (more|fewer) of their staff not fully proficient than employers as a whole/,
			/falls? short most often|furthest short of|largest gaps? /,
			/are most frequent in|The gap is largest where/,
			/and \d+ more skills?/
		];
		for (const [query, story] of all) {
			for (const sentence of sentencesOf(story)) {
				const rest = allowed.reduce(
					(text, one) => text.replaceAll(new RegExp(one, 'g'), ''),
					sentence
				);
				expect(rest, query).not.toMatch(/\b(more|fewer|less|most|higher|lower|above|than)\b/);
				expect(rest, query).not.toMatch(/\b(significant|trend|due to|proves)\b/);
			}
		}
	});

	test('names a sector’s largest gaps as its page does, whatever the weights', async () => {
		const page = await tellSector('MIN', { filters: {}, choices: {} }, new Teller(context));
		expect(all.get('?sector=MIN')?.title).toBe(page.title);
		expect(all.get('?sector=MIN&aggregate=geometric&need=100')?.title).toBe(page.title);
	});

	test('says of the order no more than its ranges hold', () => {
		let sure = 0;
		for (const [query, { figures, table }] of all) {
			const [ranks] = figures.filter(({ id }) => id === 'priority');
			if (!ranks || !table || ranks.plot.kind !== 'rank') continue;
			const at = ranks.table.columns.findIndex(({ id }) => id === 'rank_high');
			const { rows } = ranks.table;
			const highs = rows.map(({ cells }) => Number(cellText(cells[at] ?? '')));
			const places = /sure of the first (\d+) places/.exec(ranks.finding)?.[1];
			if (places === undefined) continue;
			sure++;
			const named = rows.filter((_, i) => (highs[i] ?? 0) <= Number(places));
			expect(named.length, query).toBeGreaterThan(0);
			for (const row of ranks.plot.rows) {
				const high = highs[rows.findIndex(({ id }) => id === row.id)] ?? 0;
				if (ranks.finding.includes(`“${row.name}”`))
					expect(high).toBeLessThanOrEqual(Number(places));
			}
		}
		expect(sure).toBeGreaterThan(3);
	});

	test('names a course after an open order only as what the weights put first', () => {
		let open = 0;
		for (const [query, { findings, figures }] of all) {
			const [ranks] = figures.filter(({ id }) => id === 'priority');
			if (!ranks || ranks.plot.kind !== 'rank' || /“/.test(ranks.finding)) continue;
			const [first] = ranks.plot.rows;
			const about = findings.find((text) => text.includes('short of at least one of its skills'));
			if (!first || !about) continue;
			open++;
			expect(about, query).toContain(`“${first.name}”, in the first place with these weights,`);
		}
		expect(open).toBeGreaterThan(0);
	});

	test('prints ranks as ranges and no share that too few carry', () => {
		for (const [query, { table, figures }] of all) {
			const places = table?.columns.map(({ id }) => id) ?? [];
			expect(places).not.toContain('rank');
			for (const { marks } of figures.flatMap(({ plot }) =>
				plot.kind === 'rank' ? plot.rows : []
			)) {
				for (const { figure } of marks) {
					expect(figure.low, query).not.toBeNull();
					expect(isSayable({ ...figure, value: figure.value } as never), query).toBe(true);
				}
			}
		}
	});
});
