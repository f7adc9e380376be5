import { isSayable } from '#lib/answers/standing.ts';
import type { Answer } from '#lib/vocabulary/estimate.ts';
import { policyBrief as words } from '#lib/vocabulary/messages/policy-brief.ts';
import { problems } from '#lib/vocabulary/messages/problems.ts';
import { story as shared } from '#lib/vocabulary/messages/story.ts';
import { formatCount, formatInText } from '#lib/vocabulary/numbers.ts';
import type { View } from '#lib/vocabulary/view.ts';
import { joinWords } from '#lib/vocabulary/words.ts';
import { residenceDimension, sectorInSentence, whom } from '../story/labels.ts';
import { figureAt, type Teller } from '../story/story.ts';
import type { Evidence } from './evidence.ts';
import { byPosition, byResidence, bySex, comparePair, type Compared } from './pair.ts';
import { pairFigure } from './pair-figure.ts';
import { Several } from './several.ts';

/** The evidence on several sectors: kinds of work, women and men, rural and urban workers within each. */
export async function evidenceOfSectors(
	codes: readonly string[],
	view: View,
	teller: Teller
): Promise<Evidence> {
	const several = new Several(codes, view, teller);
	const all = new Map<string, Answer>();
	for (const code of codes) all.set(code, await several.ask('incidence', code));
	const work = await comparePair(byPosition, several);
	const gender = await comparePair(bySex, several);
	const residence = await comparePair(byResidence(residenceDimension(view)), several);
	const vacancies = await several.teller.ask({
		...{ source: 'audit', indicator: 'skill-shortage-density', by: [] },
		where: { ...view.filters, sector: codes }
	});
	const figures = [work, clearest([gender, residence])].map((one) => pairFigure(one, several));
	const [first] = figures;
	const said = [gender, residence].flatMap(({ finding }) =>
		finding === undefined ? [] : [words.sentence(finding)]
	);
	const everywhere = work.above.length === codes.length;
	return {
		title: everywhere ? words.title : (first?.absence?.title ?? first?.finding ?? ''),
		lead: leadOf(all, teller),
		shown: shownOf(all, several),
		findings: [
			...(everywhere && work.finding !== undefined ? [words.sentence(work.finding)] : []),
			...said,
			...vacanciesOf(vacancies)
		],
		figures,
		answers: [...all.values(), ...gender.answers, ...residence.answers, vacancies]
	};
}

/** The one whose groups can be told apart in the most sectors, else the first that can be compared. */
function clearest(pairs: readonly [Compared, ...Compared[]]): Compared {
	const clear = ({ above, below }: Compared): number => above.length + below.length;
	const sorted = pairs.toSorted(
		(a, b) => clear(b) - clear(a) || Math.sign(b.comparisons) - Math.sign(a.comparisons)
	);
	return sorted[0] ?? pairs[0];
}

/** The share below the required level in each sector. */
function leadOf(all: ReadonlyMap<string, Answer>, { catalogue }: Teller): string {
	const named = [...all].map(([code, answer]) => ({
		name: sectorInSentence(catalogue, code),
		share: figureAt(answer)
	}));
	const known = named.filter(({ share }) => isSayable(share));
	const few = named.filter(({ share }) => !isSayable(share)).map(({ name }) => name);
	if (known.length === 0) return '';
	const parts = known.map(({ name, share }) => words.shareIn(formatInText(share, 'share'), name));
	return [
		words.shares(joinWords(parts)),
		...(few.length > 0 ? [words.shareFew(joinWords(few))] : [])
	].join(' ');
}

function shownOf(all: ReadonlyMap<string, Answer>, { view, teller, names, wave }: Several): string {
	const answers = [...all.values()];
	const found = answers.find(({ problem }) => problem)?.problem;
	if (found) return problems.sentence(found);
	const others = Object.entries(view.filters).filter(([id]) => id !== 'sector');
	const n = answers.reduce((sum, answer) => sum + figureAt(answer).n, 0);
	return shared.showing(
		whom({ filters: Object.fromEntries(others), choices: view.choices }, teller.catalogue),
		`${formatCount(n)} ${shared.workers}`,
		words.where(names, wave)
	);
}

/** Employers are not asked by gender or home: under such a filter nothing is said of vacancies. */
function vacanciesOf(answer: Answer): string[] {
	const share = figureAt(answer);
	return answer.problem || !isSayable(share)
		? []
		: [words.vacancies(formatInText(share, 'share'), formatCount(share.n))];
}
