import { expect, test } from 'vitest';
import { openCredentials } from '#tests/support/credentials.ts';

const { orderUnder } = await openCredentials();
const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

test.each([0, 1, 2, 3])(
	'replicates lie around what the survey says, criterion %i: ranks are shaken, not shifted',
	async (criterion) => {
		const { values, replicates } = (await orderUnder('')).measured;
		const own = replicates.flatMap((row, i) => {
			const drawn = Array.from(row[criterion] ?? []).filter((value) => !Number.isNaN(value));
			return drawn.length === 0
				? []
				: [{ value: values[i]?.[criterion] ?? NaN, mean: sum(drawn) / drawn.length }];
		});
		expect(own.length).toBeGreaterThan(20);
		const all = sum(own.map(({ value }) => value));
		// No gap is below none, so that those of groups alike stay a little above it.
		const most = criterion === 3 ? 0.25 : 0.02;
		expect(Math.abs(sum(own.map(({ mean }) => mean)) / all - 1)).toBeLessThan(most);
	}
);
