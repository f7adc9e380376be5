import type { FigureModel } from '#lib/charts/figure-model.ts';
import type { Survey } from '#lib/contracts/catalogue.ts';
import { indicators } from '#lib/indicators/declared.ts';
import { isPast } from '#lib/vocabulary/dates.ts';
import { graduates as shared } from '#lib/vocabulary/messages/graduates.ts';
import { graduatesCourses as words } from '#lib/vocabulary/messages/graduates-courses.ts';
import type { View } from '#lib/vocabulary/view.ts';
import { inSentence } from '#lib/vocabulary/words.ts';
import { whom } from '../../story/labels.ts';
import type { Teller } from '../../story/story.ts';
import { Graduates, source, surveysOf } from '../graduates-subject.ts';
import type { Waves } from './wave-changes.ts';
import { wavesFigure } from './waves-figure.ts';

/** What changed between two waves under a View, as plain data. */
export interface WavesStory {
	readonly title: string;
	readonly lead: string;
	readonly shown: string;
	readonly figures: readonly FigureModel[];
}

export async function tellWaves(view: View, teller: Teller): Promise<WavesStory> {
	const graduates = await Graduates.open(view, teller);
	const [before, last] = pairOf(teller);
	const due = last?.nextWaveDue ?? before?.nextWaveDue ?? '';
	const next = due === '' ? '' : words.waveNext(due, isPast(due));
	const people = whom(view, teller.catalogue, shared.people);
	if (!before || !last) {
		return { title: words.waveSingle, lead: next, shown: words.waveShown(people), figures: [] };
	}
	const waves = { to: last.wave, from: before.wave };
	if (!last.comparableWith.includes(before.wave)) {
		const { wavesSideBySide } = await import('./side-by-side.ts');
		return { ...(await wavesSideBySide(graduates)), shown: words.waveShownAll(people) };
	}
	const { title, figure } = await wavesFigure(graduates, waves);
	return {
		title,
		lead: `${await comparability(teller, waves)} ${next}`,
		shown: words.waveShown(people),
		figures: [figure]
	};
}

/** The last two waves; of an own survey it and the one before, or the one after where it is the first. */
function pairOf(teller: Teller): Survey[] {
	const waves = surveysOf(teller);
	if (!teller.own) return waves.slice(-2);
	const at = waves.findIndex(({ wave }) => wave === teller.catalogue.site.default.wave);
	return at <= 0 ? waves.slice(0, 2) : waves.slice(at - 1, at + 1);
}

/** What the data declare of the two waves; what was asked otherwise is named with the reason. */
async function comparability(teller: Teller, { to, from }: Waves): Promise<string> {
	const minus = [to, from] as const;
	const asked = { source, by: [], where: {}, difference: { dimension: 'wave', minus } };
	const broken = await teller.ask({ ...asked, indicator: 'barrier' });
	const said = teller.own ? words.waveDeclared(to, from) : words.waveComparable(to, from);
	const why = broken.problem?.code === 'not-comparable' ? broken.problem.details.why : undefined;
	const label = inSentence(indicators.barrier?.label ?? '');
	return why === undefined ? said : `${said} ${words.waveBreak(label, `${why}`)}`;
}
