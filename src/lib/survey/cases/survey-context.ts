import type { Sample } from '#lib/survey/sample.ts';
import { countSample, sampleDf } from '#lib/survey/sample-counts.ts';
import { quantileFor } from '#lib/survey/sample-quantile.ts';
import { sampleOf } from './design.ts';
import { domainOf } from './evaluate.ts';
import type { CaseSpec, Row, Scalar } from './spec.ts';
import { columnNamed, compareRows, isValue, valueAt, type Table } from './table.ts';

/** What all rows of a case share. */
export interface Context {
	readonly spec: CaseSpec;
	readonly table: Table;
	readonly sample: Sample;
	readonly level: number;
	/** Degrees of freedom of the whole design. */
	readonly designDf: number;
	/** Rows in the domain of the case. */
	readonly inside: Uint8Array;
}

export function contextOf(spec: CaseSpec, table: Table): Context {
	const sample = sampleOf(table, spec.design ?? {});
	const all = new Uint8Array(table.length).fill(1);
	const inside = domainOf(table, spec.domain);
	return {
		spec,
		table,
		sample,
		level: spec.level ?? 0.95,
		designDf: sampleDf(sample, all),
		inside
	};
}

/** A sample with replicate weights states no clusters and strata. */
interface Counts {
	readonly n: number;
	readonly sum_weights: number;
	readonly n_psu?: number;
	readonly n_strata?: number;
	readonly [field: string]: number | undefined;
}

/** Rows counted where `used` is 1 and the weight is above zero. */
export function countsOf(sample: Sample, used: Uint8Array): Counts {
	const { n, sumWeights, clusters, strata } = countSample(sample, used);
	const counts = { n, sum_weights: sumWeights };
	return sample.replicates ? counts : { ...counts, n_psu: clusters, n_strata: strata };
}

/** Estimate, standard error and the three intervals; a standard error that is rounding noise is 0. */
export function intervalFields(
	{ value, variance }: { readonly value: number; readonly variance: number },
	df: number,
	{ designDf, level }: Pick<Context, 'designDf' | 'level'>
): Row {
	const root = Math.sqrt(variance);
	const se = root < 1e-10 * Math.abs(value) ? 0 : root;
	const half = (degrees: number) => quantileFor(degrees, level) * se;
	const [own, design, normal] = [half(df), half(designDf), half(Infinity)];
	return {
		...{ estimate: value, se, ci_low: value - own, ci_high: value + own, df },
		...{ ci_low_dfdesign: value - design, ci_high_dfdesign: value + design, df_design: designDf },
		...{ ci_low_z: value - normal, ci_high_z: value + normal }
	};
}

export interface Group {
	/** The values of the columns of `by`; nothing without `by`. */
	readonly key: { readonly group?: Row };
	readonly inside: Uint8Array;
}

/** One group for each combination that occurs in the domain with a weight above zero, in order. */
export function groupsOf({ spec, table, sample, inside }: Context): Group[] {
	const by = spec.by ?? [];
	if (by.length === 0) return [{ key: {}, inside }];
	const columns = by.map((name) => columnNamed(table, name));
	const found = new Map<string, number>();
	for (let row = 0; row < table.length; row++) {
		const codes = columns.map(({ text }) => text[row] ?? '');
		if (inside[row] !== 1 || !((sample.weight[row] ?? 0) > 0) || codes.includes('')) continue;
		const key = JSON.stringify(columns.map((column) => valueAt(column, row)));
		if (!found.has(key)) found.set(key, row);
	}
	const firsts = [...found.values()].sort((a, b) => {
		for (const column of columns) {
			const order = compareRows(column, a, b);
			if (order !== 0) return order;
		}
		return 0;
	});
	return firsts.map((first) => {
		const values: Scalar[] = columns.map((column) => valueAt(column, first));
		const isMember = (row: number) =>
			columns.every((column, i) => isValue(column, row, values[i] ?? ''));
		return {
			key: { group: Object.fromEntries(by.map((name, i) => [name, values[i]])) },
			inside: inside.map((flag, row) => (flag === 1 && isMember(row) ? 1 : 0))
		};
	});
}
