import type { Cell } from '#lib/exports/csv-text.ts';
import { csvText } from '#lib/exports/csv-text.ts';
import type { FrameRow } from './frame.ts';
import type { TracerParameters } from './parameters.ts';
import { Random } from './random.ts';
import type { FirstJob, Graduate, Job } from './tracer-outcomes.ts';
import { firstJob, isEmployed, jobNow, statusNow } from './tracer-outcomes.ts';
import type { ProgrammeCluster, TracerStratum } from './tracer-sample.ts';
import { tracerStrata } from './tracer-sample.ts';
import { responseWeights } from './tracer-weights.ts';
import { clamped, thousandths } from './whole-numbers.ts';

const columns = [
	'wave',
	'respondent',
	'cohort',
	'institution',
	'isced_level',
	'field',
	'sex',
	'residence',
	'residence_origin',
	'district_group',
	'disability',
	'status',
	'months_to_first_job',
	'found_job',
	'sector',
	'occupation',
	'pay',
	'field_match',
	'level_match',
	'barrier',
	'wants_microcredential',
	'stratum',
	'cluster',
	'weight',
	'synthetic'
] as const;

/** The tracer study: the graduates of drawn programmes, those who answered, and what they do. */
export function tracer(parameters: TracerParameters): { text: string; frame: FrameRow[] } {
	const rows: Cell[][] = [];
	const frame: FrameRow[] = [];
	for (const { wave, cohorts } of parameters.waves) {
		const random = new Random(parameters.seed, `tracer ${wave}`);
		let number = 0;
		for (const stratum of tracerStrata(parameters, wave, random)) {
			const field = fieldwork(stratum, { wave, cohorts }, { parameters, random });
			for (const { graduate, weight } of field.answered) {
				const code = `G${wave}-${String(++number).padStart(5, '0')}`;
				rows.push(graduateRow(graduate, { code, weight }, { parameters, random }));
			}
			frame.push(field.frame);
		}
	}
	return { text: csvText(columns, rows), frame };
}

interface Context {
	readonly parameters: TracerParameters;
	readonly random: Random;
}

function fieldwork(
	stratum: TracerStratum,
	{ wave, cohorts }: { wave: string; cohorts: readonly string[] },
	context: Context
): { answered: { graduate: Graduate; weight: number }[]; frame: FrameRow } {
	const { parameters, random } = context;
	const approached = stratum.sampled.flatMap((programme) =>
		graduatesOf(programme, { wave, cohorts }, context)
	);
	const eligible = approached.filter(() => !random.perMille(parameters.ineligible));
	const answered = eligible.filter((graduate) => answers(graduate, context));
	const factor = { drawn: stratum.sampled.length, all: stratum.programmes.length };
	const population = stratum.programmes.reduce((sum, programme) => sum + programme.size, 0);
	return {
		answered: responseWeights(eligible, answered, factor),
		frame: {
			source: 'tracer',
			wave,
			table: 'tracer',
			stratum: stratum.id,
			clusters_population: stratum.programmes.length,
			clusters_answered: new Set(answered.map((graduate) => graduate.programme.code)).size,
			population: population * cohorts.length,
			sampled: approached.length,
			answered: answered.length,
			ineligible: approached.length - eligible.length
		}
	};
}

function graduatesOf(
	programme: ProgrammeCluster,
	{ wave, cohorts }: { wave: string; cohorts: readonly string[] },
	{ parameters, random }: Context
): Graduate[] {
	const effect = random.around(240);
	const women = parameters.fields[programme.field]?.women ?? 500;
	const womenHere = clamped(women + random.around(150), 20, 980);
	return cohorts.flatMap((cohort) =>
		Array.from({ length: programme.size }, () => {
			const origin = random.pick(parameters.origin);
			const residence = random.pick(parameters.move[origin] ?? {});
			const sex = random.perMille(womenHere) ? 'F' : 'M';
			return { programme, wave, cohort, sex, origin, residence, effect };
		})
	);
}

function answers(graduate: Graduate, { parameters, random }: Context): boolean {
	const { answer } = parameters;
	const rural = graduate.residence === 'rural' ? (answer.rural ?? 0) : 0;
	return random.perMille((answer[graduate.sex] ?? 0) + rural);
}

function graduateRow(
	graduate: Graduate,
	{ code, weight }: { code: string; weight: number },
	context: Context
): Cell[] {
	const { parameters, random } = context;
	const { programme, wave, cohort, sex, origin, residence } = graduate;
	const blank = (name: string): boolean => random.perMille(parameters.missing[name] ?? 0);
	const first = firstJob(graduate, parameters, random);
	const status = statusNow(graduate, first, context);
	const job = isEmployed(status) ? jobNow(graduate, status, context) : undefined;
	const district = random.pick(parameters.districtGroups[residence] ?? {});
	const disability = random.perMille(parameters.disability) ? 'yes' : 'no';
	return [
		...[wave, code, cohort, programme.institution, programme.level, programme.field],
		...[sex, residence, blank('origin') ? null : origin],
		blank('district_group') ? null : district,
		blank('disability') ? null : disability,
		status,
		...firstJobCells(first, blank('months')),
		...jobCells(job, context),
		...courseCells(graduate, status, context),
		...[programme.stratum, programme.code, thousandths(weight), 'true']
	];
}

function firstJobCells(first: FirstJob, blank: boolean): Cell[] {
	return blank ? [null, null] : [first.months, first.found ? 1 : 0];
}

/** Sector, occupation, pay, and the graduate's own judgement of the match; empty without a job. */
function jobCells(job: Job | undefined, { parameters, random }: Context): Cell[] {
	if (!job) return [null, null, null, null, null];
	const blank = (name: string): boolean => random.perMille(parameters.missing[name] ?? 0);
	const match = job.matched ? 'matched' : 'other';
	const field = random.pick(parameters.fieldMatch[match] ?? {});
	const level = random.pick(parameters.levelMatch[match] ?? {});
	return [
		job.sector,
		job.occupation,
		blank('pay') ? null : job.pay,
		blank('field_match') ? null : field,
		blank('level_match') ? null : level
	];
}

/** What stands in the way of a short course, and whether one is wanted. */
function courseCells(
	{ residence, wave }: Graduate,
	status: string,
	{ parameters, random }: Context
): Cell[] {
	const group = isEmployed(status) ? 'employed' : status === 'seeking' ? 'seeking' : 'other';
	const notOffered = parameters.barriersNotOffered[wave] ?? [];
	const offered = Object.entries(parameters.barriers[residence] ?? {}).filter(
		([barrier]) => !notOffered.includes(barrier)
	);
	const barrier = random.pick(Object.fromEntries(offered));
	const wants = random.perMille(parameters.wantsCourse[group] ?? 0) ? 'yes' : 'no';
	return [
		random.perMille(parameters.missing.barrier ?? 0) ? null : barrier,
		random.perMille(parameters.missing.wants ?? 0) ? null : wants
	];
}
