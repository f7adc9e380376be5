import { columnNamed, isValue, textOf, type Column, type Table } from './table.ts';
import type { Condition, Scalar, VariableSpec } from './spec.ts';

/** Row → 1 where all conditions hold; a condition on a missing value is false. */
export function domainOf(table: Table, conditions: readonly Condition[] | null | undefined) {
	const inside = new Uint8Array(table.length).fill(1);
	for (const condition of conditions ?? []) {
		const test = testOf(table, condition);
		for (let row = 0; row < inside.length; row++) if (!test(row)) inside[row] = 0;
	}
	return inside;
}

/** Row → the number, NaN where missing. */
export function evaluate(table: Table, variable: VariableSpec): Float64Array {
	if (typeof variable === 'string') {
		const column = columnNamed(table, variable);
		if (column.type === 'text') throw new RangeError(`Column ${variable} does not hold numbers`);
		if (column.type === 'number') return column.number;
		return Float64Array.from(column.text, (text) => (text === '' ? NaN : Number(text === 'TRUE')));
	}
	if (typeof variable !== 'object' || variable === null) {
		throw new RangeError(`Unknown variable ${JSON.stringify(variable)}`);
	}
	if ('const' in variable) return new Float64Array(table.length).fill(variable.const);
	if ('log' in variable) return evaluate(table, variable.log).map(Math.log);
	if ('product' in variable) {
		const factors = variable.product.map((factor) => evaluate(table, factor));
		return new Float64Array(table.length).map((_, row) =>
			factors.reduce((product, factor) => product * (factor[row] ?? NaN), 1)
		);
	}
	if (!('indicator' in variable)) {
		throw new RangeError(`Unknown variable ${JSON.stringify(variable)}`);
	}
	const { indicator, missing } = variable;
	const { text } = columnNamed(table, indicator.column);
	const test = testOf(table, indicator);
	return Float64Array.from(text, (value, row) => {
		return value === '' && missing !== 'zero' ? NaN : Number(test(row));
	});
}

/** @throws RangeError for an operator that is not one of the format */
function testOf(table: Table, { column: name, op, value }: Condition): (row: number) => boolean {
	const column = columnNamed(table, name);
	const values = Array.isArray(value) ? (value as readonly Scalar[]) : [value as Scalar];
	const equals = (row: number) => values.some((one) => isValue(column, row, one));
	const isPresent = (row: number) => column.text[row] !== '';
	const [limit = NaN] = values;
	const order = (row: number) => (isPresent(row) ? compareWith(column, row, limit) : NaN);
	switch (op) {
		case 'not_null':
			return isPresent;
		case '==':
		case 'in':
			return equals;
		case '!=':
			return (row) => isPresent(row) && !equals(row);
		case '>':
			return (row) => order(row) > 0;
		case '>=':
			return (row) => order(row) >= 0;
		case '<':
			return (row) => order(row) < 0;
		case '<=':
			return (row) => order(row) <= 0;
		default:
			throw new RangeError(`Unknown operator ${op}`);
	}
}

function compareWith(column: Column, row: number, limit: Scalar): number {
	if (column.type === 'number' && typeof limit === 'number') {
		const value = column.number[row] ?? NaN;
		return value === limit ? 0 : value - limit;
	}
	const text = column.text[row] ?? '';
	return text === textOf(limit) ? 0 : text < textOf(limit) ? -1 : 1;
}
