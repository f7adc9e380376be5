import type { AuditParameters, BandParameters, SectorParameters } from './parameters.ts';
import type { Random } from './random.ts';
import { allocated, clamped, rounded } from './whole-numbers.ts';

/** An establishment that answered. Weights are whole thousandths. */
export interface Establishment {
	readonly sector: string;
	readonly districtGroup: string;
	readonly sizeBand: string;
	readonly staff: number;
	/** How much likelier its workers are to be short of a skill, per mille: what makes clusters alike. */
	readonly effect: number;
}

/** A stratum of establishments with those that answered. */
export interface SampledStratum {
	readonly id: string;
	readonly population: number;
	readonly sampled: number;
	readonly ineligible: number;
	readonly establishments: readonly Establishment[];
	/** Thousandths; the same for all of the stratum. */
	readonly weight: number;
	/** Workers of the stratum in the frame, to which the workers' weights are calibrated. */
	readonly workers: number;
	readonly workersPerEstablishment: number;
}

/** The establishments of one sector, stratified by size and, where asked, by district group. */
export function sampledStrata(
	sector: string,
	parameters: AuditParameters,
	random: Random
): SampledStratum[] {
	const settings = parameters.sectors[sector];
	if (!settings) throw new RangeError(`No parameters for sector ${sector}`);
	return plannedStrata(sector, settings).map((plan) => {
		const outcome = fieldwork(plan, parameters, random);
		const establishments = Array.from({ length: outcome.answered }, () =>
			establishment(plan, parameters, random)
		);
		const eligible = plan.sampled - outcome.ineligible;
		const weight = rounded(plan.population * 1000 * eligible, plan.sampled * outcome.answered);
		return {
			id: plan.id,
			population: plan.population,
			sampled: plan.sampled,
			ineligible: outcome.ineligible,
			establishments,
			weight,
			workers: plan.workers,
			workersPerEstablishment: plan.band.workers
		};
	});
}

interface Plan {
	readonly id: string;
	readonly sector: string;
	readonly sizeBand: string;
	readonly band: BandParameters;
	readonly districtGroup: string | undefined;
	readonly districtGroups: Readonly<Record<string, number>>;
	readonly population: number;
	readonly sampled: number;
	readonly workers: number;
}

function plannedStrata(sector: string, settings: SectorParameters): Plan[] {
	const { bands, districtGroups } = settings;
	const sizes = Object.keys(bands);
	const workers = allocated(
		settings.jobs,
		sizes.map((size) => bands[size]?.jobsShare ?? 0)
	);
	return sizes.flatMap((sizeBand, i) => {
		const band = bands[sizeBand];
		if (!band) return [];
		const whole = { id: `${sector}-${sizeBand}`, sector, sizeBand, band, districtGroups };
		const jobs = workers[i] ?? 0;
		const population = rounded(jobs, band.meanStaff);
		// Too few of the largest employers to part by place: they stay one stratum.
		if (!settings.stratifyByDistrictGroup || sizeBand === sizes.at(-1)) {
			const sampled = Math.min(band.sampled, population);
			return [{ ...whole, districtGroup: undefined, population, sampled, workers: jobs }];
		}
		return byDistrictGroup(whole, population, jobs);
	});
}

function byDistrictGroup(
	whole: Pick<Plan, 'id' | 'sector' | 'sizeBand' | 'band' | 'districtGroups'>,
	population: number,
	workers: number
): Plan[] {
	const groups = Object.keys(whole.districtGroups);
	const shares = Object.values(whole.districtGroups);
	const populations = allocated(population, shares);
	const samples = allocated(whole.band.sampled, shares);
	const margins = allocated(workers, shares);
	return groups.map((districtGroup, i) => ({
		...whole,
		id: `${whole.id}-${districtGroup}`,
		districtGroup,
		population: populations[i] ?? 0,
		sampled: Math.min(samples[i] ?? 0, populations[i] ?? 0),
		workers: margins[i] ?? 0
	}));
}

/** Who of those drawn was outside the population and who answered; never fewer than two answers. */
function fieldwork(
	plan: Plan,
	parameters: AuditParameters,
	random: Random
): { answered: number; ineligible: number } {
	let answered = 0;
	let ineligible = 0;
	const answer = parameters.establishmentsAnswer[plan.sizeBand] ?? 0;
	for (let i = 0; i < plan.sampled; i++) {
		if (random.perMille(parameters.ineligible)) ineligible++;
		else if (random.perMille(answer)) answered++;
	}
	ineligible = Math.min(ineligible, plan.sampled - 2);
	return { answered: Math.max(answered, 2), ineligible };
}

function establishment(plan: Plan, parameters: AuditParameters, random: Random): Establishment {
	const mean = plan.band.meanStaff;
	const [low, high] = parameters.sizeBands[plan.sizeBand] ?? [1, mean];
	const spread = rounded(mean * 3, 5);
	return {
		sector: plan.sector,
		districtGroup: plan.districtGroup ?? random.pick(plan.districtGroups),
		sizeBand: plan.sizeBand,
		staff: clamped(mean + random.around(spread), low, high),
		effect: random.around(parameters.establishmentSpread)
	};
}

/** The size band that a number of staff falls in. */
export function sizeBandOf(staff: number, sizeBands: AuditParameters['sizeBands']): string {
	const bands = Object.entries(sizeBands);
	return bands.find(([, [low, high]]) => staff >= low && staff <= high)?.[0] ?? '';
}
