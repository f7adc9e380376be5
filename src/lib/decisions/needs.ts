import { isSayable } from '#lib/answers/standing.ts';
import type { Code, Skill } from '#lib/contracts/catalogue.ts';
import type { Answer, Estimate } from '#lib/vocabulary/estimate.ts';
import type { Problem } from '#lib/vocabulary/problem.ts';
import { auditQuestion, type Asker, type Where } from './asker.ts';
import { coShortagesOf } from './co-shortages.ts';
import { valueOfSkill, type CoShortages, type ShortSkill } from './bundle.ts';
import { proposedLevel } from './lqf.ts';
import { eligibility, stepOf, type Eligibility, type Step } from './need.ts';

/** A skill of a sector with what decides whether a course is aimed at it. */
export interface SkillNeed {
	readonly skill: Skill;
	readonly people: Estimate;
	readonly gapIndex: Estimate;
	readonly step: Step;
	readonly eligibility: Eligibility;
	/** Major groups of occupations → weighted people short, most first. */
	readonly occupations: ReadonlyMap<string, number>;
}

/** What a sector is short of: evidence for bundles, over everybody in the wave. */
export interface SectorNeeds {
	readonly sector: string;
	readonly skills: readonly SkillNeed[];
	readonly together: CoShortages;
	readonly answers: readonly Answer[];
}

/** The needs of a sector; a Problem where the published tables and DuckDB can't say. */
export async function findNeeds(
	sector: string,
	asker: Asker,
	wave: Where = {}
): Promise<SectorNeeds | Problem> {
	const where = { ...wave, sector: [sector] };
	const ask = (indicator: string, ...by: readonly string[]) =>
		asker.ask(auditQuestion(indicator, where, ...by));
	const people = await ask('people-short', 'skill');
	const shortfall = await ask('shortfall', 'skill');
	const gapIndex = await ask('gap-index', 'skill');
	const levels = await ask('people-short', 'skill', 'required_level', 'attained_level');
	const occupations = await ask('people-short', 'skill', 'occupation');
	const answers = [people, shortfall, gapIndex, levels, occupations];
	const found = answers.find(({ problem }) => problem)?.problem;
	if (found) return found;
	const planned = await asker.gather(auditQuestion('people-short', where, 'skill'));
	if ('code' in planned) return planned;
	const skills = asker.catalogue.skills.flatMap((skill): SkillNeed[] => {
		const counted = estimateOf(people, skill.id);
		const index = estimateOf(gapIndex, skill.id);
		if (!counted || !index || counted.n === 0) return [];
		const step = stepOf(levelWeights(levels, skill.id), skill);
		const short = estimateOf(shortfall, skill.id);
		const clear =
			isSayable(counted) && short !== undefined && isSayable(short) && (short.low ?? 0) > 0;
		return [
			{
				...{ skill, people: counted, gapIndex: index, step },
				eligibility: eligibility(clear, step, skill),
				occupations: peopleByOccupation(occupations, skill.id)
			}
		];
	});
	return { sector, skills, together: coShortagesOf(planned.cells), answers };
}

/** The needs as bundles are made of them. */
export function shortSkills({ skills }: SectorNeeds, majorGroups: readonly Code[]): ShortSkill[] {
	return skills.map(({ skill, people, gapIndex, step, eligibility: rule, occupations }) => {
		const [main] = occupations.keys();
		return {
			...{ id: skill.id, from: step.from, to: step.to, credits: step.credits, occupations },
			value: valueOfSkill(gapIndex.value ?? 0, people.value ?? 0),
			eligible: rule === 'eligible',
			level: main === undefined ? undefined : proposedLevel(skillLevelOf(main, majorGroups))
		};
	});
}

/** The ISCO-08 skill level of a major group; of those with several the lowest. */
function skillLevelOf(major: string, majorGroups: readonly Code[]): number {
	const listed = majorGroups.find(({ code }) => code === major)?.skill_level ?? '';
	return Math.min(...listed.split(',').map(Number));
}

function estimateOf({ estimates }: Answer, ...key: readonly string[]): Estimate | undefined {
	return estimates.find((one) => key.every((code, i) => one.key[i] === code));
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

function peopleByOccupation({ estimates }: Answer, skill: string): Map<string, number> {
	const found = estimates
		.filter(({ key, value }) => key[0] === skill && (value ?? 0) > 0)
		.map(({ key, value }) => [key[1] ?? '', value ?? 0] as const);
	return new Map(found.sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)));
}
