import { credentials as words } from '#lib/vocabulary/messages/credentials.ts';
import { joinWords } from '#lib/vocabulary/words.ts';
import type { Ranked } from './order.ts';

/** Names that one sentence holds. */
const mostNames = 3;

/** What the order says: of the page, and of its figure, which names the courses. */
export interface Finding {
	readonly title: string;
	readonly finding: string;
}

/** What holds in 95 of 100 draws: which courses stay in how many first places, and whether any others have one. */
export function findingOf(ranked: readonly Ranked[]): Finding {
	const of = ranked.length;
	const [only] = ranked;
	if (!only) return { title: words.titleNone, finding: words.titleNone };
	if (of === 1) return { title: words.titleOnly(only.name), finding: words.titleOnly(only.name) };
	const places = Math.min(...ranked.map(({ draws }) => draws.high));
	const first = ranked.filter(({ draws }) => draws.high === 1).length;
	if (first > 1)
		return { title: words.titleShare(first, of), finding: words.titleShare(first, of) };
	if (places > of / 2) return { title: words.titleOpen(of), finding: words.titleOpen(of) };
	const sure = ranked.filter(({ draws }) => draws.high === places);
	const others = ranked.filter(({ draws }) => draws.high !== places);
	const isOpen = others.every(({ draws }) => draws.low < draws.high);
	const whole = (title: string) => (isOpen ? words.openBelow(title) : title);
	const names = sure.map(({ name }) => name);
	const [best = ''] = names;
	if (places === 1 && names.length === 1) {
		return { title: whole(words.titleFirst(best)), finding: words.findingFirst(best) };
	}
	return {
		title: whole(words.titleStay(names.length, places, of)),
		finding:
			names.length === 1
				? words.findingOne(best, places)
				: names.length <= mostNames
					? words.findingSeveral(joinWords(names.map((name) => `“${name}”`)), places)
					: words.findingMany(names.length, places)
	};
}
