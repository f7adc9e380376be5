import type { Standing } from '#lib/answers/standing.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import type { Answer } from '#lib/vocabulary/estimate.ts';
import { graduatesWork as words } from '#lib/vocabulary/messages/graduates-work.ts';
import { formatSaid } from '#lib/vocabulary/said.ts';
import { ordered, sayable, stands, type Graduates } from './graduates-subject.ts';
import { askOutcomes, outcomesFigure } from './outcomes.ts';

/** Work by field of study, the highest share in work first. */
export async function outcomesByField(graduates: Graduates): Promise<FigureModel> {
	const { teller } = graduates;
	const answers = await askOutcomes(graduates, ['field']);
	const inWork = answers.employment.field as Answer;
	const standing = await teller.standing(inWork.question);
	const wage = await teller.standing(graduates.question('wage-employment', ['field']));
	return outcomesFigure(graduates, answers, {
		id: 'work-by-field',
		finding: finding(graduates, inWork, standing),
		what: what(graduates, wage),
		caption: words.fieldCaption(graduates.wave),
		head: words.field,
		groups: ordered(inWork).map(({ key }) => ({
			...{ dimension: 'field', code: key.join(), role: 'attained' as const },
			name: graduates.label('field', key.join())
		}))
	});
}

function finding(graduates: Graduates, inWork: Answer, standing: Standing): string {
	const [only] = sayable(inWork);
	if (only && inWork.estimates.length === 1) {
		const share = formatSaid(only.estimate, 'share');
		return words.fieldOne(graduates.label('field', only.code), share);
	}
	const { top, ranked } = standing;
	if (ranked === 0) return words.fieldFew;
	if (ranked === 1) return words.fieldOnly(graduates.named('field', top));
	return stands(standing)
		? words.fieldTop(graduates.named('field', top))
		: words.fieldOpen(top.length);
}

function what(graduates: Graduates, wage: Standing): string {
	if (wage.ranked < 2) return words.outcomesWhat;
	const wageWords = stands(wage)
		? words.wageTop(graduates.named('field', wage.top))
		: words.wageOpen;
	return `${words.outcomesWhat} ${wageWords}`;
}
