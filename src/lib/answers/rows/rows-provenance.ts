import type { Provenance } from '#lib/vocabulary/estimate.ts';
import type { RowsAsked } from './asked.ts';

/** How an answer was made that cells alone do not give. */
export interface RowsProvenance extends Omit<Provenance, 'estimator'> {
	readonly estimator: Provenance['estimator'] | 'contrast';
	/** How the weights were brought to known totals. */
	readonly calibration?: 'poststratify' | 'rake' | 'linear' | 'raking';
	readonly replicates?: string;
}

interface Settings extends RowsAsked {
	/** Of the indicator. */
	readonly kind: string;
	readonly difference?: unknown;
	readonly decompose?: unknown;
	readonly interval?: string;
	readonly replicates?: { readonly type: string };
	readonly level: number;
	readonly versions: Provenance['versions'];
	readonly synthetic: boolean;
}

/** What estimator, interval, level and weights gave the estimates. */
export function provenanceOf(settings: Settings): RowsProvenance {
	const { level, versions, synthetic, replicates } = settings;
	const calibration = calibrationOf(settings);
	return {
		estimator: estimatorOf(settings),
		interval: intervalOf(settings),
		...{ level, madeBy: 'DuckDB', versions, synthetic },
		...(calibration ? { calibration } : {}),
		...(replicates ? { replicates: replicates.type } : {})
	};
}

function estimatorOf(settings: Settings): RowsProvenance['estimator'] {
	const { difference, contrast, decompose, oaxaca, kind } = settings;
	if (decompose !== undefined || oaxaca) return 'decomposition';
	if (contrast) return 'contrast';
	if (difference !== undefined) return Array.isArray(difference) ? 'interaction' : 'difference';
	switch (kind) {
		case 'count':
			return 'total';
		case 'ratio':
		case 'total':
		case 'quantile':
		case 'curve':
			return kind;
		default:
			return 'mean';
	}
}

const shareIntervals = ['xlogit', 'logit', 'beta', 'mean', 'asin'] as const;

function intervalOf(settings: Settings): RowsProvenance['interval'] {
	const { difference, contrast, decompose, oaxaca, kind, interval } = settings;
	if ([difference, contrast, decompose, oaxaca].some((one) => one !== undefined)) return 't';
	if (kind === 'curve') return 'log-log';
	if (kind === 'quantile') return interval === 'quantile' ? 't' : 'woodruff';
	if (kind !== 'proportion') return 't';
	return shareIntervals.find((one) => one === interval) ?? 'xlogit';
}

function calibrationOf({ poststratify, rake, calibrate }: RowsAsked) {
	if (poststratify) return 'poststratify';
	if (rake) return 'rake';
	return calibrate ? (calibrate.distance ?? 'linear') : undefined;
}
