import type { ChartRow } from '#lib/charts/chart-row.ts';
import type { Thresholds } from '#lib/contracts/catalogue.ts';
import { qualities, type Quality } from '#lib/vocabulary/estimate.ts';
import { methods as words } from '#lib/vocabulary/messages/methods.ts';
import { describe, formatValue, type Figure } from '#lib/vocabulary/numbers.ts';

/** A grade with its condition, in the order in which grades apply. */
export interface GradeLine {
	readonly quality: Quality;
	readonly name: string;
	readonly when: string;
	readonly shown: string;
}

/** Every grade, with the thresholds in force. */
export function gradeLines(thresholds: Thresholds): GradeLine[] {
	const { minimumRespondents, lowRespondents, minimumClusters } = thresholds;
	const { shareIntervalWidth, relativeStandardError } = thresholds;
	const when: Readonly<Record<Quality, string>> = {
		'not-applicable': words.whenNotApplicable,
		suppressed: words.whenSuppressed,
		unreliable: words.whenUnreliable(minimumRespondents, minimumClusters),
		'low-n': words.whenLowN(minimumRespondents, lowRespondents - 1),
		imprecise: words.whenImprecise(
			String(Math.round(shareIntervalWidth * 100)),
			formatValue(relativeStandardError, 'share')
		),
		ok: words.whenOk
	};
	return qualities.map((quality) => ({
		quality,
		name: words.gradeNames[quality],
		when: when[quality],
		shown: words.gradeShown[quality]
	}));
}

const nothing = { value: null, low: null, high: null };

/** Invented figures, one a grade. */
const examples: Readonly<Record<Quality, Omit<Figure, 'quality'>>> = {
	ok: { value: 0.38, low: 0.33, high: 0.43, n: 412 },
	imprecise: { value: 0.34, low: 0.18, high: 0.55, n: 61 },
	'low-n': { value: 0.41, low: 0.28, high: 0.55, n: 38 },
	unreliable: { value: 0.5, low: 0.12, high: 0.88, n: 11 },
	suppressed: { ...nothing, reason: 'withheld' },
	'not-applicable': { ...nothing, n: 0, reason: 'empty' }
};

/** One row for each grade, the best first, as every chart draws it. */
export function gradeRows(): ChartRow[] {
	return qualities.toReversed().map((quality) => {
		const figure: Figure = { ...examples[quality], quality };
		const name = words.gradeNames[quality];
		return {
			id: quality,
			name,
			...(figure.n ? { n: figure.n } : {}),
			marks: [{ role: 'comparison', figure }],
			sentence: describe(name, [{ figure, measure: 'share' }]),
			...(quality === 'suppressed' ? { rule: words.exampleRule } : {})
		};
	});
}
