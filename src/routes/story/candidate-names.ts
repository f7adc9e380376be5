import type { Catalogue, Skill } from '#lib/contracts/catalogue.ts';
import { candidateWords as words } from '#lib/vocabulary/messages/credentials-names.ts';
import { sectorInSentence } from './labels.ts';

/** A candidate, as far as its name needs it. */
interface Named {
	readonly id: string;
	readonly sector: string;
	readonly skills: readonly { readonly skill: Pick<Skill, 'label'> }[];
}

/** A candidate by its skills: the first, and how many more. */
export function candidateName({ skills: [first, ...others] }: Pick<Named, 'skills'>): string {
	return words.name(first?.skill.label ?? '', others.length);
}

/** The names of a list by id; those that two of them share have the sector behind. */
export function candidateNames(
	candidates: readonly Named[],
	catalogue: Catalogue
): ReadonlyMap<string, string> {
	const names = candidates.map(candidateName);
	return new Map(
		candidates.map(({ id, sector }, i) => {
			const name = names[i] ?? '';
			const shared = names.filter((other) => other === name).length > 1;
			return [id, shared ? words.ofSector(name, sectorInSentence(catalogue, sector)) : name];
		})
	);
}
