import { kitagawa } from '#lib/survey/kitagawa.ts';
import { oaxaca, type Contributions, type GroupData } from '#lib/survey/oaxaca.ts';
import { domainOf, evaluate } from './evaluate.ts';
import type { CaseSpec, Row, VariableSpec } from './spec.ts';
import { columnNamed, distinctRows, isValue, textOf, valueAt, type Table } from './table.ts';

interface Groups {
	readonly a: readonly number[];
	readonly b: readonly number[];
	readonly y: Float64Array;
	readonly weight: Float64Array;
}

/** The rows of both groups in the domain, of which y and the columns named are present. */
function groupsOf(spec: CaseSpec, table: Table, columns: readonly string[]): Groups {
	const { group, weights, y: variable } = spec;
	if (!group || variable === undefined || Array.isArray(variable)) {
		throw new RangeError('The case names no group or no y');
	}
	const y = evaluate(table, variable as VariableSpec);
	const inside = domainOf(table, spec.domain);
	const texts = columns.map((name) => columnNamed(table, name).text);
	const split = columnNamed(table, group.column);
	const rows = [...inside.keys()].filter((row) => {
		return inside[row] === 1 && Number.isFinite(y[row]) && texts.every((text) => text[row] !== '');
	});
	const weight = weights
		? columnNamed(table, weights).number
		: new Float64Array(table.length).fill(1);
	const [a, b] = [group.A, group.B].map((value) => {
		const members = rows.filter((row) => isValue(split, row, value));
		if (members.length > 0) return members;
		throw new RangeError(`Column ${group.column}: no complete row has ${textOf(value)}`);
	});
	return { a: a ?? [], b: b ?? [], y, weight };
}

/** Effects of composition and of rates; `undefined` names a category that a group lacks. */
export function kitagawaFields(spec: CaseSpec, table: Table): Row {
	const name = spec.category ?? '';
	const groups = groupsOf(spec, table, [name]);
	const column = columnNamed(table, name);
	const categories = distinctRows(column, [...groups.a, ...groups.b]).map((row) =>
		valueAt(column, row)
	);
	const structure = (rows: readonly number[]) => {
		const sizes = categories.map((category) => {
			const members = rows.filter((row) => isValue(column, row, category));
			const size = members.reduce((sum, row) => sum + (groups.weight[row] ?? 0), 0);
			const hits = members.reduce(
				(sum, row) => sum + (groups.weight[row] ?? 0) * (groups.y[row] ?? 0),
				0
			);
			return { size, hits };
		});
		const all = sizes.reduce((sum, { size }) => sum + size, 0);
		return {
			share: sizes.map(({ size }) => size / all),
			rate: sizes.map(({ size, hits }) => hits / size),
			overall: sizes.reduce((sum, { hits }) => sum + hits, 0) / all
		};
	};
	const [a, b] = [structure(groups.a), structure(groups.b)];
	const empty = categories.find((_, k) => a.share[k] === 0 || b.share[k] === 0);
	if (empty !== undefined) return { undefined: `${name} ${textOf(empty)} is empty in a group` };
	const { difference, composition, rate, threefold } = kitagawa(a, b);
	return {
		categories: categories.map(textOf),
		...{ share_A: a.share, share_B: b.share, rate_A: a.rate, rate_B: b.rate },
		...{ overall_A: a.overall, overall_B: b.overall, difference },
		...{ composition_effect: sumOf(composition), rate_effect: sumOf(rate) },
		...{ composition_by_category: composition, rate_by_category: rate },
		threefold_viewpoint_B: threefold
	};
}

/** A column of the model and the term it belongs to. */
interface ModelColumn {
	readonly name: string;
	readonly term: string;
	readonly values: Float64Array;
}

export function oaxacaFields(spec: CaseSpec, table: Table): Row {
	const terms = spec.terms ?? [];
	const { a, b, y, weight } = groupsOf(spec, table, terms);
	const model = modelOf(table, terms, [...a, ...b]);
	const dataOf = (rows: readonly number[]): GroupData => {
		const pick = (values: Float64Array) => Float64Array.from(rows, (row) => values[row] ?? NaN);
		return { columns: model.map(({ values }) => pick(values)), y: pick(y), weight: pick(weight) };
	};
	const { meanA, meanB, xA, xB, betaA, betaB, threefold, twofold } = oaxaca(dataOf(a), dataOf(b));
	const named = (values: readonly number[]): Row =>
		Object.fromEntries(model.map(({ name }, j) => [name, values[j]]));
	const byTerm = (values: Contributions): Row =>
		Object.fromEntries(
			['(Intercept)', ...terms].map((term) => [
				term,
				sumOf(values.filter((_, j) => model[j]?.term === term))
			])
		);
	const parts = Object.entries(threefold);
	const two = Object.entries(twofold).map(([name, { reference, explained, unexplained }]) => {
		const fields = {
			coefficients: named(reference),
			...{ explained: sumOf(explained), unexplained: sumOf(unexplained) },
			explained_by_term: byTerm(explained),
			unexplained_by_term: byTerm(unexplained)
		};
		return [name, fields];
	});
	return {
		...{ n_A: a.length, n_B: b.length, mean_A: meanA, mean_B: meanB, gap: meanA - meanB },
		columns: model.map(({ name }) => name),
		...{ xbar_A: named(xA), xbar_B: named(xB), beta_A: named(betaA), beta_B: named(betaB) },
		threefold: {
			viewpoint: 'B',
			...Object.fromEntries(parts.map(([name, values]) => [name, sumOf(values)])),
			...Object.fromEntries(parts.map(([name, values]) => [`${name}_by_term`, byTerm(values)]))
		},
		twofold: Object.fromEntries(two)
	};
}

/** An intercept, columns of numbers as they are, and for text a dummy for each value but the first. */
function modelOf(table: Table, terms: readonly string[], rows: readonly number[]): ModelColumn[] {
	const one = new Float64Array(table.length).fill(1);
	const intercept = { name: '(Intercept)', term: '(Intercept)', values: one };
	const others = terms.flatMap((term) => {
		const column = columnNamed(table, term);
		if (column.type === 'number') return [{ name: term, term, values: column.number }];
		const [, ...levels] = distinctRows(column, rows).map((row) => valueAt(column, row));
		return levels.map((level) => ({
			...{ name: `${term}${textOf(level)}`, term },
			values: Float64Array.from(column.text, (_, row) => Number(isValue(column, row, level)))
		}));
	});
	return [intercept, ...others];
}

function sumOf(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0);
}
