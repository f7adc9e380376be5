import { describe, expect, test } from 'vitest';
import { tableCsv } from '#lib/charts/chart-table.ts';
import { drawSettings } from '#lib/decisions/draw-weights.ts';
import { bootstrapSettings } from '#lib/survey/bootstrap.ts';
import { openCredentials } from '#tests/support/credentials.ts';
import { settingsOf } from './choices.ts';
import { orderFile } from './files.ts';

const { story, viewOf, orderUnder } = await openCredentials();

describe('what is handed out', () => {
	test('the file of the list states seeds, replicates and weights, and holds every place', async () => {
		const { what, source, table } = story.figure;
		expect(source).toContain(`seed ${bootstrapSettings.seed}`);
		expect(source).toContain(`seed ${drawSettings.seed}`);
		expect(what).toContain('need 35, scarcity 25 but left out, reach 25, equity 15; linear');
		const [head = '', ...lines] = tableCsv(table, []).trim().split('\r\n');
		expect(lines.length).toBe(table.rows.length);
		for (const id of ['rank', 'rank_low', 'rank_equal', 'index_linear', 'need_share', 'equity']) {
			expect(head.split(',')).toContain(id);
		}
	});

	test('places and ranges follow from the files of replicates and weights', async () => {
		const view = viewOf('?sector=AGR');
		const order = await orderUnder('?sector=AGR');
		const settings = settingsOf(view);
		const replicates = orderFile('replicates', order, settings).table;
		const weights = orderFile('weights', order, settings).table;
		const ids = [...new Set(replicates.rows.map(({ cells }) => String(cells[0])))];
		const { used } = order;
		const valueAt = (id: string, criterion: string, r: number): number => {
			const line = replicates.rows.find((one) => one.id === `${id} ${criterion}`)?.cells ?? [];
			return Number(line[3 + r] ?? line[2]);
		};
		const ranks = weights.rows.map(({ cells }, d) => {
			const shares = used.map((criterion) => {
				const all = ids.map((id) => valueAt(id, criterion, d % bootstrapSettings.replicates));
				const [least, most] = [Math.min(...all), Math.max(...all)];
				return all.map((value) => (most > least ? (value - least) / (most - least) : 0));
			});
			const scores = ids.map((_, i) =>
				shares.reduce((sum, share, j) => sum + Number(cells[1 + j]) * (share[i] ?? 0), 0)
			);
			return scores.map((own) => 1 + scores.filter((other) => other > own * (1 + 1e-12)).length);
		});
		for (const { candidate, draws } of order.ranked) {
			const at = ids.indexOf(candidate.id);
			const own = ranks.map((row) => row[at] ?? 0).sort((a, b) => a - b);
			expect([own[25], own[974]], candidate.id).toEqual([draws.low, draws.high]);
			expect(own.filter((rank) => rank <= 3).length / own.length).toBe(draws.inTop);
		}
	});
});
