/** Colours as people see them: WCAG contrast, and distance in four kinds of sight. */

type Triple = readonly [number, number, number];

/** Machado, Oliveira and Fernandes (2009), full severity, on linear RGB. */
const sights: Readonly<Record<string, readonly [Triple, Triple, Triple]>> = {
	normal: [
		[1, 0, 0],
		[0, 1, 0],
		[0, 0, 1]
	],
	protanopia: [
		[0.152286, 1.052583, -0.204868],
		[0.114503, 0.786281, 0.099216],
		[-0.003882, -0.048116, 1.051998]
	],
	deuteranopia: [
		[0.367322, 0.860646, -0.227968],
		[0.280085, 0.672501, 0.047413],
		[-0.01182, 0.04294, 0.968881]
	],
	tritanopia: [
		[1.255528, -0.076749, -0.178779],
		[-0.078411, 0.930809, 0.147602],
		[0.004733, 0.691367, 0.3039]
	]
};

/** WCAG 2.2 contrast ratio of two colours written `#rrggbb`, 1 to 21. */
export function contrast(a: string, b: string): number {
	const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
	return (high + 0.05) / (low + 0.05);
}

/** CIE L*, 0 to 100: the step that is left in greyscale. */
export function lightness(colour: string): number {
	const y = luminance(colour);
	return y > 0.008856 ? 116 * Math.cbrt(y) - 16 : 903.3 * y;
}

/** Least OKLab distance of two colours over all kinds of sight, times 100: 2 is just noticeable. */
export function distance(a: string, b: string): number {
	return Math.min(
		...Object.values(sights).map((sight) => {
			const [p, q] = [oklab(seen(a, sight)), oklab(seen(b, sight))];
			return 100 * Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
		})
	);
}

function linear(colour: string): Triple {
	const channel = (at: number) => {
		const value = parseInt(colour.slice(at, at + 2), 16) / 255;
		return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
	};
	return [channel(1), channel(3), channel(5)];
}

function luminance(colour: string): number {
	return dot([0.2126, 0.7152, 0.0722], linear(colour));
}

function seen(colour: string, [r, g, b]: readonly [Triple, Triple, Triple]): Triple {
	const light = linear(colour);
	const channel = (row: Triple) => Math.min(1, Math.max(0, dot(row, light)));
	return [channel(r), channel(g), channel(b)];
}

function oklab(rgb: Triple): Triple {
	const l = Math.cbrt(dot([0.4122214708, 0.5363325363, 0.0514459929], rgb));
	const m = Math.cbrt(dot([0.2119034982, 0.6806995451, 0.1073969566], rgb));
	const s = Math.cbrt(dot([0.0883024619, 0.2817188376, 0.6299787005], rgb));
	return [
		dot([0.2104542553, 0.793617785, -0.0040720468], [l, m, s]),
		dot([1.9779984951, -2.428592205, 0.4505937099], [l, m, s]),
		dot([0.0259040371, 0.7827717662, -0.808675766], [l, m, s])
	];
}

function dot(a: Triple, b: Triple): number {
	return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}
