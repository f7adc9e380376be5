import { isSayable } from '#lib/answers/standing.ts';
import type { Answer, Estimate } from '#lib/vocabulary/estimate.ts';
import type { Problem } from '#lib/vocabulary/problem.ts';
import type { Question } from '#lib/vocabulary/question.ts';
import { auditQuestion, type Asker, type Where } from './asker.ts';
import type { Candidate } from './candidates.ts';

/** What the survey says of a candidate, for whom the View keeps. Each figure opens to its Question. */
export interface Evidence {
	/** Workers short of at least one of its skills, each once. */
	readonly reach: Estimate;
	/** Gap index over its skills. */
	readonly need: Estimate;
	/** Skill-shortage vacancies of the sector: the same for all its candidates. */
	readonly scarcity: Estimate;
	/** Women minus men, and rural minus urban, in the share below the required level; absent under such a filter. */
	readonly genderGap?: Estimate;
	readonly residenceGap?: Estimate;
	/** Of the people short, the share of women and of rural residents; absent under such a filter. */
	readonly women?: Estimate;
	readonly rural?: Estimate;
	readonly questions: Readonly<Record<EvidencePart, Question>>;
	readonly answers: readonly Answer[];
	/** Why the candidate must not be put forward on this evidence; absent when it may. */
	readonly unfit?: 'unreliable' | 'not-available';
	readonly problem?: Problem;
}

export const evidenceParts = [
	...(['reach', 'need', 'scarcity', 'genderGap', 'residenceGap', 'women', 'rural'] as const)
] as const;
export type EvidencePart = (typeof evidenceParts)[number];

/**
 * The evidence on a candidate.
 * @param where what the View keeps; its sector is that of the candidate
 */
export async function gatherEvidence(
	candidate: Candidate,
	where: Where,
	asker: Asker
): Promise<Evidence> {
	const questions = questionsOf(candidate, where);
	const ask = (part: EvidencePart) => asker.ask(questions[part]);
	const reach = await ask('reach');
	const need = await ask('need');
	const scarcity = await ask('scarcity');
	const ofBoth = async (part: EvidencePart, dimension: string) =>
		where[dimension] === undefined ? await ask(part) : undefined;
	const genderGap = await ofBoth('genderGap', 'sex');
	const residenceGap = await ofBoth('residenceGap', 'residence');
	const women = await ofBoth('women', 'sex');
	const rural = await ofBoth('rural', 'residence');
	const others = [genderGap, residenceGap, women, rural].filter((one) => one !== undefined);
	const answers = [reach, need, scarcity, ...others];
	const problem = [reach, need].find((answer) => answer.problem)?.problem;
	const fit = isSayable(only(reach)) && isSayable(only(need));
	return {
		...{ reach: only(reach), need: only(need), scarcity: only(scarcity), questions, answers },
		...(genderGap ? { genderGap: only(genderGap) } : {}),
		...(residenceGap ? { residenceGap: only(residenceGap) } : {}),
		...(women ? { women: only(women) } : {}),
		...(rural ? { rural: only(rural) } : {}),
		...(problem ? { problem, unfit: 'not-available' } : fit ? {} : { unfit: 'unreliable' })
	};
}

function questionsOf(
	{ sector, skills }: Candidate,
	filters: Where
): Readonly<Record<EvidencePart, Question>> {
	const where = { ...filters, sector: [sector], skill: skills.map(({ skill }) => skill.id) };
	const gap = (dimension: string, minus: readonly [string, string]): Question => ({
		...auditQuestion('incidence', where),
		difference: { dimension, minus }
	});
	// Employers are not asked by gender, home, age or occupation of a vacancy: what they say is of the sector.
	const establishments = { sector: [sector], ...(filters.wave ? { wave: filters.wave } : {}) };
	return {
		reach: auditQuestion('people-short-any', where),
		need: auditQuestion('gap-index', where),
		scarcity: auditQuestion('skill-shortage-density', establishments),
		genderGap: gap('sex', ['F', 'M']),
		residenceGap: gap('residence', ['rural', 'urban']),
		women: auditQuestion('women-among-short-any', where),
		rural: auditQuestion('rural-among-short-any', where)
	};
}

/** The one estimate of an Answer without a split, or one that says that nobody was asked. */
function only({ estimates: [one] }: Answer): Estimate {
	return (
		one ?? {
			...{ key: [], n: 0, missing: 0, clusters: 0, sumWeights: 0, df: 0, value: null },
			...{ se: null, low: null, high: null, deff: null, quality: 'not-applicable' },
			reason: 'empty'
		}
	);
}
