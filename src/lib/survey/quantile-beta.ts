/**
 * Quantile of the beta distribution, to about 1e-11 relative.
 * @param p probability, above 0 and below 1
 * @param shape both parameters, above 0
 * @throws RangeError for any other p or shape
 */
export function betaQuantile(p: number, shape: readonly [a: number, b: number]): number {
	const [a, b] = shape;
	if (!(p > 0 && p < 1 && a > 0 && b > 0 && a + b < Infinity)) {
		throw new RangeError(`No beta quantile at p ${p}, shape ${a}, ${b}`);
	}
	let low = 0;
	let high = 1;
	let x = a / (a + b);
	// Newton's method inside a bracket; a step that leaves the bracket becomes a bisection.
	for (let step = 0; step < 1000; step++) {
		const error = betaShare(x, shape) - p;
		if (error === 0) break;
		if (error > 0) high = x;
		else low = x;
		let next = x - error / density(x, shape);
		if (!(next > low && next < high)) next = (low + high) / 2;
		if (Math.abs(next - x) <= 1e-15 * x) break;
		x = next;
	}
	return x;
}

/** The regularised incomplete beta function I_x(a, b): the share of the distribution below x. */
function betaShare(x: number, [a, b]: readonly [number, number]): number {
	if (x > (a + 1) / (a + b + 2)) return 1 - lowerShare(1 - x, b, a);
	return lowerShare(x, a, b);
}

function lowerShare(x: number, a: number, b: number): number {
	return (Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta(a, b)) * fraction(x, a, b)) / a;
}

function density(x: number, [a, b]: readonly [number, number]): number {
	return Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - logBeta(a, b));
}

function logBeta(a: number, b: number): number {
	return logGamma(a) + logGamma(b) - logGamma(a + b);
}

/** ln Γ by Stirling's series from 15 on (NIST Digital Library of Mathematical Functions 5.11.1), recurrence below. */
function logGamma(x: number): number {
	let product = 1;
	for (; x < 15; x++) product *= x;
	const u = 1 / (x * x);
	const series =
		[1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360].reduceRight(
			(sum, coefficient) => sum * u + coefficient,
			0
		) / x;
	return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + series - Math.log(product);
}

/**
 * Continued fraction of the incomplete beta function (DLMF 8.17.22) by Lentz's method;
 * converges fast for x < (a + 1)/(a + b + 2).
 */
export function fraction(x: number, a: number, b: number): number {
	let c = 1;
	let d = away(1 - ((a + b) * x) / (a + 1));
	let product = 1 / d;
	d = product;
	for (let m = 1; m < 10_000; m++) {
		const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
		d = 1 / away(1 + even * d);
		c = away(1 + even / c);
		product *= d * c;
		const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
		d = 1 / away(1 + odd * d);
		c = away(1 + odd / c);
		product *= d * c;
		if (Math.abs(d * c - 1) < 1e-16) break;
	}
	return product;
}

function away(value: number): number {
	return Math.abs(value) < 1e-300 ? 1e-300 : value;
}
