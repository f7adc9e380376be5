import { fraction } from './quantile-beta.ts';
import { normalQuantile } from './quantile-normal.ts';

/**
 * Quantile of Student's t, to about 1e-13 relative.
 * @param p probability, above 0 and below 1
 * @param df degrees of freedom, above 0, whole or not; Infinity gives the normal quantile
 * @throws RangeError for any other p or df
 */
export function studentQuantile(p: number, df: number): number {
	if (!(p > 0 && p < 1 && df > 0)) throw new RangeError(`No t quantile at p ${p}, df ${df}`);
	if (p === 0.5) return 0;
	if (p < 0.5) return -studentQuantile(1 - p, df);
	if (df === Infinity) return normalQuantile(p);
	// 1 − p and 2p − 1 are exact here.
	if (df === 1) return 1 / Math.tan(Math.PI * (1 - p));
	if (df === 2) return (2 * p - 1) / Math.sqrt(2 * p * (1 - p));
	return df > 1e5 ? nearNormal(normalQuantile(p), df) : solve(1 - p, df);
}

/** P(T > t) for t >= 0: half the regularised incomplete beta function at df/(df + t²). */
export function studentTail(t: number, df: number): number {
	const square = t * t;
	const x = df / (df + square);
	const a = df / 2;
	const rest = square / (df + square);
	// x^a·(1 − x)^½ / B(a, ½), by log1p so that a large df loses no digits.
	const front =
		(Math.exp(-a * Math.log1p(square / df)) * Math.sqrt(rest) * gammaRatio(a)) / Math.sqrt(Math.PI);
	if (x < (a + 1) / (a + 2.5)) return (0.5 * front * fraction(x, a, 0.5)) / a;
	return 0.5 - front * fraction(rest, 0.5, a);
}

/** Newton's method for ln P(T > t) = ln q in ln t, where the curve is almost straight and concave. */
function solve(q: number, df: number): number {
	let t = nearNormal(-normalQuantile(q), df);
	for (let step = 0; step < 100; step++) {
		const tail = studentTail(t, df);
		const move = (Math.log(tail / q) * tail) / (t * density(t, df));
		t *= Math.exp(move);
		if (Math.abs(move) < 1e-14) break;
	}
	return t;
}

/** Expansion about the normal quantile (Abramowitz and Stegun 26.7.5); exact to rounding for a large df. */
function nearNormal(z: number, df: number): number {
	return z + (z ** 3 + z) / (4 * df) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * df * df);
}

function density(t: number, df: number): number {
	const power = Math.exp((-(df + 1) / 2) * Math.log1p((t * t) / df));
	return (gammaRatio(df / 2) * power) / Math.sqrt(Math.PI * df);
}

/**
 * Γ(a + ½)/Γ(a) without large logarithms that cancel: the asymptotic series from 30 on
 * (NIST Digital Library of Mathematical Functions 5.11.13), the recurrence of Γ below.
 */
function gammaRatio(a: number): number {
	let factor = 1;
	for (; a < 30; a++) factor *= a / (a + 0.5);
	const u = 1 / a;
	const series = [
		1,
		-1 / 8,
		1 / 128,
		5 / 1024,
		-21 / 32768,
		-399 / 262144,
		869 / 4194304,
		39325 / 33554432
	].reduceRight((sum, coefficient) => sum * u + coefficient, 0);
	return factor * Math.sqrt(a) * series;
}
