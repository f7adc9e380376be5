import { compare, type Standing } from '#lib/answers/standing.ts';
import type { KeyFigure } from '#lib/charts/key-figure.ts';
import type { Answer, Estimate } from '#lib/vocabulary/estimate.ts';
import { equity as words } from '#lib/vocabulary/messages/equity.ts';
import { story as shared } from '#lib/vocabulary/messages/story.ts';
import { formatSaid } from '#lib/vocabulary/said.ts';
import { capitalised, joinWords } from '#lib/vocabulary/words.ts';
import { drawn, figureAt, titleWithout } from '../story/story.ts';
import { sexes, type Equity } from './equity.ts';

/** What the page opens with. */
export interface Hero {
	readonly title: string;
	readonly lead: string;
	readonly keyFigures: readonly KeyFigure[];
	/** All who answered, for what the page shows in words. */
	readonly all: Answer;
}

const indicator = 'wage-employment';

/** A title names no more groups than can be read at once. */
const mostNamed = 4;

/** The groups of residence and gender, in wage work: who stands last, the two gaps and what is beyond. */
export async function hero(equity: Equity): Promise<Hero> {
	const { teller, bySex, byResidence, residence } = equity;
	const question = equity.graduates(indicator, { by: [residence, 'sex'] });
	const all = await teller.ask(equity.graduates(indicator));
	const cells = await teller.ask(question);
	const standing = await teller.standing(question);
	const gaps = {
		residence: await apart(equity, { difference: byResidence }),
		sex: await apart(equity, { difference: bySex }),
		beyond: await apart(equity, { difference: [bySex, byResidence] })
	};
	const key = (label: string, estimate: Estimate): KeyFigure => {
		return { label, figure: drawn(estimate), measure: 'points' };
	};
	return {
		title: all.problem
			? titleWithout(all.problem, words.titleEngine)
			: title(equity, standing, cells),
		lead: lead(equity, gaps),
		keyFigures: all.problem
			? []
			: [
					key(words.keyGap(equity.apart(byResidence)), gaps.residence),
					key(words.keyGap(equity.apart(bySex)), gaps.sex),
					key(words.keyBeyond(equity.group('rural', 'F')), gaps.beyond)
				],
		all
	};
}

type Gaps = Readonly<Record<'residence' | 'sex' | 'beyond', Estimate>>;

async function apart(equity: Equity, asked: Parameters<Equity['graduates']>[1]): Promise<Estimate> {
	return figureAt(await equity.teller.ask(equity.graduates(indicator, asked)));
}

/** Who is last of the groups with enough answers; several where that can't be told. */
function title(equity: Equity, { ranks, ranked }: Standing, cells: Answer): string {
	if (ranked < 2) return words.titleFew;
	const last = ranks.filter(({ worst }) => worst === ranked);
	const named = last.map(({ key }) => equity.group(...key));
	const [only] = last;
	if (only?.best === ranked) {
		const share = formatSaid(figureAt(cells, ...only.key), 'share');
		return words.titleLast(named.join(), share, ranked < cells.estimates.length);
	}
	const few = last.length < ranked && last.length <= mostNamed;
	return few ? words.titleSeveral(joinWords(named, shared.or)) : words.titleOpen;
}

function lead(equity: Equity, { residence, sex, beyond }: Gaps): string {
	const places = equity.byResidence.minus.map((code) => words.graduatesOf(equity.group(code)));
	return [
		pairSentence(places, residence),
		pairSentence(
			sexes.map((sex) => equity.group(sex)),
			sex
		),
		beyondSentence(equity, beyond)
	]
		.filter(Boolean)
		.map(capitalised)
		.join(' ');
}

/** One of two gaps that were chosen beforehand, at 95%. */
function pairSentence([a = '', b = '']: readonly string[], estimate: Estimate): string {
	const comparison = compare(estimate);
	if (comparison === 'unknown') return '';
	return comparison === 'unclear'
		? words.leadUnclear(a, b, said(estimate))
		: words.leadApart(a, b, { points: said(estimate), above: comparison === 'above' });
}

function beyondSentence(equity: Equity, beyond: Estimate): string {
	const group = equity.group('rural', 'F');
	const comparison = compare(beyond);
	if (comparison === 'unknown') return '';
	return comparison === 'unclear'
		? words.beyondUnclear(group, said(beyond))
		: words.beyondApart(group, { points: said(beyond), above: comparison === 'above' });
}

function said(estimate: Estimate): string {
	return formatSaid(estimate, 'points');
}
