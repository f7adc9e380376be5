import { nice, ticks as ticksBetween } from 'd3-array';
import type { Figure, Measure } from '#lib/vocabulary/numbers.ts';
import { formatValue } from '#lib/vocabulary/numbers.ts';

/** One axis for a whole figure: panels of one figure share it. Ends in the unit of the indicator. */
export interface ChartScale {
	readonly low: number;
	readonly high: number;
	/** 3 to 5, inside the ends, the unit on the last. */
	readonly ticks: readonly ChartTick[];
}

export interface ChartTick {
	readonly value: number;
	readonly label: string;
}

/** Where a value stands on the plot, in per cent of its width, kept within the plot. */
export function placeOn(scale: ChartScale): (value: number) => number {
	const span = scale.high - scale.low || 1;
	return (value) => {
		const part = (value - scale.low) / span;
		return Math.round(Math.min(1, Math.max(0, part)) * 10_000) / 100;
	};
}

/**
 * A scale that runs from 0 over all values and interval ends. Shares never run past 100%.
 * Negative values extend it to the left.
 */
export function scaleOver(figures: readonly Figure[], measure: Measure): ChartScale {
	const ends = figures
		.filter((f) => f.quality === 'ok' || f.quality === 'low-n' || f.quality === 'imprecise')
		.flatMap((f) => [f.value, f.low, f.high])
		.filter((end) => end !== null);
	const limit = measure === 'share' ? 1 : Infinity;
	const high = Math.min(Math.max(0, ...ends), limit);
	const low = Math.min(0, ...ends);
	const [from, to] = nice(low, high > low ? high : low + 1, 4);
	const ticks = ticksBetween(from, to, 4);
	// More than six, or six of five digits, would run into each other on a phone; the zero stays.
	const zero = ticks.indexOf(0) % 2;
	const widest = Math.max(...ticks.map((tick) => formatTick(tick, measure).length));
	const crowded = ticks.length > 6 || ticks.length * widest > 30;
	const shown = crowded ? ticks.filter((_, i) => i % 2 === zero) : ticks;
	return { low: from, high: to, ticks: label(shown, measure) };
}

/** The whole proficiency scale, 1 to `words.length`, each step labelled `1 none` … where a word is given. */
export function levelScale(words: readonly string[]): ChartScale {
	const ticks = words.map((word, i) => ({
		value: i + 1,
		label: word ? `${i + 1} ${word}` : `${i + 1}`
	}));
	return { low: 1, high: words.length, ticks };
}

/** Places of `count` candidates, half a place free at either end. */
export function rankScale(count: number): ChartScale {
	const inner = ticksBetween(1, count, 3).filter(
		(value) => Number.isInteger(value) && value > 1 && value < count - 0.1 * count
	);
	const values = count > 1 ? [1, ...inner, count] : [1];
	return {
		low: 0.5,
		high: count + 0.5,
		ticks: values.map((value) => ({ value, label: `${value}` }))
	};
}

/** 0, 50 and 100%: what small panels of shares share. */
export const shareScale: ChartScale = { low: 0, high: 1, ticks: label([0, 0.5, 1], 'share') };

function label(values: readonly number[], measure: Measure): ChartTick[] {
	return values.map((value, i) => {
		const text = formatTick(value, measure);
		return { value, label: i === values.length - 1 && measure === 'share' ? `${text}%` : text };
	});
}

function formatTick(value: number, measure: Measure): string {
	const shown = measure === 'share' || measure === 'points' ? value * 100 : value;
	const whole = Math.abs(shown - Math.round(shown)) < 1e-9;
	return whole ? formatValue(Math.round(shown), 'count') : formatValue(shown, 'level');
}
