import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	emptyView,
	formatView,
	isDefaultView,
	parseView,
	tidyView,
	type View,
	type ViewOptions
} from './view.ts';

const options: ViewOptions = {
	filters: { sex: ['F', 'M'], age: ['15-24', '25-34', '55+'], place: ['ñ ü&=', '#?/'] },
	choices: { counted: ['own', 'urban', 'rural'] }
};

/** Any page: ids and codes of any text, commas apart, which separate codes. */
const word = fc
	.string({ unit: 'grapheme', minLength: 1, maxLength: 6 })
	.filter((text) => !text.includes(','));
const codeList = fc.uniqueArray(word, { minLength: 1, maxLength: 5 });
const pages: fc.Arbitrary<ViewOptions> = fc
	.uniqueArray(word, { minLength: 2, maxLength: 6 })
	.chain((ids) =>
		fc.tuple(
			fc.constant(ids),
			fc.nat({ max: ids.length }),
			fc.array(codeList, { minLength: ids.length, maxLength: ids.length })
		)
	)
	.map(([ids, cut, lists]) => {
		const entries = ids.map((id, i) => [id, lists[i] ?? []] as const);
		return {
			filters: Object.fromEntries(entries.slice(0, cut)),
			choices: Object.fromEntries(entries.slice(cut))
		};
	});

/** A View of the page, tidy or not. */
const views = (page: ViewOptions): fc.Arbitrary<View> =>
	fc.record({
		filters: recordOf(page.filters, (codes) => fc.subarray([...codes, 'unknown code'])),
		choices: recordOf(page.choices, (codes) => fc.constantFrom(...codes, 'unknown code'))
	});

function recordOf<Value>(
	lists: Readonly<Record<string, readonly string[]>>,
	of: (codes: readonly string[]) => fc.Arbitrary<Value>
): fc.Arbitrary<Record<string, Value>> {
	const entries = Object.entries(lists);
	return fc
		.tuple(...entries.map(([id, codes]) => fc.tuple(fc.constant(id), of(codes))))
		.map((pairs) => Object.fromEntries(pairs));
}

describe('a View', () => {
	test('comes back from its query string on any page, and nothing is ignored', () => {
		const pageAndView = pages.chain((page) => fc.tuple(fc.constant(page), views(page)));
		fc.assert(
			fc.property(pageAndView, ([page, view]) => {
				const tidy = tidyView(view, page);
				expect(parseView(formatView(tidy), page)).toEqual({ view: tidy, ignored: [] });
			})
		);
	});

	test('is told from any text at all, as a View whose query says the same', () => {
		const queries = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.stringMatching(/^\??((sex|age|place|counted|x)=[FM,%+&=\w-]{0,8}&?){0,4}$/)
		);
		fc.assert(
			fc.property(queries, (query) => {
				const { view } = parseView(query, options);
				expect(tidyView(view, options)).toEqual(view);
				expect(parseView(formatView(view), options).view).toEqual(view);
			})
		);
	});

	test('has an empty query when nothing or everything is chosen', () => {
		expect(formatView(emptyView)).toBe('');
		expect(isDefaultView(parseView('?sex=F,M&counted=own&age=', options).view)).toBe(true);
		expect(isDefaultView(parseView('?sex=F', options).view)).toBe(false);
	});

	test('writes parameters by name and codes in the order of the page', () => {
		const { view } = parseView('?sex=M&counted=rural&age=55%2B,15-24', options);
		expect(formatView(view)).toBe('?age=15-24,55%2B&counted=rural&sex=M');
	});
});

describe('hostile query strings', () => {
	const read = (query: string) => parseView(query, options);

	test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
		'%s is a parameter that the page does not know',
		(parameter) => {
			expect(read(`?${parameter}=F`)).toEqual({ view: emptyView, ignored: [{ parameter }] });
			expect(read(`?sex=${parameter}`)).toEqual({
				view: emptyView,
				ignored: [{ parameter: 'sex', value: parameter }]
			});
		}
	);

	test('nothing of the query reaches the prototypes of the page', () => {
		read('?__proto__=polluted&__proto__[polluted]=1&constructor.prototype.polluted=1');
		expect(({} as Record<string, unknown>).polluted).toBeUndefined();
	});

	test('a repeated filter adds codes, a repeated choice counts last', () => {
		expect(read('?age=55%2B&age=15-24&age=55%2B').view.filters).toEqual({ age: ['15-24', '55+'] });
		expect(read('?counted=urban&counted=rural').view.choices).toEqual({ counted: 'rural' });
	});

	test('codes are read through percent encoding, also where it is broken or doubled', () => {
		expect(read('?%73%65%78=%46').view.filters).toEqual({ sex: ['F'] });
		expect(read('?place=%C3%B1+%C3%BC%26%3D').view.filters).toEqual({ place: ['ñ ü&='] });
		expect(read('?sex=%E0%A4%A').view).toEqual(emptyView);
		expect(read('?sex=%2546').ignored).toEqual([{ parameter: 'sex', value: '%46' }]);
	});

	test('look-alike letters, half surrogates and control characters are unknown codes', () => {
		for (const code of ['Ｆ', 'F\u200b', '\ud800', 'F\u0000', 'f', ' F']) {
			const { view, ignored } = parseView(new URLSearchParams({ sex: code }).toString(), options);
			expect(view).toEqual(emptyView);
			expect(ignored).toHaveLength(1);
		}
	});

	test('unknown codes leave the nearest valid View and are named', () => {
		expect(read('?sex=F,X&age=,,&colour=red&counted=none')).toEqual({
			view: { filters: { sex: ['F'] }, choices: {} },
			ignored: [
				{ parameter: 'sex', value: 'X', beside: true },
				{ parameter: 'colour' },
				{ parameter: 'counted', value: 'none' }
			]
		});
	});

	test('a very long query is read, its unknown codes named once each', () => {
		const repeated = 'age=15-24,55%2B&'.repeat(20_000);
		const query = `?${repeated}sex=F,${'x,'.repeat(200_000)}&y=${'z'.repeat(1e6)}`;
		const { view, ignored } = read(query);
		expect(formatView(view)).toBe('?age=15-24,55%2B&sex=F');
		expect(ignored).toEqual([{ parameter: 'sex', value: 'x', beside: true }, { parameter: 'y' }]);
	});
});
