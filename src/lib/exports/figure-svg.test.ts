import { expect, test } from 'vitest';
import type { ChartCurve } from '#lib/charts/chart-curve.ts';
import type { ChartRow } from '#lib/charts/chart-row.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import { shareScale } from '#lib/charts/scale.ts';
import type { Quality } from '#lib/vocabulary/estimate.ts';
import type { Figure } from '#lib/vocabulary/numbers.ts';
import { figureSvg } from './figure-svg.ts';
import type { Taken } from './taken.ts';

const figure = (value: number | null, quality: Quality = 'ok'): Figure =>
	value === null
		? { value, low: null, high: null, quality, n: 12 }
		: { value, low: value - 0.05, high: value + 0.05, quality, n: 40 };

const row = (name: string, one: Figure, more: Partial<ChartRow> = {}): ChartRow => ({
	...{ id: name, name, n: 40, marks: [{ role: 'women', figure: one }], sentence: '' },
	...more
});

function model(plot: FigureModel['plot'], more: Partial<FigureModel> = {}): FigureModel {
	return {
		...{ id: 'x', finding: 'Women wait longer & <more> “so far”', what: 'Share with a first job.' },
		...{ keyItems: [], source: 'Tracer study. Demonstration data.', measure: 'share' as const },
		...{ scale: shareScale, plot, table: { caption: '', columns: [], rows: [] } },
		computed: { questions: [], method: '' },
		...more
	};
}

function draw(one: FigureModel, more: Partial<Taken> = {}): string {
	const site = { country: 'Somewhere', edition: '2024.1', editionDate: '2025-11-03' };
	return figureSvg({ model: one, shown: '', site, day: '2025-11-22', ...more });
}

/** Names of elements in order, after checking that every one is closed where it should be. */
function elementsOf(xml: string): string[] {
	const open: string[] = [];
	const names: string[] = [];
	for (const [, slash, name = '', selfClosed] of xml.matchAll(/<(\/?)([a-z]\w*)[^<>]*?(\/?)>/gi)) {
		if (slash) expect(open.pop()).toBe(name);
		else if (!selfClosed) open.push(name);
		if (!slash) names.push(name);
	}
	expect(open).toEqual([]);
	return names;
}

const curve = (name: string, points: ChartCurve['points']): ChartCurve => ({
	...{ id: name, name, role: 'women', points, lastSeen: [7] },
	atRisk: [{ at: 0, n: 1200 }]
});
const along = {
	low: 0,
	high: 12,
	ticks: [0, 6, 12].map((value) => ({ value, label: `${value}` }))
};
const axis = { along, alongLabel: 'months since graduation', label: '' };

test('what would be markup stays text', () => {
	const svg = draw(model({ kind: 'capsule', rows: [row('A & <b>', figure(0.3))], label: '' }));
	expect(elementsOf(svg)).not.toContain('b');
	expect(svg).toContain('Women wait longer &amp; &lt;more&gt; “so far”');
	expect(svg).toContain('A &amp; &lt;b&gt;');
	const odd = draw(
		model({ kind: 'capsule', rows: [row('a\u0000b\ud800', figure(0.3))], label: '' })
	);
	expect(odd).toContain('a\ufffdb\ufffd');
});

test('a withheld row is hatched and says why; an imprecise one is hollow and dashed', () => {
	const rows = [
		row('Imprecise', figure(0.3, 'imprecise')),
		row('Hidden', figure(null, 'suppressed'), { rule: 'fewer than 10 workers' })
	];
	const svg = draw(model({ kind: 'capsule', rows, label: '' }));
	expect(svg).toContain('Withheld to protect the respondents: fewer than 10 workers.');
	expect(svg.match(/url\(#withheld\)/g)).toHaveLength(1);
	expect(svg.match(/stroke-dasharray="3 2.5"/g)).toHaveLength(2);
	expect(svg).toContain('>imprecise<');
});

test('each line of a pair has its n, where the row has none for all', () => {
	const marks = [
		{ role: 'women' as const, figure: { ...figure(0.3), n: 1184 } },
		{ role: 'men' as const, figure: { ...figure(null, 'suppressed'), n: 4 } }
	];
	const counts = (n: number | undefined) => {
		const rows = [row('A', figure(0.3), { n, marks })];
		const svg = draw(model({ kind: 'paired', rows, label: '' }));
		return [...svg.matchAll(/\bn ([\d,]+)/g)].map(([, count]) => count);
	};
	expect(counts(undefined)).toEqual(['1,184']);
	expect(counts(40)).toEqual(['40']);
});

test('an interval whose end was not reached is open to the edge of the plot', () => {
	const open = { ...figure(0.3), high: null, reason: 'not-reached' as const };
	const svg = draw(model({ kind: 'capsule', rows: [row('Median', open)], label: '' }));
	expect(svg).toMatch(/d="M354 -6H[\d.]+A6 6 0 0 0 [\d.]+ 6H354"/);
});

test('long names wrap, and a word without an end is cut, so that the plot stays free', () => {
	const rows = [row('Immensely '.repeat(9) + 'x'.repeat(90), figure(0.3))];
	const svg = draw(model({ kind: 'capsule', rows, label: '' }));
	const longest = Math.max(
		...[...svg.matchAll(/>([^<]+)<\/tspan>/g)].map(([, t]) => t?.length ?? 0)
	);
	expect(longest).toBeLessThan(60);
	expect(svg.match(/Immensely/g)).toHaveLength(9);
});

test('curves carry their names, last values, bands, ticks and how many were still observed', () => {
	const points = [0, 3, 6, 9].map((at) => ({ at, figure: figure(at / 20 + 0.1), sentence: '' }));
	const hidden = { at: 12, figure: figure(0.9, 'unreliable'), sentence: '' };
	const plot = {
		...({
			kind: 'curves',
			form: 'step',
			riskHead: 'Still looking',
			seenWords: 'last seen'
		} as const),
		...{ ...axis, curves: [curve('Women', [...points, hidden])] }
	};
	const svg = draw(model(plot));
	elementsOf(svg);
	for (const words of [
		'Women',
		'55% ',
		'50–60',
		'1,200',
		'Still looking',
		'last seen',
		along.ticks[1]?.label,
		axis.alongLabel
	])
		expect(svg).toContain(`>${words}<`);
	expect(svg).not.toContain('90%');
	expect(svg).toMatch(/fill-opacity="0.17"/);
});

test('names of lines that end close together stand apart', () => {
	const points = (value: number) =>
		[0, 12].map((at) => ({ at, figure: figure(value), sentence: '' }));
	const curves = [curve('Rural', points(0.5)), curve('Urban', points(0.51))];
	const svg = draw(model({ ...({ kind: 'curves', form: 'line' } as const), ...axis, curves }));
	const named = /translate\(0 (-?\d+)\)"><g transform="translate\(6 10\)">/g;
	const tops = [...svg.matchAll(named)];
	const [rural, urban] = tops.map(([, y]) => Number(y));
	expect(tops).toHaveLength(2);
	expect((rural ?? 0) - (urban ?? 0)).toBeGreaterThanOrEqual(36);
});

test('a figure of a file of this device names no site and no address', () => {
	const plot = { kind: 'capsule', rows: [row('A', figure(0.3))], label: '' } as const;
	expect(draw(model(plot, { local: true }))).not.toContain('Observatory');
	const svg = draw(model(plot), { address: 'https://example.org/?a=1&b=2#x' });
	expect(svg).toContain('https://example.org/?a=1&amp;b=2#x');
	expect(svg).toContain('Edition 2024.1, 3 November 2025.');
});

test('where nothing can be drawn, the picture says why', () => {
	const absence = { title: 'Nobody is left', sentence: 'Loosen a filter.', engineHelps: false };
	const svg = draw(model({ kind: 'capsule', rows: [], label: '' }, { absence }));
	expect(svg).toContain('Nobody is left');
	expect(svg).toContain('Loosen a filter.');
});
