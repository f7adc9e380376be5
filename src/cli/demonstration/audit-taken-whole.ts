import { sizeBandOf } from './audit-sample.ts';
import type { DrawnWorker, Workplace } from './audit-workers.ts';
import { drawnWorker } from './audit-workers.ts';
import type { DemonstrationParameters, TakenWholeParameters } from './parameters.ts';
import type { Random } from './random.ts';
import { allocated, rounded } from './whole-numbers.ts';

/** A site that answered: a stratum of its own for the workers, its crews the clusters. */
export interface SiteStratum {
	readonly code: string;
	readonly crews: number;
	readonly crewsSampled: number;
	readonly staff: number;
	readonly sizeBand: string;
	readonly effect: number;
	/** Workers it stands for: its own and its part of the silent site's. */
	readonly workers: number;
	readonly workersSampled: number;
	readonly drawn: readonly DrawnWorker[];
}

/** Every site of the frame but the silent one. */
export function siteStrata(parameters: DemonstrationParameters, random: Random): SiteStratum[] {
	const { audit, occupations } = parameters;
	const sites = audit.takenWhole.sites.filter((site) => site.code !== audit.takenWhole.silentSite);
	const workers = allocated(
		audit.takenWhole.jobs,
		sites.map((site) => site.staff)
	);
	return sites.map((site, i) => {
		const effect = rounded(random.around(audit.establishmentSpread), 2);
		const wanted = Math.min(audit.takenWhole.workersPerSite, site.staff);
		const perCrew = allocated(wanted, crewSizes(site, random));
		const drawn = perCrew.flatMap((sampled, crew) =>
			crewWorkers({ site, crew, sampled, effect }, { audit, occupations, random })
		);
		return {
			code: site.code,
			crews: site.crews,
			crewsSampled: site.crewsSampled,
			staff: site.staff,
			sizeBand: sizeBandOf(site.staff, audit.sizeBands),
			effect,
			workers: workers[i] ?? 0,
			workersSampled: wanted,
			drawn
		};
	});
}

function crewSizes(site: TakenWholeParameters['sites'][number], random: Random): number[] {
	return Array.from({ length: site.crewsSampled }, () => 80 + random.below(41));
}

function crewWorkers(
	crew: { site: { code: string; staff: number }; crew: number; sampled: number; effect: number },
	context: Parameters<typeof drawnWorker>[2]
): DrawnWorker[] {
	const { audit, random } = context;
	const workplace: Workplace = {
		establishment: crew.site.code,
		sector: audit.takenWhole.sector,
		districtGroup: audit.takenWhole.districtGroup,
		sizeBand: sizeBandOf(crew.site.staff, audit.sizeBands),
		stratum: crew.site.code,
		cluster: `${crew.site.code}-C${crew.crew + 1}`,
		effect: crew.effect + rounded(random.around(audit.establishmentSpread), 2)
	};
	const answered = Math.max(1, random.count(crew.sampled, audit.workersAnswer));
	const raw = rounded(1000 * crew.sampled, answered);
	return Array.from({ length: answered }, () => drawnWorker(workplace, raw, context));
}
