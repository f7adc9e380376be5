/**
 * How numbers are printed: whole per cent, one decimal under 10%; differences of shares in points with
 * sign; levels with one decimal; whole months; estimated counts with three significant figures; minus −.
 */
import type { Estimate } from './estimate.ts';
import { charts, nullWords, qualityWords } from './messages/charts.ts';

/**
 * What a number is.
 * - `share`: 0 to 1, printed as per cent. `points`: a difference of two shares, -1 to 1.
 * - `level`: a place on the proficiency scale. `levels`: a difference of two such places.
 * - `count`: an estimated number of people or posts. `money`: an amount, printed without the currency.
 * - `index`: a number without unit. `months`: a span of time. `rank`: a place in an order.
 */
export const measures = [
	...(['share', 'points', 'level', 'levels', 'count', 'index', 'money', 'months', 'rank'] as const)
] as const;
export type Measure = (typeof measures)[number];

/** The part of an Estimate that is printed or drawn; a rank with its range is one too. */
export type Figure = Pick<Estimate, 'value' | 'low' | 'high' | 'quality'> &
	Partial<Pick<Estimate, 'n' | 'clusters' | 'reason'>>;

/** A figure in print: `38%` and `33–43`. Where a number is null its place is taken by words. */
export interface PrintedFigure {
	readonly value: string;
	readonly interval: string;
}

const minus = '−';
const dash = '–';

/**
 * A number with its sign and, for a share, the per cent sign: `38%`, `4.1%`, `+22`, `−0.1`, `12,600`.
 * @param width high minus low, in the unit of the value: no more digits than it supports are printed
 */
export function formatValue(value: number | null, measure: Measure, width = 0): string {
	if (value === null) return nullWords.empty;
	return printWhole(value, measure, stepOf(value, measure, width));
}

/** Both ends without unit: `33–43`; `−0.1 to 0.3` where an end is negative; empty without ends. */
export function formatInterval(low: number | null, high: number | null, measure: Measure): string {
	if (low === null || high === null) return '';
	return range([low, high], measure, stepOf((low + high) / 2, measure, high - low));
}

/** Value and interval with the same digits; an open one is `10 or more`, a null the words for its reason. */
export function formatFigure(figure: Figure, measure: Measure): PrintedFigure {
	const { value, low, high, reason } = figure;
	if (value === null) return { value: missingWords(figure), interval: '' };
	if (low === null || high === null) {
		const counted = reason === 'complete-count';
		const why = reason && !counted ? charts.noInterval(nullWords[reason]) : '';
		const interval = low === null ? why : charts.orMore(formatValue(low, measure));
		const text = counted && measure === 'count' ? formatCount(value) : formatValue(value, measure);
		return { value: text, interval };
	}
	const step = stepOf(value, measure, high - low);
	return { value: printWhole(value, measure, step), interval: range([low, high], measure, step) };
}

/** For running text: `38% (33–43)`. */
export function formatInText(figure: Figure, measure: Measure): string {
	const { value, interval } = formatFigure(figure, measure);
	const unit = figure.value === null ? value : withUnit(value, measure);
	return interval === '' ? unit : `${unit} (${interval})`;
}

/** An exact count with thousands commas, for n and row numbers: `1,184`. */
export function formatCount(count: number): string {
	return print(count, 'index', 1);
}

/** An amount with its currency, three significant figures: `M 1.2 million`, `M 4,500`. */
export function formatMoney(amount: number, currency: string): string {
	const size = Math.abs(amount);
	if (size < 999_500) return `${currency} ${formatValue(amount, 'money')}`;
	const [unit, word] = size < 999_500_000 ? [1e6, charts.million] : [1e9, charts.billion];
	const text = print(amount / unit, 'index', significantStep(amount / unit, 3));
	return `${currency} ${word(text.includes('.') ? text.replace(/\.?0+$/, '') : text)}`;
}

/** A range of ranks: `1` or `2–3`. Never a single rank where the range has several. */
export function formatRanks(low: number, high: number): string {
	const [first, last] = [Math.round(low), Math.round(high)];
	return first === last ? String(first) : `${first}${dash}${last}`;
}

export interface DescribedFigure {
	/** What the figure is, when a sentence has several: `required`. */
	readonly label?: string;
	readonly figure: Figure;
	readonly measure: Measure;
	/** Leave the interval out. */
	readonly brief?: boolean;
}

/**
 * A row of a chart as a plain sentence, for labels that are heard:
 * `Supervise staff: required 3.9, attained 3.3, gap 0.6 levels, 95% interval 0.4 to 0.8, 121 workers`.
 * n and the people are those of the last figure, words of care those of every figure with an interval.
 */
export function describe(name: string, figures: readonly DescribedFigure[], people = ''): string {
	const last = figures.at(-1)?.figure;
	const said = figures.flatMap((part, i) => {
		const care = i < figures.length - 1 && !part.brief ? careWords(part.figure) : '';
		return [describeFigure(part), ...(care === '' ? [] : [care])];
	});
	if (last?.n !== undefined && people !== '') said.push(charts.people(formatCount(last.n), people));
	const care = last ? careWords(last) : '';
	if (care !== '') said.push(care);
	return `${name}: ${said.join(', ')}`;
}

/** What a value in a sentence asks care for; empty where it asks none or isn't said. */
function careWords({ value, quality }: Figure): string {
	return value === null || quality === 'unreliable' ? '' : qualityWords[quality];
}

function describeFigure({ label, figure, measure, brief = false }: DescribedFigure): string {
	const printed = formatFigure(figure, measure);
	// As in the chart, an unreliable value is for the table alone.
	if (figure.quality === 'unreliable') return [label, qualityWords.unreliable].join(' ').trim();
	const value = figure.value === null ? printed.value : withUnit(printed.value, measure);
	const said = label === undefined ? value : `${label} ${value}`;
	if (brief || figure.value === null) return said;
	const { low, high } = figure;
	if (low === null || high === null) {
		const open = low === null ? printed.interval : charts.intervalOpen('95%', printed.interval);
		return open === '' ? said : `${said}, ${open}`;
	}
	const step = stepOf(figure.value, measure, high - low);
	return `${said}, ${charts.intervalIs('95%', print(low, measure, step), print(high, measure, step))}`;
}

/** The words for a figure without value: its reason, else its grade. */
export function missingWords({ reason, quality }: Figure): string {
	if (quality === 'suppressed') return nullWords.withheld;
	if (reason) return nullWords[reason];
	return quality === 'ok' ? nullWords.empty : qualityWords[quality];
}

function withUnit(text: string, measure: Measure): string {
	if (measure === 'points') return charts.points(text, /^\D?1$/.test(text));
	if (measure === 'levels' || measure === 'months') return charts[measure](text);
	return text;
}

/** The step of the last digit printed, in the unit that is printed. */
function stepOf(value: number, measure: Measure, width: number): number {
	const factor = factorOf(measure);
	// An interval supports a digit when it spans at most a hundred steps of it.
	const supported = width > 0 ? 10 ** Math.ceil(Math.log10((width * factor) / 100) - 1e-9) : 0;
	// A narrow interval of a difference would be printed as "0 (0–0)" in whole points.
	const isFine = measure === 'points' && width > 0 && width * factor < 5;
	return Math.max(isFine ? 0.1 : usualStep(value * factor, measure), supported);
}

function usualStep(shown: number, measure: Measure): number {
	if (measure === 'share') return shown !== 0 && Math.abs(shown) < 9.95 ? 0.1 : 1;
	if (measure === 'points' || measure === 'rank' || measure === 'months') return 1;
	if (measure === 'index') return 0.01;
	if (measure === 'count' || measure === 'money') return Math.max(1, significantStep(shown, 3));
	return 0.1;
}

function significantStep(shown: number, figures: number): number {
	return shown === 0 ? 1 : 10 ** (Math.floor(Math.log10(Math.abs(shown)) + 1e-9) + 1 - figures);
}

function factorOf(measure: Measure): number {
	return measure === 'share' || measure === 'points' ? 100 : 1;
}

function range(ends: readonly [number, number], measure: Measure, step: number): string {
	const texts = ends.map((end) => print(end, measure, step));
	return texts.join(texts.some((text) => text.startsWith(minus)) ? ' to ' : dash);
}

/** As {@link print}, with the per cent sign of a share and the plus of a difference in points. */
function printWhole(value: number, measure: Measure, step: number): string {
	const text = print(value, measure, step);
	if (measure === 'share') return `${text}%`;
	return measure === 'points' && value > 0 && text !== '0' ? `+${text}` : text;
}

/** Rounded half away from zero, as people round; a result of zero has no sign. */
function print(value: number, measure: Measure, step: number): string {
	const shown = Math.abs(value * factorOf(measure));
	// Twelve digits first, so that 28.499999999999996 is the 28.5 that was meant.
	const rounded = Math.round(Number((shown / step).toPrecision(12))) * step;
	const digits = Math.max(0, Math.round(-Math.log10(step)));
	const [whole = '0', decimals] = rounded.toFixed(digits).split('.');
	const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
	const text = decimals === undefined ? grouped : `${grouped}.${decimals}`;
	return value < 0 && Number(rounded.toFixed(digits)) !== 0 ? minus + text : text;
}
