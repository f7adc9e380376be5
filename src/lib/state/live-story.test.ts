import { describe, expect, test } from 'vitest';
import { formatView, type View } from '#lib/vocabulary/view.ts';
import { LiveStory } from './live-story.svelte.ts';

const options = {
	filters: { sex: ['F', 'M'], age: ['15-24', '25-34', '55+'] },
	choices: { counted: ['own', 'urban'] }
};

/** A page whose stories are told when the test says so, in the order it says. */
function page() {
	const asked: { query: string; tell: (story: string) => void; fail: (why: Error) => void }[] = [];
	const tell = (view: View): Promise<string> =>
		new Promise((resolve, reject) => {
			asked.push({ query: formatView(view), tell: resolve, fail: reject });
		});
	return { live: new LiveStory({ initial: 'as built', options, tell }), asked };
}

describe('a page that follows its address', () => {
	test('stands as built until another story is told', async () => {
		const { live, asked } = page();
		const followed = live.follow('?sex=F');
		expect([live.story, formatView(live.view)]).toEqual(['as built', '']);
		asked[0]?.tell('women');
		await followed;
		expect([live.story, formatView(live.view)]).toEqual(['women', '?sex=F']);
	});

	test('tells nothing for the View that stands, and none for the default', async () => {
		const { live, asked } = page();
		await live.follow('');
		await live.follow('?sex=F,M&counted=own');
		expect([asked.length, live.story]).toEqual([0, 'as built']);
	});

	test('of several in a row only the last counts, in whatever order they are told', async () => {
		const { live, asked } = page();
		const all = ['?sex=F', '?sex=M', '?age=55%2B'].map((query) => live.follow(query));
		asked[2]?.tell('old');
		asked[0]?.tell('women');
		asked[1]?.fail(new Error('offline'));
		await Promise.all(all);
		expect([live.story, formatView(live.view)]).toEqual(['old', '?age=55%2B']);
		expect(live.error).toBeUndefined();
	});

	test('going back before a story is told keeps what stands', async () => {
		const { live, asked } = page();
		const followed = live.follow('?sex=F');
		await live.follow('');
		asked[0]?.tell('women');
		await followed;
		expect([live.story, formatView(live.view)]).toEqual(['as built', '']);
	});

	test('a View that is shown ahead of the address is not told again by it', async () => {
		const { live, asked } = page();
		const ahead = live.ahead({ filters: { sex: ['F'] }, choices: {} });
		asked[0]?.tell('women');
		await ahead;
		expect([live.story, formatView(live.wanted)]).toEqual(['women', '']);
		await live.follow('?sex=F');
		expect([asked.length, live.story, formatView(live.wanted)]).toEqual([1, 'women', '?sex=F']);
	});

	test('an error keeps the last story with its View, until the next one is told', async () => {
		const { live, asked } = page();
		const women = live.follow('?sex=F');
		asked[0]?.tell('women');
		await women;
		const men = live.follow('?sex=M');
		asked[1]?.fail(new Error('offline'));
		await men;
		expect(live.error).toEqual(new Error('offline'));
		expect([live.story, formatView(live.view)]).toEqual(['women', '?sex=F']);
		const again = live.follow('?sex=F');
		expect(asked).toHaveLength(3);
		asked[2]?.tell('women again');
		await again;
		expect([live.story, live.error]).toEqual(['women again', undefined]);
	});

	test('tells the same View again when told to, also the default', async () => {
		const { live, asked } = page();
		const followed = live.follow('', true);
		expect(asked.map(({ query }) => query)).toEqual(['']);
		asked[0]?.tell('by DuckDB');
		await followed;
		expect(live.story).toBe('by DuckDB');
	});

	test('says what of the address it does not know, at once', async () => {
		const { live } = page();
		void live.follow('?sex=X&colour=red&age=55%2B');
		expect(live.ignored).toEqual([{ parameter: 'sex', value: 'X' }, { parameter: 'colour' }]);
		await live.follow('');
		expect(live.ignored).toEqual([]);
	});
});

describe('the query with one parameter changed', () => {
	async function at(query: string) {
		const { live, asked } = page();
		const followed = live.follow(query);
		asked[0]?.tell('told');
		await followed;
		return live;
	}

	test.each([
		['', 'sex', 'F', '?sex=F'],
		['?sex=F', 'sex', '', ''],
		['?sex=F', 'sex', 'M', '?sex=M'],
		['?sex=F', 'age', '15-24,55+', '?age=15-24,55%2B&sex=F'],
		['?sex=F&counted=urban', 'counted', 'own', '?sex=F'],
		['?sex=F', 'counted', 'urban', '?counted=urban&sex=F'],
		['?sex=F', 'counted', 'nonsense', '?sex=F'],
		['?sex=F', 'colour', 'red', '?sex=F']
	])('%s with %s=%s is %s', async (query, parameter, value, next) => {
		expect((await at(query)).queryWith(parameter, value)).toBe(next);
	});

	test('keeps a choice whose story is still being told', () => {
		const { live } = page();
		void live.follow('?sex=F');
		expect(live.queryWith('age', '55+')).toBe('?age=55%2B&sex=F');
	});

	test('starts from what stands when the last choice could not be told', async () => {
		const { live, asked } = page();
		const followed = live.follow('?sex=F');
		asked[0]?.fail(new Error('offline'));
		await followed;
		expect(live.queryWith('age', '55+')).toBe('?age=55%2B');
	});
});
