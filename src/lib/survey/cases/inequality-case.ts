import {
	atRisk,
	gini,
	incomeQuantile,
	incomesOf,
	meanIncome,
	quintileShareRatio,
	type Incomes
} from '#lib/survey/inequality.ts';
import { domainOf, evaluate } from './evaluate.ts';
import type { CaseSpec, Row } from './spec.ts';
import { columnNamed, distinctRows, isValue, valueAt, type Table } from './table.ts';

/** Inequality of a column in each group, and the pay gap of women where the case names their column. */
export function inequalityRows(spec: CaseSpec, table: Table): Row[] {
	const y = evaluate(table, spec.variable ?? { const: NaN });
	const inside = domainOf(table, spec.domain);
	const rows = [...inside.keys()].filter((row) => inside[row] === 1 && !Number.isNaN(y[row]));
	const weight = spec.weights ? columnNamed(table, spec.weights).number : undefined;
	const incomes = (members: readonly number[]) =>
		incomesOf(
			members.map((row) => y[row] ?? NaN),
			members.map((row) => weight?.[row] ?? 1)
		);
	return groups(spec, table, rows).map(({ key, members }) => ({
		...key,
		...measures(incomes(members)),
		...gaps(spec, table, { members, incomes })
	}));
}

function groups({ by }: CaseSpec, table: Table, rows: readonly number[]) {
	const [name] = by ?? [];
	if (name === undefined) return [{ key: {}, members: rows }];
	const column = columnNamed(table, name);
	return distinctRows(column, rows).map((first) => {
		const value = valueAt(column, first);
		const members = rows.filter((row) => isValue(column, row, value));
		return { key: { group: { [name]: value } }, members };
	});
}

function measures(all: Incomes): Row {
	return {
		...{ n: all.value.length, gini_percent: gini(all), s80_s20: quintileShareRatio(all) },
		...{ p20: incomeQuantile(all, 0.2), p50: incomeQuantile(all, 0.5) },
		...{ p80: incomeQuantile(all, 0.8), at_risk_below_60pct_median_percent: atRisk(all) }
	};
}

/** (men − women)/men, of means and of medians. */
function gaps(
	{ gender }: CaseSpec,
	table: Table,
	group: { members: readonly number[]; incomes: (members: readonly number[]) => Incomes }
): Row {
	if (!gender) return {};
	const column = columnNamed(table, gender.column);
	const known = group.members.filter((row) => column.text[row] !== '');
	const men = group.incomes(known.filter((row) => isValue(column, row, gender.male)));
	const women = group.incomes(known.filter((row) => !isValue(column, row, gender.male)));
	const gap = (of: (incomes: Incomes) => number) => (of(men) - of(women)) / of(men);
	return {
		gender_gap_mean: gap(meanIncome),
		gender_gap_median: gap((incomes) => incomeQuantile(incomes, 0.5))
	};
}
