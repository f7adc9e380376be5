/** a / b to the nearest whole number, halves up. For a of either sign and b above 0. */
export function rounded(a: number, b: number): number {
	return Math.floor((2 * a + b) / (2 * b));
}

export function clamped(value: number, low: number, high: number): number {
	return value < low ? low : value > high ? high : value;
}

/** A whole number of thousandths as a decimal with three places: 1234 is `1.234`. */
export function thousandths(value: number): string {
	const whole = Math.floor(value / 1000);
	return `${whole}.${String(value - whole * 1000).padStart(3, '0')}`;
}

/**
 * A whole number split in proportion to whole shares: the parts add up to the total exactly
 * (largest remainders; equal remainders go to the earlier part).
 */
export function allocated(total: number, shares: readonly number[]): number[] {
	const sum = shares.reduce((a, b) => a + b, 0);
	if (sum === 0) return shares.map(() => 0);
	const parts = shares.map((share) => Math.floor((total * share) / sum));
	const order = shares
		.map((share, i) => ({ i, rest: (total * share) % sum }))
		.sort((a, b) => b.rest - a.rest || a.i - b.i);
	const left = total - parts.reduce((a, b) => a + b, 0);
	for (const { i } of order.slice(0, left)) parts[i] = (parts[i] ?? 0) + 1;
	return parts;
}
