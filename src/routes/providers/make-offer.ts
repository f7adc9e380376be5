import type { Catalogue, Skill } from '#lib/contracts/catalogue.ts';
import type { Planning } from '#lib/contracts/planning.ts';
import type { Asker } from '#lib/decisions/asker.ts';
import { findCandidates } from '#lib/decisions/candidates.ts';
import type { Offer, OfferedCandidate } from './offer.ts';

/**
 * The candidates of every sector with the fields that can teach their skills, without their figures: those depend on
 * who is within reach.
 * @param asker with the catalogue in full: occupations of skills, and which fields fit them
 */
export async function makeOffer(asker: Asker, planning: Planning): Promise<Offer> {
	const { catalogue } = asker;
	const sectors: Record<string, readonly OfferedCandidate[]> = {};
	for (const { code } of catalogue.codeLists.sector ?? []) {
		const found = await findCandidates(code, asker, { courses: planning.courses });
		if ('code' in found || found.candidates.length === 0) continue;
		sectors[code] = found.candidates.map(({ id, level, skills }) => ({
			...{
				id,
				skills: skills.map(({ skill, step: { from, to } }) => ({ id: skill.id, from, to }))
			},
			...(level ? { level: { low: level.low, high: level.high } } : {})
		}));
	}
	const fields = fieldsOfSkills(catalogue);
	const taught = planning.providers.flatMap((provider) => provider.fields);
	const used = new Set([...Object.values(fields).flat(), ...taught]);
	return {
		...{ sectors, fields, providers: planning.providers, reach: planning.reach },
		fieldCodes: (catalogue.codeLists.field ?? [])
			.map(({ code }) => code)
			.filter((code) => used.has(code)),
		courses: planning.courses.map(({ id, title, skills, status, synthetic }) => ({
			...{ id, title, skills, status, synthetic }
		})),
		demand: catalogue.site.demandRisk
	};
}

/**
 * By skill the fields that the map of occupations and fields allows for one of its occupations (minor groups of
 * ISCO-08, after Montt, OECD Working Paper 167, 2015).
 */
function fieldsOfSkills({ skills, codeLists }: Catalogue): Record<string, string[]> {
	const allowed = new Map(
		(codeLists.occupation_field ?? []).map(({ code, fields_allowed: fields = '' }) => [
			code,
			fields
		])
	);
	const all = (codeLists.field ?? []).map(({ code }) => code);
	const fieldsOf = ({ occupations }: Skill): string[] | undefined => {
		const groups = occupations
			.filter((code) => /^\d{4}$/.test(code))
			.map((code) => code.slice(0, 3));
		const found = groups.flatMap((group) => allowed.get(group)?.split(' ').filter(Boolean) ?? []);
		if (groups.length === 0 || found.includes('any')) return undefined;
		return all.filter((code) => found.includes(code));
	};
	return Object.fromEntries(
		skills.flatMap((skill) => {
			const fields = fieldsOf(skill);
			return fields && fields.length > 0 ? [[skill.id, fields]] : [];
		})
	);
}
