import { isSayable } from '#lib/answers/standing.ts';
import type { Skill } from '#lib/contracts/catalogue.ts';
import { eligibility, stepOf, type Eligibility, type Step } from '#lib/decisions/need.ts';
import type { RankRange } from '#lib/survey/rank.ts';
import type { Answer, Estimate } from '#lib/vocabulary/estimate.ts';
import type { Question } from '#lib/vocabulary/question.ts';
import type { View } from '#lib/vocabulary/view.ts';
import { figureAt, type Teller } from '../story/story.ts';

/** A skill of a sector, with all that decides whether a course is aimed at it. */
export interface Candidate {
	readonly skill: Skill;
	readonly people: Estimate;
	/** Share of women among the people short; absent where the View keeps a gender. */
	readonly women?: Estimate;
	/** Share of rural residents; absent where the View keeps some residences. */
	readonly rural?: Estimate;
	readonly step: Step;
	readonly eligibility: Eligibility;
	/** Ranks among the eligible; absent for the others. */
	readonly ranks?: RankRange;
}

export interface SectorCandidates {
	readonly sector: string;
	/** By people short, most first. */
	readonly eligible: readonly Candidate[];
	readonly others: readonly Candidate[];
	/** Skills that can't be told apart from the first. */
	readonly top: readonly string[];
	readonly answers: readonly Answer[];
}

/** The skills of a sector, the eligible ones in order of people short with the ranks each may have. */
export async function sectorCandidates(
	sector: string,
	view: View,
	teller: Teller
): Promise<SectorCandidates> {
	const question = (indicator: string, ...by: readonly string[]): Question => ({
		...{ source: 'audit', indicator, by },
		where: { ...view.filters, sector: [sector] }
	});
	const people = await teller.ask(question('people-short', 'skill'));
	const shortfall = await teller.ask(question('shortfall', 'skill'));
	const { sex, residence } = view.filters;
	const women = sex ? undefined : await teller.ask(question('women-among-short', 'skill'));
	const rural = residence ? undefined : await teller.ask(question('rural-among-short', 'skill'));
	const levels = await teller.ask(
		question('people-short', 'skill', 'required_level', 'attained_level')
	);
	const candidates = teller.catalogue.skills.flatMap((skill): Candidate[] => {
		const counted = figureAt(people, skill.id);
		if (counted.n === 0) return [];
		const step = stepOf(levelWeights(levels, skill.id), skill);
		const clear = isClear(counted, figureAt(shortfall, skill.id));
		return [
			{
				...{ skill, people: counted, step },
				...(women ? { women: figureAt(women, skill.id) } : {}),
				...(rural ? { rural: figureAt(rural, skill.id) } : {}),
				eligibility: eligibility(clear, step, skill)
			}
		];
	});
	const eligible = candidates.filter((one) => one.eligibility === 'eligible');
	const ids = eligible.map(({ skill }) => skill.id);
	const { ranks, top } = await teller.standing(question('people-short', 'skill'), ids);
	return {
		sector,
		eligible: eligible
			.map((one) => withRanks(one, ranks))
			.toSorted((a, b) => (b.people.value ?? 0) - (a.people.value ?? 0)),
		others: candidates.filter((one) => one.eligibility !== 'eligible'),
		top: top.map((key) => key.join()),
		answers: [people, shortfall, levels, ...(women ? [women] : []), ...(rural ? [rural] : [])]
	};
}

/** A reliable shortfall whose interval lies above zero, and a reliable count. */
function isClear(people: Estimate, shortfall: Estimate): boolean {
	return isSayable(people) && isSayable(shortfall) && shortfall.low !== null && shortfall.low > 0;
}

function withRanks(candidate: Candidate, ranks: readonly RankRange[]): Candidate {
	const range = ranks.find(({ key }) => key.join() === candidate.skill.id);
	return range ? { ...candidate, ranks: range } : candidate;
}

function levelWeights({ estimates }: Answer, skill: string) {
	return estimates
		.filter(({ key, value }) => key[0] === skill && (value ?? 0) > 0)
		.map(({ key, value }) => ({
			required: Number(key[1]),
			attained: Number(key[2]),
			weight: value ?? 0
		}));
}
