import { expect, test } from 'vitest';
import { replicateVariance } from './replicates.ts';

const replicates = { weights: [], scale: 0.5, rscales: [1, 1, 1], mse: false };

test('a replicate without a value is left out, as in R', () => {
	// R's svrVar on c(1, NaN, 3): 0.5·((1 − 2)² + (3 − 2)²).
	expect(replicateVariance(replicates, [1, NaN, 3], 9)).toBe(1);
	expect(replicateVariance({ ...replicates, mse: true }, [1, NaN, 3], 1)).toBe(2);
});

test('without any value in a replicate there is no variance', () => {
	expect(replicateVariance(replicates, [NaN, NaN, NaN], 9)).toBeNaN();
});
