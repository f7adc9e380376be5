import type { FigureModel } from '#lib/charts/figure-model.ts';
import { labelOf } from '#lib/contracts/catalogue.ts';
import type { Answer } from '#lib/vocabulary/estimate.ts';
import { sector as words } from '#lib/vocabulary/messages/sector.ts';
import { story as shared } from '#lib/vocabulary/messages/story.ts';
import { inSentence } from '#lib/vocabulary/words.ts';
import { estimateTable, type EstimateLine } from '../../story/estimate-table.ts';
import { figureAt } from '../../story/story.ts';
import { label, type Grouping } from './grouping.ts';
import type { Subject } from './subject.ts';

/** The answers that a figure of groups is told with. */
export interface GroupAnswers {
	readonly overall: Answer;
	readonly bySkill: Answer;
	readonly apart: Answer;
	readonly apartBySkill: Answer;
	readonly order: readonly string[];
}

/** Every skill with each group's share and the difference of the pair. */
export function groupTable(
	subject: Subject,
	grouping: Grouping,
	answers: GroupAnswers
): FigureModel['table'] {
	const { overall, bySkill, apart, apartBySkill, order } = answers;
	const [a, b] = grouping.pair.map((code) => label(subject, grouping, code)) as [string, string];
	const groups = overall.estimates.map(({ key }) => key.join());
	const lines = (skill: string | undefined, name: string): EstimateLine[] => {
		const key = skill === undefined ? [] : [skill];
		const [shares, difference] = skill === undefined ? [overall, apart] : [bySkill, apartBySkill];
		return [
			...groups.map((group): EstimateLine => {
				const estimate = figureAt(shares, ...key, group);
				const labels = [name, label(subject, grouping, group)];
				return { id: `${name} ${group}`, labels, estimate, measure: 'share' };
			}),
			{
				id: `${name} difference`,
				labels: [name, words.differenceRow(a, inSentence(b))],
				estimate: figureAt(difference, ...key),
				measure: 'points'
			}
		];
	};
	const named = (skill: string): string => labelOf(subject.teller.catalogue, 'skill', skill);
	return estimateTable(
		[...lines(undefined, shared.all), ...order.flatMap((skill) => lines(skill, named(skill)))],
		{
			caption: words.groupsCaption(inSentence(grouping.head), subject.name, subject.wave),
			heads: [
				{ id: 'skill', label: shared.skill },
				{ id: grouping.dimension, label: grouping.head }
			],
			value: words.share
		}
	);
}
