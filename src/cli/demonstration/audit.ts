import { auditSkillColumns, SkillAnswers, workerCells } from './audit-answers.ts';
import { auditEstablishmentColumns, employerCounts } from './audit-establishments.ts';
import type { SiteStratum } from './audit-taken-whole.ts';
import { siteStrata } from './audit-taken-whole.ts';
import { AuditRecords } from './audit-records.ts';
import type { Establishment, SampledStratum } from './audit-sample.ts';
import { sampledStrata } from './audit-sample.ts';
import type { DrawnWorker, Worker, Workplace } from './audit-workers.ts';
import { drawnWorker } from './audit-workers.ts';
import type { Cell } from '#lib/exports/csv-text.ts';
import { csvText } from '#lib/exports/csv-text.ts';
import type { FrameRow } from './frame.ts';
import type { DemonstrationParameters } from './parameters.ts';
import { Random } from './random.ts';
import { rounded, thousandths } from './whole-numbers.ts';

export interface Audit {
	readonly skills: string;
	readonly establishments: string;
	readonly frame: readonly FrameRow[];
}

/** The skills audit: establishments of every sector, their workers, and the sector taken whole. */
export function audit(parameters: DemonstrationParameters): Audit {
	const { seed, sectors, wave } = parameters.audit;
	const records = new AuditRecords(wave);
	for (const sector of Object.keys(sectors)) {
		const random = new Random(seed, `audit ${sector}`);
		for (const stratum of sampledStrata(sector, parameters.audit, random)) {
			addStratum(records, stratum, { parameters, random });
		}
	}
	addSites(records, { parameters, random: new Random(seed, 'audit sites') });
	return {
		skills: csvText(auditSkillColumns, skillRows(records.workers, parameters)),
		establishments: csvText(auditEstablishmentColumns, records.establishments),
		frame: records.frame
	};
}

interface Context {
	readonly parameters: DemonstrationParameters;
	readonly random: Random;
}

function addStratum(records: AuditRecords, stratum: SampledStratum, context: Context): void {
	const drawn: DrawnWorker[] = [];
	let sampled = 0;
	for (const item of stratum.establishments) {
		const place = addEmployer(records, item, { stratum, ...context });
		const wanted = Math.min(stratum.workersPerEstablishment, item.staff);
		const { audit, occupations } = context.parameters;
		const answered = Math.max(2, context.random.count(wanted, audit.workersAnswer));
		const raw = rounded(stratum.weight * item.staff, answered);
		for (let i = 0; i < answered; i++) {
			drawn.push(drawnWorker(place, raw, { audit, occupations, random: context.random }));
		}
		sampled += wanted;
	}
	records.addWorkers(drawn, stratum.workers);
	const establishments = stratum.establishments.length;
	const clusters = {
		clusters_population: stratum.population,
		clusters_answered: establishments
	};
	const workers = { population: stratum.workers, sampled, answered: drawn.length, ineligible: 0 };
	records.addFrame('audit_skill', stratum.id, { ...clusters, ...workers });
	const { population, ineligible } = stratum;
	const drawnPlaces = {
		population,
		sampled: stratum.sampled,
		answered: establishments,
		ineligible
	};
	records.addFrame('audit_establishment', stratum.id, { ...clusters, ...drawnPlaces });
}

function addEmployer(
	records: AuditRecords,
	item: Establishment,
	{ stratum, parameters, random }: Context & { stratum: SampledStratum }
): Workplace {
	const { audit } = parameters;
	const density = audit.sectors[item.sector]?.density;
	if (!density) throw new RangeError(`No density for sector ${item.sector}`);
	const code = `E${String(records.establishments.length + 1).padStart(4, '0')}`;
	const place = { ...item, establishment: code, stratum: stratum.id, cluster: code };
	const counts = employerCounts(item, { density, missing: audit.missing }, random);
	records.addEstablishment({ ...place, weight: stratum.weight }, counts);
	return place;
}

/** The sites as employers: one stratum, the sites its clusters, the silent one made up for by weight. */
function addSites(records: AuditRecords, { parameters, random }: Context): void {
	const { density, sites, sector, districtGroup } = parameters.audit.takenWhole;
	const answered = siteStrata(parameters, random);
	const weight = rounded(sites.length * 1000, answered.length);
	for (const site of answered) {
		const counts = employerCounts(site, { density, missing: {} }, random);
		records.addEstablishment(
			{
				...{ establishment: site.code, sector, districtGroup },
				...{ sizeBand: site.sizeBand, staff: site.staff, effect: site.effect },
				...{ stratum: sector, cluster: site.code, weight }
			},
			counts
		);
		addCrews(records, site);
	}
	records.addFrame('audit_establishment', sector, {
		...{ clusters_population: sites.length, clusters_answered: answered.length },
		...{ population: sites.length, sampled: sites.length, answered: answered.length, ineligible: 0 }
	});
}

/** The workers of a site: a stratum of its own, its crews the clusters. */
function addCrews(records: AuditRecords, site: SiteStratum): void {
	records.addWorkers(site.drawn, site.workers);
	records.addFrame('audit_skill', site.code, {
		clusters_population: site.crews,
		clusters_answered: site.crewsSampled,
		population: site.workers,
		sampled: site.workersSampled,
		answered: site.drawn.length,
		ineligible: 0
	});
}

function skillRows(workers: readonly Worker[], parameters: DemonstrationParameters): Cell[][] {
	const { wave, missing, seed } = parameters.audit;
	const random = new Random(seed, 'audit answers');
	const answers = new SkillAnswers(parameters, random);
	const blank = (name: string): boolean => random.perMille(missing[name] ?? 0);
	return workers.flatMap((worker) => {
		const { workplace, rater } = worker;
		const before = [wave, workplace.establishment, worker.code, workplace.sector];
		const place = [workplace.districtGroup, workplace.sizeBand];
		const person = workerCells(worker, missing, random);
		const design = [workplace.stratum, workplace.cluster, thousandths(worker.weight), 'true'];
		return answers.skillsOf(worker).map((skill) => {
			const { importance, required, attained } = answers.levels(worker, skill);
			const judged = [blank('importance') ? null : importance, required];
			const levels = [skill, ...judged, blank('attained') ? null : attained, rater];
			return [...before, ...place, ...person, ...levels, ...design];
		});
	});
}
