import type {
	AuditParameters,
	OccupationParameters,
	OccupationsParameters,
	Shares
} from './parameters.ts';
import type { Random } from './random.ts';
import { clamped, rounded } from './whole-numbers.ts';

/** The workplace of a worker, and the place in the design. */
export interface Workplace {
	readonly establishment: string;
	readonly sector: string;
	readonly districtGroup: string;
	readonly sizeBand: string;
	readonly stratum: string;
	readonly cluster: string;
	readonly effect: number;
}

export interface Worker {
	readonly code: string;
	readonly workplace: Workplace;
	readonly occupation: OccupationParameters;
	readonly sex: string;
	readonly residence: string;
	readonly age: number;
	readonly schooling: string;
	readonly rater: string;
	/** Per mille, added to every skill's chance of falling short. */
	readonly effect: number;
	/** Thousandths. */
	readonly weight: number;
}

/** A worker before calibration: `raw` is in proportion to the weight. */
export interface DrawnWorker extends Omit<Worker, 'weight' | 'code'> {
	readonly raw: number;
}

/** Professionals in the sense of the skills audit: managers, professionals and associate professionals. */
export function isProfessional(occupation: string): boolean {
	return /^[123]/.test(occupation);
}

export function drawnWorker(
	workplace: Workplace,
	raw: number,
	context: { audit: AuditParameters; occupations: OccupationsParameters; random: Random }
): DrawnWorker {
	const { audit, occupations, random } = context;
	const occupation = random.pickItem(occupations.occupations[workplace.sector] ?? []);
	const major = occupation.code.slice(0, 1);
	return {
		workplace,
		raw,
		occupation,
		sex: random.perMille(occupation.women) ? 'F' : 'M',
		residence: random.pick(residenceShares(workplace, audit)),
		age: age(isProfessional(occupation.code), random),
		schooling: random.pick(occupations.schooling[major] ?? { '3': 1 }),
		rater: random.perMille(audit.supervisorRates) ? 'supervisor' : 'self',
		effect: random.around(audit.workerSpread)
	};
}

function residenceShares(workplace: Workplace, audit: AuditParameters): Shares {
	const { takenWhole, sectors, ruralPercent } = audit;
	if (workplace.sector === takenWhole.sector) return takenWhole.residence;
	const shares = sectors[workplace.sector]?.residence ?? {};
	const rural = rounded((shares.rural ?? 0) * (ruralPercent[workplace.districtGroup] ?? 100), 100);
	return { ...shares, rural };
}

/** Years, thicker around the middle thirties; professionals start later. */
function age(professional: boolean, random: Random): number {
	const middle = professional ? 37 : 34;
	return clamped(middle + random.around(24) + random.below(9) - 3, professional ? 21 : 18, 67);
}

/** The workers of a stratum with weights that add up to the workers of the frame. */
export function calibrated(
	drawn: readonly DrawnWorker[],
	workers: number,
	firstNumber: number
): Worker[] {
	const total = drawn.reduce((sum, worker) => sum + worker.raw, 0);
	return drawn.map(({ raw, ...worker }, i) => ({
		...worker,
		code: `W${String(firstNumber + i).padStart(5, '0')}`,
		weight: Math.max(1, rounded(workers * 1000 * raw, total))
	}));
}
