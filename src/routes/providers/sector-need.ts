import { isSayable } from '#lib/answers/standing.ts';
import { auditQuestion } from '#lib/decisions/asker.ts';
import type { Answer, Estimate } from '#lib/vocabulary/estimate.ts';
import type { Question } from '#lib/vocabulary/question.ts';
import { figureAt, type Teller } from '../story/story.ts';
import type { FitSkill, SectorFit } from './fit.ts';

/** A skill that fits with the people short in it within reach. */
export interface SkillWithin {
	readonly fit: FitSkill;
	readonly people: Estimate;
	/** By district group of the learners; of every group that some skill reaches. */
	readonly byGroup: ReadonlyMap<string, Estimate>;
}

/** District groups that the same skills reach. */
interface Tier {
	readonly groups: readonly string[];
	readonly skills: readonly string[];
	/** People short of any of the skills, by district group. */
	readonly people: Answer;
}

/** What of a sector is short within reach of a provider. */
export interface SectorNeed {
	readonly sector: string;
	readonly fit: SectorFit;
	/** Most people short first. */
	readonly skills: readonly SkillWithin[];
	readonly tiers: readonly Tier[];
	/** People short of any skill that fits, in the district groups that all of them reach. */
	readonly all: Answer;
	/** The Question that ranks those of its skills that may be said; absent where they reach different groups. */
	readonly ranking?: Question;
	readonly answers: readonly Answer[];
}

const people = 'people-short';
const any = 'people-short-any';

/** Asks for the skills of a sector that fit, each among the people who can come to it. */
export async function sectorNeed(fit: SectorFit, teller: Teller): Promise<SectorNeed> {
	const { sector } = fit;
	const where = (skills: readonly string[], groups: readonly string[]) => ({
		...{ sector: [sector], skill: skills, district_group: groups }
	});
	const sets = groupedBy(fit.skills, ({ groups }) => groups.join());
	const questions = sets.map((set) =>
		auditQuestion(people, where(set.map(idOf), set[0]?.groups ?? []), 'skill')
	);
	const bySkill: Answer[] = [];
	for (const question of questions) bySkill.push(await teller.ask(question));
	const union = [...new Set(fit.skills.flatMap(({ groups }) => groups))];
	const ids = fit.skills.map(idOf);
	const cells = await teller.ask(
		auditQuestion(people, where(ids, union), 'skill', 'district_group')
	);
	const tiers: Tier[] = [];
	for (const groups of groupedBy(union, (group) => reaching(fit, group).join())) {
		const skills = reaching(fit, groups[0] ?? '');
		const asked = await teller.ask(auditQuestion(any, where(skills, groups), 'district_group'));
		tiers.push({ groups, skills, people: asked });
	}
	const common = union.filter((group) => reaching(fit, group).length === ids.length);
	const all = await teller.ask(auditQuestion(any, where(ids, common)));
	const skills = sets.flatMap((set, i) =>
		set.map((one): SkillWithin => {
			const answer = bySkill[i];
			const byGroup = new Map(union.map((group) => [group, figureAt(cells, idOf(one), group)]));
			return {
				fit: one,
				people: answer ? figureAt(answer, idOf(one)) : figureAt(all, ''),
				byGroup
			};
		})
	);
	const said = skills.filter((one) => isSayable(one.people)).map((one) => idOf(one.fit));
	const ranking = questions.find(({ where: asked }) =>
		said.every((id) => asked.skill?.includes(id))
	);
	return {
		...{ sector, fit, skills: mostFirst(skills), tiers, all },
		...(ranking ? { ranking } : {}),
		answers: [...bySkill, cells, ...tiers.map((tier) => tier.people), all]
	};
}

/** Whether anybody was asked within reach. */
export function isAsked({ skills }: SectorNeed): boolean {
	return skills.some(({ people: { n } }) => n > 0);
}

/** Those that a chart may draw first, by value; then the others. */
export function mostFirst<One extends { readonly people: Estimate }>(all: readonly One[]): One[] {
	const size = (one: One) => (isSayable(one.people) ? (one.people.value ?? 0) : -1);
	return all.toSorted((a, b) => size(b) - size(a));
}

function idOf({ skill }: FitSkill): string {
	return skill.id;
}

function reaching({ skills }: SectorFit, group: string): string[] {
	return skills.filter(({ groups }) => groups.includes(group)).map(idOf);
}

/** Items with the same key together, in the order in which keys first appear. */
function groupedBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] {
	const groups = new Map<string, Item[]>();
	for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
	return [...groups.values()];
}
