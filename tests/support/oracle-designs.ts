import { listOf, type DesignSpec, type Population } from '#lib/survey/cases/spec.ts';
import type { Table } from '#lib/survey/cases/table.ts';

/** The design of a case in the grammar of the command line. */
export function designOf(design: DesignSpec, table: Table): object {
	const { weights, strata, psu, ssu, fpc, lonely_psu: lonely } = design;
	const [population, second] = listOf(fpc);
	const weight = weights ? { weight: weights } : {};
	if (design.kind === 'replicate') return { design: weight, replicates: replicatesOf(design) };
	const hasStages = listOf(ssu).length > 0 && second !== undefined && !design.ultimate_cluster;
	return {
		design: {
			...weight,
			...(listOf(strata).length > 0 ? { strata: listOf(strata) } : {}),
			...(listOf(psu).length > 0 ? { cluster: listOf(psu) } : {}),
			...(population === undefined ? {} : { population }),
			...(hasStages ? { secondStage: { unit: listOf(ssu), population: second } } : {})
		},
		...(lonely ? { lonely } : {}),
		...calibrationOf(design, table)
	};
}

/** The factors of BRR, Fay, JK1 and JKn are those of the type; a bootstrap's are stated. */
function replicatesOf(design: DesignSpec & { readonly type?: string }): object {
	const { type, scale, rscales, mse, replicate_weights: columns = [] } = design;
	// A finite population makes R's scale smaller than that of the type.
	const usual = type === 'JK1' ? (columns.length - 1) / columns.length : scale;
	const isOwn = type === 'bootstrap' || Math.abs((usual ?? 0) - (scale ?? 0)) > 1e-9;
	const rho = type === 'Fay' ? 1 - Math.sqrt(1 / (columns.length * (scale ?? 1))) : undefined;
	return {
		type,
		...(type === 'JK1' ? { prefix: 'rw' } : { columns }),
		...(mse === undefined ? {} : { mse }),
		...(isOwn ? { scale } : {}),
		...(type === 'JKn' ? { rscales } : {}),
		...(rho === undefined ? {} : { rho })
	};
}

function calibrationOf({ calibration }: DesignSpec, table: Table): object {
	if (!calibration) return {};
	if (calibration.method === 'poststratify') {
		const by = listOf(calibration.columns);
		return { poststratify: { by, population: nested(calibration.population, by) } };
	}
	if (calibration.method === 'rake') {
		const margins = calibration.margins.map(({ column, population }) => {
			const [name = ''] = listOf(column);
			return [name, nested(population, [name])];
		});
		return { rake: { margins: Object.fromEntries(margins) } };
	}
	const distance = calibration.method === 'greg' ? 'linear' : 'raking';
	return { calibrate: { totals: totalsOf(calibration.totals, table), distance } };
}

function nested(population: Population, by: readonly string[]): object {
	const [first = '', ...rest] = by;
	const codes = [...new Set(population.map((entry) => String(entry[first])))];
	return Object.fromEntries(
		codes.map((code) => {
			const within = population.filter((entry) => String(entry[first]) === code);
			return [code, rest.length > 0 ? nested(within, rest) : within[0]?.N];
		})
	);
}

/** `stypeH` is the code H of the column stype. */
function totalsOf(totals: Readonly<Record<string, number>>, { columns }: Table): object {
	const found: Record<string, number | Record<string, number>> = {};
	for (const [name, total] of Object.entries(totals)) {
		const plain = name === '(Intercept)' ? 'intercept' : name;
		const column = [...columns.keys()].find((one) => name.startsWith(one) && name !== one);
		if (plain === 'intercept' || columns.has(name) || column === undefined) found[plain] = total;
		else found[column] = { ...Object(found[column]), [name.slice(column.length)]: total };
	}
	return found;
}
