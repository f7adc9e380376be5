import type { Programme, TracerParameters } from './parameters.ts';
import type { Random } from './random.ts';
import { allocated, rounded } from './whole-numbers.ts';

/** A programme of study: a cluster of the tracer study. */
export interface ProgrammeCluster {
	readonly code: string;
	readonly stratum: string;
	readonly institution: string;
	readonly field: string;
	readonly level: string;
	/** Graduates of one cohort. */
	readonly size: number;
}

export interface TracerStratum {
	readonly id: string;
	readonly programmes: readonly ProgrammeCluster[];
	readonly sampled: readonly ProgrammeCluster[];
}

/** Strata of institution and field group, each with the programmes drawn for a wave. */
export function tracerStrata(
	parameters: TracerParameters,
	wave: string,
	random: Random
): TracerStratum[] {
	const byStratum = new Map<string, Programme[]>();
	for (const programme of parameters.programmes) {
		const id = `${wave}-${programme.institution}-${fieldGroup(parameters, programme.field)}`;
		byStratum.set(id, [...(byStratum.get(id) ?? []), programme]);
	}
	return [...byStratum].map(([id, offered]) => {
		const programmes = clusters(id, offered, parameters.clusterSize);
		const wanted = rounded(programmes.length * parameters.programmesSampled, 1000);
		const count = Math.min(programmes.length, Math.max(2, wanted));
		return { id, programmes, sampled: random.sample(programmes, count) };
	});
}

function fieldGroup(parameters: TracerParameters, field: string): string {
	const group = Object.entries(parameters.fieldGroups).find(([, codes]) => codes.includes(field));
	if (!group) throw new RangeError(`No field group for field ${field}`);
	return group[0];
}

/** Large courses of study run as several programmes of about `clusterSize` graduates a year. */
function clusters(
	stratum: string,
	offered: readonly Programme[],
	clusterSize: number
): ProgrammeCluster[] {
	const found: ProgrammeCluster[] = [];
	for (const { institution, field, level, size } of offered) {
		const parts = Math.max(offered.length === 1 ? 2 : 1, rounded(size, clusterSize));
		for (const share of allocated(
			size,
			Array.from({ length: parts }, () => 1)
		)) {
			const code = `${stratum}-P${String(found.length + 1).padStart(2, '0')}`;
			found.push({ code, stratum, institution, field, level, size: share });
		}
	}
	return found;
}
