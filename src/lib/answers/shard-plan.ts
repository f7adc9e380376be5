import type { Catalogue } from '#lib/contracts/catalogue.ts';
import type { TableId } from '#lib/indicators/declaration.ts';
import { indicators, sourceOf } from '#lib/indicators/declared.ts';
import { dimensions } from '#lib/indicators/dimensions.ts';
import { codesOf } from './plan.ts';
import type { ShardRequest } from './make-shard.ts';

/** A shard to publish. */
export interface PlannedShard extends ShardRequest {
	readonly slice: string;
	/** Dimensions that a Question has to name to be answered from it. */
	readonly asked?: readonly string[];
}

/** What the published tables hold over the wire at most; beyond it the least used dimension goes. */
export const shardLimit = 60 * 1024;

/** By table and slice: dimensions, the most used first. */
const sectorDimensions = [
	...['skill', 'sex', 'residence', 'occupation', 'required_level', 'attained_level'],
	...['age', 'district_group', 'isced_level', 'size_band', 'rater']
];
/** What a provider asks of a sector, by where people live: a fraction of the whole. */
const reachIndicators = [
	...['people-short', 'people-short-any', 'women-among-short-any', 'rural-among-short-any']
];
const byPlace = ['district_group'];
const reachDimensions = ['skill', ...byPlace];
const allSectorsDimensions = ['sector', 'sex', 'residence', 'occupation', 'age', 'district_group'];
/** What courses are weighed by of all that establishments answer. */
const vacancyIndicators = ['skill-shortage-density'];
const establishmentDimensions = ['sector', 'district_group', 'size_band'];
const graduateDimensions = [
	...['sex', 'residence', 'field', 'isced_level', 'institution', 'cohort', 'district_group'],
	...['status', 'sector', 'barrier', 'field_match', 'residence_origin', 'disability']
];
/** What is asked most of graduates, in a shard without the dimensions that few ask for. */
const workIndicators = [
	...['employment', 'wage-employment', 'unemployment', 'underutilisation'],
	...['without-first-job', 'months-to-first-job', 'first-job-within-6', 'first-job-within-12'],
	...['over-qualification-rate', 'field-mismatch']
];
const workDimensions = graduateDimensions.slice(0, 7);
/** What two waves of graduates are compared in. */
const waveIndicators = [
	...['employment', 'wage-employment', 'unemployment', 'first-job-within-12', 'pay'],
	...['over-qualification-rate', 'field-mismatch']
];
const waveDimensions = ['wave', 'sex', 'residence', 'field', 'isced_level'];
/** Who would take a short course, and what stands in the way. */
const courseIndicators = ['wants-course', 'barrier'];
const courseDimensions = ['residence', ...byPlace, 'barrier'];
/** What graduates are asked for beside the records of students, who know the home before studying. */
const sectorMixDimensions = ['sector', 'field', 'residence_origin', 'isced_level', 'institution'];
const studentDimensions = [...['year', 'field', 'sex', 'institution', 'isced_level', 'residence']];

/** Every shard of the answer book: one a page and slice. */
export function planShards(catalogue: Catalogue): PlannedShard[] {
	const by: By = (ids) =>
		ids.map((id) => {
			const dimension = dimensions[id];
			if (!dimension) throw new RangeError(`No dimension ${id}`);
			return { id, codes: codesOf(dimension, catalogue) };
		});
	const sectors = (catalogue.codeLists.sector ?? []).map(({ code }) => code);
	return [
		...sectors.map((code) => ({
			table: 'audit_skill' as const,
			slice: code,
			indicators: indicatorsOf('audit_skill'),
			by: by(sectorDimensions),
			where: { sector: [code] }
		})),
		...sectors.map((code) => ({
			table: 'audit_skill' as const,
			slice: `${code}-reach`,
			indicators: reachIndicators,
			by: by(reachDimensions),
			where: { sector: [code] },
			asked: byPlace
		})),
		// One indicator each: a page that shows one does not pay for the other.
		...['incidence', 'attainment'].map((indicator) => ({
			table: 'audit_skill' as const,
			slice: `all-${indicator}`,
			indicators: [indicator],
			by: by(allSectorsDimensions),
			where: {}
		})),
		{
			table: 'audit_establishment' as const,
			slice: 'all-vacancies',
			indicators: vacancyIndicators,
			by: by(['sector']),
			where: {}
		},
		whole('audit_establishment', by(establishmentDimensions)),
		...tracerShards(catalogue, by),
		whole('frame', by(['wave', 'institution'])),
		whole('enrolment', by(studentDimensions))
	];
}

type By = (ids: readonly string[]) => PlannedShard['by'];

/** Those of graduates: each wave in full and in short, what waves are compared in, and sectors of the latest. */
function tracerShards({ surveys }: Catalogue, by: By): PlannedShard[] {
	const table = 'tracer';
	const waves = surveys.filter(({ id }) => id === sourceOf.tracer).map(({ wave }) => wave);
	const ofWave = (wave: string) => ({ table, where: { wave: [wave] } }) as const;
	return [
		...waves.flatMap((wave) => [
			{
				...{ ...ofWave(wave), slice: `${wave}-work`, indicators: workIndicators },
				by: by(workDimensions)
			},
			{
				...{ ...ofWave(wave), slice: `${wave}-courses`, indicators: courseIndicators },
				...{ by: by(courseDimensions), asked: byPlace }
			},
			{
				...{ ...ofWave(wave), slice: wave, indicators: indicatorsOf('tracer') },
				by: by(graduateDimensions)
			}
		]),
		{ table, slice: 'waves', indicators: waveIndicators, by: by(waveDimensions), where: {} },
		...waves
			.toSorted()
			.slice(-1)
			.map((wave) => ({
				...{ ...ofWave(wave), slice: `${wave}-sectors`, indicators: ['sector-mix'] },
				by: by(sectorMixDimensions)
			}))
	];
}

/** Everything of a table in one shard. */
function whole(table: TableId, by: PlannedShard['by']): PlannedShard {
	return { table, slice: 'all', indicators: indicatorsOf(table), by, where: {} };
}

function indicatorsOf(table: TableId): string[] {
	return Object.values(indicators)
		.filter((indicator) => indicator.table === table)
		.map(({ id }) => id);
}
