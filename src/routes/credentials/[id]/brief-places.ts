import { isSayable } from '#lib/answers/standing.ts';
import { labelOf } from '#lib/contracts/catalogue.ts';
import { auditQuestion, type Asker, type Where } from '#lib/decisions/asker.ts';
import type { Candidate } from '#lib/decisions/candidates.ts';
import type { Estimate } from '#lib/vocabulary/estimate.ts';
import type { Question } from '#lib/vocabulary/question.ts';

/** People short of a skill of the course, by district group. */
export interface ShortByPlace {
	readonly question: Question;
	/** Those that enough answers count; of one place alone the figure is that of everybody. */
	readonly counted: readonly { readonly label: string; readonly people: Estimate }[];
	/** District groups with somebody rated, but too few to say of how many, or whether of any. */
	readonly few: readonly string[];
}

export async function shortByPlace(
	{ sector, skills }: Candidate,
	{ asker, where }: { readonly asker: Asker; readonly where: Where }
): Promise<ShortByPlace> {
	const skill = skills.map((need) => need.skill.id);
	const asked = { ...where, sector: [sector], skill };
	const answer = await asker.ask(auditQuestion('people-short-any', asked, 'district_group'));
	const label = ({ key }: Estimate) => labelOf(asker.catalogue, 'district_group', key.join());
	const rated = answer.estimates.filter(({ n }) => n > 0);
	const sure = rated.filter((one) => isSayable(one) && (one.low ?? 0) > 0);
	return {
		question: answer.question,
		counted: sure.map((people) => ({ label: label(people), people })),
		few: rated.filter((one) => !sure.includes(one)).map(label)
	};
}
