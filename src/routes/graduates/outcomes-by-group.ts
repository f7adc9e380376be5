import { compare } from '#lib/answers/standing.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import type { Role } from '#lib/charts/roles.ts';
import { dimensions } from '#lib/indicators/dimensions.ts';
import { graduatesWork as words } from '#lib/vocabulary/messages/graduates-work.ts';
import { formatSaid } from '#lib/vocabulary/said.ts';
import { capitalised } from '#lib/vocabulary/words.ts';
import { roleOfResidence, roleOfSex } from '../story/labels.ts';
import { figureAt, isAsked } from '../story/story.ts';
import { isSaid, pairsOf, stands, type Graduates } from './graduates-subject.ts';
import { askOutcomes, outcomesFigure, type OutcomeGroup } from './outcomes.ts';

/** Work by gender, residence and level of education. */
export async function outcomesByGroup(graduates: Graduates): Promise<FigureModel> {
	const ids = ['sex', graduates.residence, 'isced_level'];
	const answers = await askOutcomes(graduates, ids);
	const levels = await graduates.teller.standing(graduates.question('employment', ['isced_level']));
	const groups = ids.flatMap((dimension) =>
		(answers.employment[dimension]?.estimates ?? [])
			.filter(isAsked)
			.map(({ key }, i): OutcomeGroup => ({
				...{ dimension, code: key.join(), name: graduates.label(dimension, key.join()) },
				role: roleOf(key.join()),
				...(i === 0 ? { heading: capitalised(dimensions[dimension]?.label ?? dimension) } : {})
			}))
	);
	const levelWords = stands(levels)
		? words.levelTop(graduates.named('isced_level', levels.top))
		: words.levelOpen;
	return outcomesFigure(graduates, answers, {
		id: 'work-by-group',
		finding: await finding(graduates),
		what: levels.ranked < 2 ? words.outcomesWhat : `${words.outcomesWhat} ${levelWords}`,
		caption: words.groupCaption(graduates.wave),
		head: words.group,
		groups
	});
}

function roleOf(code: string): Role {
	return roleOfSex[code] ?? roleOfResidence[code] ?? 'comparison';
}

/** The two comparisons chosen beforehand: women and men, rural and urban. */
async function finding(graduates: Graduates): Promise<string> {
	const clauses: string[] = [];
	for (const { dimension, minus } of pairsOf(graduates)) {
		const apart = await graduates.apart('employment', { dimension, minus });
		const [a, b] = minus.map((code) => graduates.group(dimension, code)) as [string, string];
		const comparison = compare(apart.estimates[0]);
		if (comparison === 'above') clauses.push(words.above(a, b));
		if (comparison === 'below') clauses.push(words.above(b, a));
		if (comparison === 'unclear') {
			clauses.push(clauses.length === 0 ? words.groupUnclear(a, b) : words.unclear(a, b));
		}
	}
	if (clauses.length > 0) return capitalised(clauses.join(words.clauses));
	const all = figureAt(await graduates.ask('employment'));
	return isSaid(all) ? words.groupOne(formatSaid(all, 'share'), graduates.people) : words.groupFew;
}
