import type { DrawnWorker, Worker, Workplace } from './audit-workers.ts';
import { calibrated } from './audit-workers.ts';
import type { Cell } from '#lib/exports/csv-text.ts';
import type { FrameRow } from './frame.ts';
import { thousandths } from './whole-numbers.ts';

/** An establishment with its staff and its weight in thousandths. */
export type Employer = Workplace & { readonly staff: number; readonly weight: number };

/** What a stratum held and what came of it. */
export type StratumCounts = Omit<FrameRow, 'source' | 'wave' | 'table' | 'stratum'>;

/** The audit as it grows: establishment rows, workers and the frame. */
export class AuditRecords {
	readonly establishments: Cell[][] = [];
	readonly workers: Worker[] = [];
	readonly frame: FrameRow[] = [];

	constructor(readonly wave: string) {}

	addEstablishment(employer: Employer, counts: readonly Cell[]): void {
		const { establishment, sector, districtGroup, sizeBand, staff } = employer;
		const { stratum, cluster, weight } = employer;
		this.establishments.push([
			...[this.wave, establishment, sector, districtGroup, sizeBand, staff],
			...counts,
			...[stratum, cluster, thousandths(weight), 'true']
		]);
	}

	/** Adds the workers of a stratum; their weights add up to `workers`. */
	addWorkers(drawn: readonly DrawnWorker[], workers: number): void {
		this.workers.push(...calibrated(drawn, workers, this.workers.length + 1));
	}

	addFrame(table: string, stratum: string, counts: StratumCounts): void {
		this.frame.push({ source: 'audit', wave: this.wave, table, stratum, ...counts });
	}
}
