import { isSayable } from '#lib/answers/standing.ts';
import type { TableCell } from '#lib/charts/chart-table.ts';
import type { CriterionId } from '#lib/decisions/criteria.ts';
import type { Estimate } from '#lib/vocabulary/estimate.ts';
import { credentialsTable as words } from '#lib/vocabulary/messages/credentials-table.ts';
import { formatValue, type Measure } from '#lib/vocabulary/numbers.ts';
import type { Column } from './candidate-columns.ts';
import { withCare } from './facts.ts';
import type { Ranked } from './order.ts';

const { heads } = words;
const number = true;
const onlyCsv = { only: 'csv' } as const;

/** Digits of what the table gives beside the people short: what the order follows from is whole in its own file. */
const digits = 7;

function short(value: number | null): number | null {
	return value === null ? null : Number(value.toPrecision(digits));
}

type Part = 'women' | 'rural' | 'genderGap' | 'residenceGap' | 'need' | 'scarcity';

/** An estimate with its interval; of too few answers the word alone, since the column has no n of its own. */
export function estimateColumns(part: Part, label: string, measure: Measure): Column[] {
	const id = part.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
	const known = ({ evidence }: Ranked): Estimate | undefined => {
		const one = evidence[part];
		return one && isSayable(one) ? one : undefined;
	};
	return [
		{
			...{ id, label, number },
			cell: (one) => {
				const found = known(one);
				return found
					? { text: withCare(found, measure), raw: short(found.value) }
					: { text: words.few, raw: null };
			}
		},
		...(['low', 'high'] as const).map((end): Column => ({
			...{ id: `${id}_${end}`, label: `${id}_${end}`, ...onlyCsv },
			cell: (one) => short(known(one)?.[end] ?? null)
		}))
	];
}

export function criterionColumns(id: CriterionId): Column[] {
	const value: Column[] =
		id === 'need'
			? estimateColumns('need', heads.values.need, 'index')
			: id === 'scarcity'
				? estimateColumns('scarcity', heads.values.scarcity, 'share')
				: id === 'equity'
					? [
							{
								...{ id: 'equity', label: heads.values.equity, number },
								cell: ({ values }) => pointsCell(values.equity)
							}
						]
					: [];
	return [
		...value,
		{
			...{ id: `${id}_share`, label: heads.shares[id], number },
			cell: ({ shares }) => {
				const share = shares[id];
				return share === undefined
					? { text: words.unused, raw: null }
					: { text: formatValue(share, 'index'), raw: short(share) };
			}
		}
	];
}

function pointsCell(value: number | undefined): TableCell {
	return value === undefined
		? { text: words.unused, raw: null }
		: { text: formatValue(value * 100, 'index'), raw: short(value) };
}

export function indexColumn(id: 'linear' | 'geometric'): Column {
	return {
		...{ id: `index_${id}`, label: heads[id], number },
		cell: ({ indices }) => ({ text: formatValue(indices[id], 'level'), raw: short(indices[id]) })
	};
}
