import type { Planning, ShortCourse } from '#lib/contracts/planning.ts';
import type { Problem } from '#lib/vocabulary/problem.ts';
import type { Asker, Where } from './asker.ts';
import { bundleSkills, type Bundle } from './bundle.ts';
import { candidateIds } from './candidate-id.ts';
import type { LevelRange } from './lqf.ts';
import { findNeeds, shortSkills, type SectorNeeds, type SkillNeed } from './needs.ts';
import { creditsOf } from './volume.ts';

/** A micro-credential that the evidence suggests: skills that are short together, as one course. */
export interface Candidate {
	/** Made of what it contains, so that the same course keeps its address. */
	readonly id: string;
	readonly sector: string;
	/** The skill of the highest value first. */
	readonly skills: readonly SkillNeed[];
	readonly hours: number;
	readonly credits: number;
	/** Calendar weeks at most, that of the longest skill. */
	readonly weeks: number;
	/** Proposed, never granted. */
	readonly level: LevelRange | undefined;
	/** Major groups of occupations that are short in all of its skills. */
	readonly occupations: readonly string[];
	readonly needsPower: boolean;
	/** Existing short courses that teach one of its skills. */
	readonly overlaps: readonly ShortCourse[];
}

export interface SectorCandidates {
	readonly sector: string;
	readonly needs: SectorNeeds;
	readonly candidates: readonly Candidate[];
}

/**
 * The candidates of a sector, from everybody in the wave: filters change the evidence about a candidate, never
 * which candidates there are. Nor does what is withheld when figures leave the device: a course rests on sayable
 * figures alone, which are of more people than that.
 */
export async function findCandidates(
	sector: string,
	asker: Asker,
	{ courses, wave }: { readonly courses: Planning['courses']; readonly wave?: Where }
): Promise<SectorCandidates | Problem> {
	const needs = await findNeeds(sector, asker.whole ?? asker, wave);
	if ('code' in needs) return needs;
	const majorGroups = asker.catalogue.codeLists.major_group ?? [];
	const bundles = bundleSkills(shortSkills(needs, majorGroups), needs.together);
	const byId = new Map(needs.skills.map((need) => [need.skill.id, need]));
	const ids = candidateIds(
		bundles.map(({ skills }) => ({
			sector,
			skills: skills.map(({ id, from, to }) => ({ id, from, to }))
		}))
	);
	const candidates = bundles.map((bundle, i) =>
		candidateOf(bundle, { id: ids[i] ?? '', sector, byId, courses })
	);
	return { sector, needs, candidates };
}

interface Context {
	readonly id: string;
	readonly sector: string;
	readonly byId: ReadonlyMap<string, SkillNeed>;
	readonly courses: Planning['courses'];
}

function candidateOf(bundle: Bundle, { id, sector, byId, courses }: Context): Candidate {
	const skills = bundle.skills.flatMap((one) => byId.get(one.id) ?? []);
	const hours = skills.reduce((sum, { step }) => sum + step.hours, 0);
	return {
		...{ id, sector, skills, hours, credits: creditsOf(hours) },
		weeks: Math.max(0, ...skills.map(({ skill }) => skill.maxWeeks)),
		level: bundle.level,
		occupations: bundle.occupations,
		needsPower: skills.some(({ skill }) => skill.needsPower),
		overlaps: courses.filter((course) =>
			skills.some(({ skill }) => course.skills.includes(skill.id))
		)
	};
}
