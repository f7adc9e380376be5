import { calibrate, poststratify, rake, type Calibration } from '#lib/survey/calibrate.ts';
import type { Replicates } from '#lib/survey/replicates.ts';
import { makeSample, type Sample } from '#lib/survey/sample.ts';
import { marginOf, modelColumn } from './calibration-columns.ts';
import { listOf, type CalibrationSpec, type DesignSpec } from './spec.ts';
import { assertNoRow, columnNamed, type Table } from './table.ts';

/**
 * The sample that a design makes of a table.
 * @throws RangeError naming the column and rows whose weight, stratum, cluster or population is no good
 */
export function sampleOf(table: Table, design: DesignSpec): Sample {
	const { strata, psu, ssu, fpc, lonely_psu: lonely = 'fail' } = design;
	const weight = weightsOf(table, design.weights);
	const isReplicate = design.kind === 'replicate';
	const [first, second] = isReplicate ? [] : listOf(fpc);
	const hasStages = listOf(ssu).length > 0 && second !== undefined && !design.ultimate_cluster;
	const sample = makeSample({
		weight,
		stratum: idsOf(table, isReplicate ? [] : listOf(strata)) ?? constant(table, '1'),
		cluster: idsOf(table, isReplicate ? [] : listOf(psu)) ?? rowNumbers(table),
		...(first === undefined ? {} : { clustersInPopulation: populationOf(table, first) }),
		...(hasStages
			? {
					unit: idsOf(table, listOf(ssu)) ?? rowNumbers(table),
					unitsInPopulation: populationOf(table, second)
				}
			: {}),
		lonely
	});
	if (isReplicate) return { ...sample, replicates: replicatesOf(table, design) };
	if (!design.calibration) return sample;
	const calibration = calibrationOf(table, design.calibration, weight);
	return { ...sample, weight: calibration.weight, calibration };
}

/** Weights must be present, finite and not negative; a weight of 0 leaves the row in the design only. */
function weightsOf(table: Table, name: string | null | undefined): Float64Array {
	if (name === null || name === undefined) return new Float64Array(table.length).fill(1);
	const { number } = columnNamed(table, name);
	const isBad = (row: number) => !(Number.isFinite(number[row]) && (number[row] ?? -1) >= 0);
	assertNoRow(table.length, isBad, `Column ${name}: a weight is missing, negative or not finite`);
	return number;
}

function populationOf(table: Table, name: string): Float64Array {
	const { number } = columnNamed(table, name);
	const isBad = (row: number) => !((number[row] ?? NaN) > 0);
	assertNoRow(table.length, isBad, `Column ${name}: no population`);
	return number;
}

/** The combined codes of a row, as text, so that "07" and "7" stay apart. */
function idsOf(table: Table, names: readonly string[]): string[] | undefined {
	if (names.length === 0) return undefined;
	const columns = names.map((name) => columnNamed(table, name).text);
	columns.forEach((text, i) => {
		assertNoRow(table.length, (row) => text[row] === '', `Column ${names[i] ?? ''}: no value`);
	});
	// Escaped, so that the parts of two ids do not run into each other.
	const part = (text: string) => (names.length > 1 ? text.replace(/[\\|]/g, '\\$&') : text);
	return Array.from({ length: table.length }, (_, row) =>
		columns.map((text) => part(text[row] ?? '')).join('|')
	);
}

function constant({ length }: Table, id: string): string[] {
	return new Array<string>(length).fill(id);
}

function rowNumbers({ length }: Table): string[] {
	return Array.from({ length }, (_, row) => String(row).padStart(10, '0'));
}

function replicatesOf(table: Table, design: DesignSpec): Replicates {
	const names = design.replicate_weights ?? [];
	const weights = names.map((name) => weightsOf(table, name));
	if (weights.length === 0) throw new RangeError('The design names no replicate weights');
	const { scale, rscales, mse } = design;
	if (scale === undefined) throw new RangeError('The design names no scale');
	const factors = typeof rscales === 'number' ? [rscales] : (rscales ?? [1]);
	const repeated = factors.length === 1 ? weights.map(() => factors[0] ?? 1) : factors;
	return { weights, scale, rscales: repeated, mse: mse ?? false };
}

function calibrationOf(table: Table, spec: CalibrationSpec, weight: Float64Array): Calibration {
	if (spec.method === 'poststratify') {
		return poststratify(weight, marginOf(table, listOf(spec.columns), spec.population));
	}
	if (spec.method === 'rake') {
		const margins = spec.margins.map(({ column, population }) =>
			marginOf(table, listOf(column), population)
		);
		return rake(weight, margins);
	}
	const distances = { greg: 'linear', raking_calfun: 'raking' } as const;
	const distance = distances[spec.method];
	if (!distance) throw new RangeError(`Unknown calibration ${String(spec.method)}`);
	const columns = Object.keys(spec.totals).map((name) => modelColumn(table, name));
	return calibrate(weight, { columns, totals: Object.values(spec.totals) }, distance);
}
