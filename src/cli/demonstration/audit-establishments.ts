import type { Cell } from '#lib/exports/csv-text.ts';
import type { Density, Shares } from './parameters.ts';
import type { Random } from './random.ts';
import { clamped, rounded } from './whole-numbers.ts';

export const auditEstablishmentColumns = [
	'wave',
	'establishment',
	'sector',
	'district_group',
	'size_band',
	'staff',
	'staff_not_proficient',
	'vacancies',
	'hard_to_fill',
	'skill_shortage',
	'stratum',
	'cluster',
	'weight',
	'synthetic'
] as const;

/** Staff not proficient, vacancies, hard to fill and skill-shortage; null where not answered. */
export function employerCounts(
	employer: { readonly staff: number; readonly effect: number },
	settings: { readonly density: Density; readonly missing: Shares },
	random: Random
): Cell[] {
	const { density, missing } = settings;
	// Employers differ: the same effect that makes their workers alike, and some of their own.
	const percent = clamped(100 + rounded(employer.effect, 2) + random.around(60), 10, 220);
	const notProficient = random.count(employer.staff, rounded(density.notProficient * percent, 100));
	const vacancies = random.count(employer.staff, rounded(density.vacancies * percent, 100));
	const hardToFill = random.count(vacancies, density.hardToFill);
	const skillShortage = random.count(hardToFill, density.skillShortage);
	const counts = random.perMille(missing.vacancies ?? 0)
		? [null, null, null]
		: [vacancies, hardToFill, skillShortage];
	return [random.perMille(missing.notProficient ?? 0) ? null : notProficient, ...counts];
}
