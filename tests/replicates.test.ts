import { beforeAll, describe, expect, test } from 'vitest';
import { askedOf, gather, type AskContext } from '#lib/answers/ask.ts';
import {
	bootstrapSettings,
	replicateError,
	replicateFactors,
	replicateValues
} from '#lib/survey/bootstrap.ts';
import { inferLinearised, linearisedTally } from '#lib/survey/linearised.ts';
import type { Kind } from '#lib/survey/linearise.ts';
import { tally } from '#lib/survey/tally.ts';
import { readAnswerBook, readCatalogue } from './support/catalogue.ts';

let context: AskContext;

beforeAll(async () => {
	context = { catalogue: await readCatalogue(), book: await readAnswerBook() };
});

/** Standard errors of replicates over linearised ones, by key of at least 25 respondents. */
async function ratios(indicator: string, sector: string, by: string[], replicates: number) {
	const question = { source: 'audit', indicator, by, where: { sector: [sector] } };
	const planned = await gather(question, context);
	if ('code' in planned) throw new Error(planned.code);
	const { cells, where, options } = askedOf(planned, context.catalogue.thresholds);
	const kind = planned.plan.indicator.kind as Kind;
	const factors = replicateFactors(cells, { ...bootstrapSettings, replicates });
	const made = replicateValues(cells, { kind, by, where }, factors);
	return tally(cells, by, where).flatMap((one, i) => {
		const { se, value, n } = inferLinearised(linearisedTally(one, kind), {
			...{ ...options, lonely: 'certainty', interval: 't' }
		});
		expect(made[i]?.key).toEqual(one.key);
		expect(made[i]?.value).toBe(value);
		if (se === null || n < 25) return [];
		return [(replicateError(made[i]?.values ?? new Float64Array()) ?? NaN) / se];
	});
}

const indicators = ['shortfall', 'gap-index', 'incidence', 'people-short-any', 'gap'];

describe.each(['MIN', 'TEX', 'AGR'])('in %s', (sector) => {
	test.each(indicators)(
		'200 replicates give the standard error of %s that linearisation gives, within 10%%',
		async (indicator) => {
			const found = await ratios(indicator, sector, [], bootstrapSettings.replicates);
			expect(found).toHaveLength(1);
			for (const ratio of found) expect(Math.abs(ratio - 1), String(ratio)).toBeLessThan(0.1);
		}
	);

	test.each(['shortfall', 'gap-index', 'people-short'])(
		'so they do for each skill’s %s once there are enough to tell',
		async (indicator) => {
			const found = await ratios(indicator, sector, ['skill'], 3000);
			expect(found.length).toBeGreaterThan(3);
			for (const ratio of found) expect(Math.abs(ratio - 1), String(ratio)).toBeLessThan(0.1);
		}
	);
});
