import { isSayable } from '#lib/answers/standing.ts';
import type { ChartTable } from '#lib/charts/chart-table.ts';
import type { Absence, FigureModel } from '#lib/charts/figure-model.ts';
import type { Answer, Estimate } from '#lib/vocabulary/estimate.ts';
import { credentials } from '#lib/vocabulary/messages/credentials.ts';
import { policyBrief as words } from '#lib/vocabulary/messages/policy-brief.ts';
import { formatCount } from '#lib/vocabulary/numbers.ts';
import type { View } from '#lib/vocabulary/view.ts';
import { joinWords } from '#lib/vocabulary/words.ts';
import { absenceOfOrder } from '../credentials/absence.ts';
import { settingsOf, type Settings } from '../credentials/choices.ts';
import { withCare } from '../credentials/facts.ts';
import { findingOf } from '../credentials/findings.ts';
import { gatherFor } from '../credentials/gathered.ts';
import { orderOf, type Order, type Ranked } from '../credentials/order.ts';
import type { Teller } from '../story/story.ts';
import { courseTable } from './course-table.ts';
import type { Ground } from './ground.ts';
import { weightsInWords } from './method.ts';
import { rankFigure } from './rank-figure.ts';

/** How many courses the chart draws and the table prints. */
const shownCourses = 5;

/** The courses of a View: their order in words, drawn, and as a table. */
export interface Courses {
	readonly order: Order;
	readonly settings: Settings;
	/** What the order says and whom the first course would reach, in one paragraph; empty without courses. */
	readonly finding: string;
	readonly figure: FigureModel;
	/** The first of them; absent where there are none. */
	readonly table?: ChartTable;
	/** What `finding` rests on. */
	readonly answers: readonly Answer[];
}

/** What is said of the View wherever courses are named. */
export interface AboutCourses {
	readonly view: View;
	/** Its sectors in words. */
	readonly sectors: string;
	readonly wave: string;
}

/** The courses of the View's sectors, or of those put first, in the order of its weights. */
export async function tellCourses(
	{ view, sectors, wave }: AboutCourses,
	teller: Teller,
	{ supply }: Ground
): Promise<Courses> {
	const { catalogue } = teller;
	const gathered = await gatherFor(view, teller, supply);
	const settings = settingsOf(view);
	const order = orderOf(gathered, settings, { catalogue, supply });
	const absence = ownWords(absenceOfOrder(order, gathered, settings));
	const { ranked } = order;
	const weights = weightsInWords(order, settings);
	const drawn = ranked.slice(0, shownCourses);
	const about = { sectors, wave, of: ranked.length, demand: supply.demand };
	return {
		...{ order, settings, finding: findingOfCourses(ranked) },
		figure: {
			...rankFigure({ ranked, shown: shownCourses, weights, wave, absence }, catalogue),
			table: courseTable(drawn, catalogue, about),
			computed: computedOf(drawn.length > 0 ? drawn.flatMap(answersOf) : gathered.answers, teller)
		},
		answers: drawn.slice(0, 1).flatMap(answersOf),
		...(ranked.length > 0
			? { table: courseTable(drawn, catalogue, { ...about, short: true }) }
			: {})
	};
}

/** The page of courses points to what it lists below; a sheet lists none. */
function ownWords(absence: Absence | undefined): Absence | undefined {
	return absence?.sentence === credentials.absent.few
		? { ...absence, sentence: words.few }
		: absence;
}

function answersOf({ evidence }: Ranked): readonly Answer[] {
	return evidence.answers;
}

/** The Questions of several answers, each once. */
export function computedOf(answers: readonly Answer[], teller: Teller): FigureModel['computed'] {
	const { questions, method } = teller.computed(answers);
	return { questions: [...new Set(questions)], method };
}

/** What the order says, and whom the course in the first place is for. */
function findingOfCourses(ranked: readonly Ranked[]): string {
	const [first] = ranked;
	if (!first) return '';
	const { finding } = findingOf(ranked);
	const { reach, women, rural } = first.evidence;
	const share = (one: Estimate | undefined, say: (text: string) => string): string[] =>
		one && isSayable(one) ? [say(withCare(one, 'share'))] : [];
	const shares = [...share(women, words.women), ...share(rural, words.rural)];
	const named = ranked.filter(({ name }) => finding.includes(`“${name}”`));
	const course = named.length === 1 && named[0] === first ? '' : first.name;
	const whom = words.reach(course, withCare(reach, 'count'), formatCount(reach.n));
	return [finding, shares.length > 0 ? words.ofWhom(whom, joinWords(shares)) : whom]
		.map(words.sentence)
		.join(' ');
}
