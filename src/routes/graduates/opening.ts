import { compare } from '#lib/answers/standing.ts';
import type { KeyFigure } from '#lib/charts/key-figure.ts';
import type { Answer } from '#lib/vocabulary/estimate.ts';
import { graduates as words } from '#lib/vocabulary/messages/graduates.ts';
import { formatCount, formatFigure } from '#lib/vocabulary/numbers.ts';
import { formatSaid } from '#lib/vocabulary/said.ts';
import { capitalised, joinWords } from '#lib/vocabulary/words.ts';
import { figureAt, keyFigure, titleWithout } from '../story/story.ts';
import { isSaid, sayable, type Graduates } from './graduates-subject.ts';

/** What the page opens with: the wait for a first job by residence, and four numbers. */
export interface Opening {
	readonly title: string;
	readonly lead: string;
	readonly keyFigures: readonly KeyFigure[];
}

const pair = ['rural', 'urban'] as const;

export async function opening(graduates: Graduates): Promise<Opening> {
	const { residence } = graduates;
	const difference = { dimension: residence, minus: pair };
	const all = await graduates.ask('months-to-first-job');
	if (all.problem)
		return { title: titleWithout(all.problem, words.titleEngine), lead: '', keyFigures: [] };
	const median = await graduates.ask('months-to-first-job', [residence]);
	const within = await graduates.ask('first-job-within-12', [residence]);
	const year = await graduates.ask('first-job-within-12');
	const comparison = compare(
		(await graduates.apart('first-job-within-12', difference)).estimates[0]
	);
	return {
		title: title(graduates, comparison, { all, year }),
		lead: lead(graduates, median, within),
		keyFigures: [
			keyFigure(words.employmentKey, await graduates.ask('employment')),
			keyFigure(words.wageKey, await graduates.ask('wage-employment')),
			keyFigure(words.medianKey, all),
			responseKey(graduates)
		]
	};
}

/** Fewer with a first job within a year have waited longer. */
function title(
	graduates: Graduates,
	comparison: ReturnType<typeof compare>,
	{ all, year }: { readonly all: Answer; readonly year: Answer }
): string {
	const [a, b] = pair.map((code) => graduates.group('residence', code)) as [string, string];
	if (comparison === 'below') return words.titleLonger(capitalised(a), b);
	if (comparison === 'above') return words.titleLonger(capitalised(b), a);
	if (comparison === 'unclear') return words.titleUnclear(capitalised(a), b);
	const median = figureAt(all);
	if (isSaid(median)) return words.titleHalf(graduates.people, formatSaid(median, 'months'));
	const within = figureAt(year);
	return isSaid(within)
		? words.titleYear(formatSaid(within, 'share'), graduates.people)
		: words.titleFew;
}

function lead(graduates: Graduates, median: Answer, within: Answer): string {
	const group = (code: string): string => graduates.group('residence', code);
	const halves = sayable(median).map(({ code, estimate }, i) => {
		const months = formatSaid(estimate, 'months');
		return i === 0 ? words.leadFirst(group(code), months) : words.leadNext(group(code), months);
	});
	const shares = sayable(within).map(({ code, estimate }) =>
		words.leadShare(formatSaid(estimate, 'share'), group(code))
	);
	const sentences = [
		...(halves.length > 1 ? [words.lead(joinWords(halves))] : []),
		// Both would push the first chart off a phone.
		...(halves.length <= 1 && shares.length > 0 ? [words.leadShares(joinWords(shares))] : [])
	];
	return sentences.join(' ');
}

function responseKey({ response }: Graduates): KeyFigure {
	const rate = figureAt(response);
	return {
		label: words.responseKey,
		text: rate.value === null ? '' : formatFigure(rate, 'share').value,
		note: rate.value === null ? words.responseUnknown : words.responseNote(formatCount(rate.n))
	};
}
