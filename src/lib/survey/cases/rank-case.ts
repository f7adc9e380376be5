import { kendall, midRanks, spearman, spearmanTest } from '#lib/survey/rank-correlation.ts';
import type { CaseSpec, Row, Scalar } from './spec.ts';
import { columnNamed, isValue, type Table } from './table.ts';

/** Rank correlation of pairs that are both present: given as x and y, or as two periods of a table. */
export function spearmanFields(spec: CaseSpec, read: (dataset: string) => Table): Row {
	const [first, second] =
		spec.dataset === undefined ? given(spec) : periods(spec, read(spec.dataset));
	const isPair = (i: number) => !Number.isNaN(first[i] ?? NaN) && !Number.isNaN(second[i] ?? NaN);
	const x = first.filter((_, i) => isPair(i));
	const y = second.filter((_, i) => isPair(i));
	const rho = spearman(x, y);
	const { t, p } = spearmanTest(rho, x.length);
	const [rankX, rankY] = [midRanks(x), midRanks(y)];
	const changes = rankX.map((rank, i) => Math.abs(rank - (rankY[i] ?? NaN)));
	return {
		...{ n: x.length, rho, p_value_t_approx: p, t_statistic: t, kendall_tau_b: kendall(x, y) },
		...{ ties_x: x.length - new Set(x).size, ties_y: y.length - new Set(y).size },
		...{ rank_x: rankX, rank_y: rankY },
		mean_abs_rank_change: changes.reduce((sum, change) => sum + change, 0) / x.length,
		max_abs_rank_change: Math.max(...changes)
	};
}

function given({ x, y }: CaseSpec): [number[], number[]] {
	const list = (values: unknown) =>
		Array.isArray(values) ? values.map((value) => (typeof value === 'number' ? value : NaN)) : [];
	return [list(x), list(y)];
}

function periods(spec: CaseSpec, table: Table): [number[], number[]] {
	const period = columnNamed(table, spec.period_column ?? '');
	const item = columnNamed(table, spec.item ?? '');
	const { number } = columnNamed(table, typeof spec.variable === 'string' ? spec.variable : '');
	const all = Array.from({ length: table.length }, (_, row) => row);
	const valuesIn = (when: Scalar | undefined) => {
		const rows = all.filter((row) => when !== undefined && isValue(period, row, when));
		return (spec.items ?? []).map((one) => {
			const row = rows.find((candidate) => isValue(item, candidate, one));
			return row === undefined ? NaN : (number[row] ?? NaN);
		});
	};
	return [valuesIn(spec.periods?.[0]), valuesIn(spec.periods?.[1])];
}
