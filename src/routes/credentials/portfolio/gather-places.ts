import { isSayable } from '#lib/answers/standing.ts';
import { auditQuestion, type Asker, type Where } from '#lib/decisions/asker.ts';
import type { Candidate } from '#lib/decisions/candidates.ts';
import type { Answer, Estimate } from '#lib/vocabulary/estimate.ts';
import type { Problem } from '#lib/vocabulary/problem.ts';

/** A course with the people short in each district group. */
export interface CoursePlaces {
	readonly candidate: Candidate;
	/** Levels of the shortfall that a learner makes up in all of its skills together, on average. */
	readonly levels: number;
	readonly places: readonly Place[];
	readonly answers: readonly Answer[];
}

export interface Place {
	readonly group: string;
	/** Workers short of at least one of its skills, each once. */
	readonly people: Estimate;
	/** Absent where too few answered to say it, here and in the sector as a whole. */
	readonly women?: Share;
	readonly rural?: Share;
}

/** A share of the people short, 0 to 1. */
export interface Share {
	readonly value: number;
	/** That of all district groups, as too few answered in this one. */
	readonly wider: boolean;
}

/**
 * Whom a course could take, by district group.
 * @param where what the View keeps, without the sector
 */
export async function gatherPlaces(
	candidate: Candidate,
	where: Where,
	asker: Asker
): Promise<CoursePlaces | Problem> {
	const skill = candidate.skills.map((need) => need.skill.id);
	const own = { ...where, sector: [candidate.sector], skill };
	const all = { ...(where.wave ? { wave: where.wave } : {}), sector: [candidate.sector], skill };
	const people = await asker.ask(auditQuestion('people-short-any', own, 'district_group'));
	const everybody = await asker.ask(auditQuestion('people-short-any', all));
	const women = await sharesOf({ indicator: 'women-among-short-any', own, asker }, ['sex', 'F']);
	const rural = await sharesOf({ indicator: 'rural-among-short-any', own, asker }, [
		'residence',
		'rural'
	]);
	const answers = [people, everybody, ...women.answers, ...rural.answers];
	const problem = answers.find((answer) => answer.problem)?.problem;
	if (problem) return problem;
	const places = people.estimates
		// What is withheld has no number, and is told as withheld.
		.filter(({ n, quality }) => n > 0 || quality === 'suppressed')
		.map((estimate): Place => {
			const group = estimate.key.join();
			const [ofWomen, ofRural] = [women.at(group), rural.at(group)];
			return {
				...{ group, people: estimate },
				...(ofWomen ? { women: ofWomen } : {}),
				...(ofRural ? { rural: ofRural } : {})
			};
		});
	return { candidate, levels: levelsOf(candidate, everybody), places, answers };
}

/** Σ people short of a skill × levels that the course leads up in it, over the people short of any. */
function levelsOf({ skills }: Candidate, { estimates: [all] }: Answer): number {
	const levels = skills.reduce(
		(sum, { people, step }) => sum + (people.value ?? 0) * (step.to - step.from),
		0
	);
	return (all?.value ?? 0) > 0 ? levels / (all?.value ?? 1) : 1;
}

interface Asked {
	readonly indicator: string;
	readonly own: Where;
	readonly asker: Asker;
}

interface Shares {
	readonly answers: readonly Answer[];
	at(group: string): Share | undefined;
}

/** Shares by district group; a filter may have decided them already. */
async function sharesOf(
	{ indicator, own, asker }: Asked,
	[dimension, code]: readonly [string, string]
): Promise<Shares> {
	const kept = own[dimension];
	if (kept && (kept.length === 1 || !kept.includes(code))) {
		const value = kept.includes(code) ? 1 : 0;
		return { answers: [], at: () => ({ value, wider: false }) };
	}
	const here = await asker.ask(auditQuestion(indicator, own, 'district_group'));
	const wider = await asker.ask(auditQuestion(indicator, own));
	return {
		answers: [here, wider],
		at: (group) => {
			const found = here.estimates.find(({ key }) => key.join() === group);
			return shareOf(found, false) ?? shareOf(wider.estimates[0], true);
		}
	};
}

function shareOf(estimate: Estimate | undefined, wider: boolean): Share | undefined {
	if (!estimate || estimate.value === null || !isSayable(estimate)) return undefined;
	return { value: Math.min(1, Math.max(0, estimate.value)), wider };
}
