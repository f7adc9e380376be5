import type { ProgrammeCluster } from './tracer-sample.ts';
import type { TracerParameters } from './parameters.ts';
import type { Random } from './random.ts';
import { clamped, rounded } from './whole-numbers.ts';

export interface Graduate {
	readonly programme: ProgrammeCluster;
	readonly wave: string;
	readonly cohort: string;
	readonly sex: string;
	readonly origin: string;
	readonly residence: string;
	/** What makes the graduates of a programme alike, per ten thousand of the chance of a job. */
	readonly effect: number;
}

export interface FirstJob {
	readonly months: number;
	readonly found: boolean;
}

/** Month by month until a first job or the survey, whichever comes first. */
export function firstJob(
	graduate: Graduate,
	parameters: TracerParameters,
	random: Random
): FirstJob {
	const { residence, sex, programme } = graduate;
	const observed = 12 * (Number(graduate.wave) - Number(graduate.cohort)) - 6 + random.below(7);
	if (random.perMille(parameters.before[residence] ?? 0)) return { months: 0, found: true };
	const field = parameters.fields[programme.field]?.hazard ?? 0;
	const women = sex === 'F' ? parameters.womenHazard : 0;
	const base = parameters.hazard[residence] ?? 0;
	// The field counts in proportion, so that a chance never turns negative in the country.
	const chance = clamped(base + rounded(base * field, 700) + women + graduate.effect, 80, 4000);
	for (let month = 1; month <= observed; month++) {
		if (random.below(10_000) < chance) return { months: month, found: true };
	}
	return { months: observed, found: false };
}

/** What the graduate does now. */
export function statusNow(
	graduate: Graduate,
	job: FirstJob,
	{ parameters, random }: { parameters: TracerParameters; random: Random }
): string {
	if (!job.found) return random.pick(parameters.statusWithoutJob);
	if (random.perMille(parameters.outside)) return random.pick(parameters.statusOutside);
	const seeking =
		(parameters.seeking[`${graduate.residence}-${graduate.sex}`] ?? 0) +
		(parameters.waveShift[graduate.wave] ?? 0) -
		rounded(parameters.fields[graduate.programme.field]?.hazard ?? 0, 4);
	if (random.perMille(clamped(seeking, 20, 900))) return 'seeking';
	return random.pick(parameters.statusEmployed[graduate.residence] ?? {});
}

const employed: readonly string[] = ['employee', 'own_account', 'employer', 'family', 'intern'];

export function isEmployed(status: string): boolean {
	return employed.includes(status);
}

export interface Job {
	readonly matched: boolean;
	readonly occupation: string;
	readonly sector: string;
	/** Maloti a month; null outside wage work. */
	readonly pay: number | null;
}

/** The job of a graduate in work. */
export function jobNow(
	graduate: Graduate,
	status: string,
	{ parameters, random }: { parameters: TracerParameters; random: Random }
): Job {
	const field = parameters.fields[graduate.programme.field];
	if (!field) throw new RangeError(`No parameters for field ${graduate.programme.field}`);
	const away = graduate.residence === 'rural' ? 70 : 0;
	const matched = random.perMille(field.matched - away);
	const occupation = random.pick(matched ? field.occupations : parameters.otherOccupations);
	return {
		matched,
		occupation,
		sector: random.pick(matched ? field.sectors : parameters.otherSectors),
		pay: status === 'employee' ? pay(graduate, occupation, { parameters, random }) : null
	};
}

/** Level times occupation, spread out by chance to both sides, to the nearest 50 maloti. */
function pay(
	graduate: Graduate,
	occupation: string,
	{ parameters, random }: { parameters: TracerParameters; random: Random }
): number {
	const level = parameters.pay[graduate.programme.level] ?? 0;
	const major = parameters.payByMajor[occupation.slice(0, 1)] ?? 100;
	const women = graduate.sex === 'F' ? parameters.payWomen : 100;
	const place = graduate.residence === 'rural' ? 90 : 100;
	const chance = 55 + random.below(46) + random.below(46) + (random.below(8) === 0 ? 45 : 0);
	const maloti = rounded(rounded(level * major * women, 10_000) * place * chance, 10_000);
	return Math.max(1200, 50 * rounded(maloti, 50));
}
