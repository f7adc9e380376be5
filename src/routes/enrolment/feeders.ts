import type { Catalogue } from '#lib/contracts/catalogue.ts';

/** Which fields lead to the occupations of a target sector. */
export interface Feeder {
	readonly sector: string;
	/** How many occupation groups (ISCO-08 minor groups) the sector's skills belong to. */
	readonly groups: number;
	/** Field → labels of the occupation groups that it leads to. */
	readonly fields: Readonly<Record<string, readonly string[]>>;
}

/**
 * The fields that can feed each target sector: the occupations of its skills, their minor groups, and the
 * fields that the map of occupations and fields allows there (after Montt, OECD Working Paper 167, 2015).
 * Skills of every sector say nothing about one and are left out.
 * @param catalogue in full: that of the browser has neither the map nor the occupations of skills
 */
export function feedersOf({ site, skills, codeLists }: Catalogue): Feeder[] {
	const map = new Map((codeLists.occupation_field ?? []).map((entry) => [entry.code, entry]));
	return site.targetSectors.map(({ code: sector }) => {
		const occupations = skills
			.filter((skill) => skill.sectors.includes(sector))
			.flatMap((skill) => skill.occupations)
			.filter((code) => /^\d{4}$/.test(code));
		const groups = [...new Set(occupations.map((code) => code.slice(0, 3)))].sort();
		const fields: Record<string, string[]> = {};
		for (const group of groups) {
			const entry = map.get(group);
			const allowed = (entry?.fields_allowed ?? '').split(' ').filter(Boolean);
			for (const field of allowed) (fields[field] ??= []).push(entry?.label ?? group);
		}
		return { sector, groups: groups.length, fields };
	});
}
