import { clearDifferences, compare, isSayable } from '#lib/answers/standing.ts';
import type { ChartMark, ChartRow } from '#lib/charts/chart-row.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import { scaleOver } from '#lib/charts/scale.ts';
import { labelOf } from '#lib/contracts/catalogue.ts';
import type { Answer, Estimate } from '#lib/vocabulary/estimate.ts';
import { sector as words } from '#lib/vocabulary/messages/sector.ts';
import { story as shared } from '#lib/vocabulary/messages/story.ts';
import { describe } from '#lib/vocabulary/numbers.ts';
import { formatSaid } from '#lib/vocabulary/said.ts';
import { capitalised, inSentence, joinWords } from '#lib/vocabulary/words.ts';
import { skillInSentence } from '../../story/labels.ts';
import { absenceOf, definitionOf, drawn, figureAt } from '../../story/story.ts';
import { groupTable, type GroupAnswers } from './group-table.ts';
import { groupWords, label, pairWords, type Grouping } from './grouping.ts';
import type { Subject } from './subject.ts';

/** How many skills a chart of groups shows; its table has all. */
const shownSkills = 8;

/** Share below the required level for each group: all skills together, then the skills with the largest gaps. */
export async function groupFigure(
	subject: Subject,
	grouping: Grouping,
	order: readonly string[]
): Promise<FigureModel> {
	const { teller } = subject;
	const answers = await askGroups(subject, grouping, order);
	const { overall, bySkill } = answers;
	const groups = overall.estimates.map(({ key }) => key.join());
	const rows = [
		groupRow(subject, grouping, {
			name: shared.all,
			estimates: groups.map((group) => figureAt(overall, group))
		}),
		...order.slice(0, shownSkills).map((skill) =>
			groupRow(subject, grouping, {
				name: labelOf(teller.catalogue, 'skill', skill),
				estimates: groups.map((group) => figureAt(bySkill, skill, group))
			})
		)
	];
	const absence = absenceOf([overall]);
	return {
		id: grouping.id,
		finding: finding(subject, grouping, answers),
		what: what(subject, grouping, answers),
		keyItems: [
			...groups.map((group) => ({
				text: label(subject, grouping, group),
				form: 'mark' as const,
				role: grouping.roles[group] ?? ('comparison' as const)
			})),
			{ text: shared.keyInterval },
			{ text: shared.keyHollow, form: 'hollow' }
		],
		source: subject.source,
		measure: 'share',
		scale: scaleOver([...overall.estimates, ...bySkill.estimates], 'share'),
		plot: { kind: 'paired', rows, label: words.groupsLabel },
		table: groupTable(subject, grouping, answers),
		computed: teller.computed([bySkill, overall, answers.apart, answers.apartBySkill]),
		...(absence ? { absence } : {})
	};
}

async function askGroups(
	subject: Subject,
	{ dimension, pair }: Grouping,
	order: readonly string[]
): Promise<GroupAnswers> {
	const difference = { dimension, minus: pair };
	const apart = (by: readonly string[]) =>
		subject.teller.ask(subject.question('incidence', by, difference));
	return {
		overall: await subject.ask('incidence', dimension),
		bySkill: await subject.ask('incidence', 'skill', dimension),
		apart: await apart([]),
		apartBySkill: await apart(['skill']),
		order
	};
}

function what(subject: Subject, grouping: Grouping, answers: GroupAnswers): string {
	const shown = Math.min(shownSkills, answers.order.length);
	const said = words.groupsWhat(definitionOf('incidence'), shown);
	return answers.overall.estimates.length > 1
		? `${said} ${skillsApart(subject, grouping, answers.apartBySkill)}`
		: said;
}

function finding(subject: Subject, grouping: Grouping, { overall, apart }: GroupAnswers): string {
	const only = onlyGroup(subject, grouping, overall);
	if (only) return only;
	const [a, b] = pairWords(subject, grouping);
	const comparison = compare(apart.estimates[0]);
	if (comparison === 'unknown') return words.groupsFew(a, b);
	if (comparison === 'unclear') return words.groupsUnclear(a, b);
	const [one, other] = grouping.pair.map((code) =>
		formatSaid(figureAt(overall, code), 'share')
	) as [string, string];
	return comparison === 'above'
		? words.groupsAbove(a, b, words.against(one, other))
		: words.groupsAbove(b, a, words.against(other, one));
}

/** The title when the filters leave a single group. */
function onlyGroup(subject: Subject, grouping: Grouping, overall: Answer): string | undefined {
	const [one, ...others] = overall.estimates;
	if (!one || others.length > 0) return undefined;
	const group = capitalised(groupWords(subject, grouping, one.key.join()));
	return isSayable(one)
		? words.groupsOnly(group, formatSaid(one, 'share'))
		: words.groupsOnlyFew(group);
}

/** The skills in which the pair can be told apart, each compared at a level corrected for their number. */
function skillsApart(subject: Subject, grouping: Grouping, apart: Answer): string {
	const [a, b] = pairWords(subject, grouping);
	const clear = clearDifferences(apart);
	const comparisons = apart.estimates.filter(isSayable).length;
	if (comparisons === 0) return words.groupsSkillsFew;
	const named = (keys: readonly string[]): string =>
		joinWords(keys.map((key) => skillInSentence(subject.teller.catalogue, key)));
	const said = [
		clear.above.length > 0 ? words.groupsSkills(a, named(clear.above)) : '',
		clear.below.length > 0 ? words.groupsSkills(b, named(clear.below)) : ''
	].filter(Boolean);
	const found = said.length > 0 ? joinWords(said) : words.groupsNoSkill;
	return words.groupsTogether(found, comparisons);
}

function groupRow(
	subject: Subject,
	grouping: Grouping,
	{ name, estimates }: { name: string; estimates: readonly Estimate[] }
): ChartRow {
	const marks = estimates.map((estimate): ChartMark => {
		const role = grouping.roles[estimate.key.at(-1) ?? ''] ?? 'comparison';
		return { role, figure: drawn(estimate) };
	});
	const sentence = describe(
		name,
		estimates.map((figure) => ({
			label: inSentence(label(subject, grouping, figure.key.at(-1) ?? '')),
			figure,
			measure: 'share'
		}))
	);
	return { id: name, name, marks, sentence };
}
