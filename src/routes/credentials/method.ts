import { bundleSettings } from '#lib/decisions/bundle.ts';
import { leastShare } from '#lib/decisions/composite.ts';
import { drawSettings } from '#lib/decisions/draw-weights.ts';
import { hoursPerCredit, limits } from '#lib/decisions/need.ts';
import { bootstrapSettings } from '#lib/survey/bootstrap.ts';
import { credentialsMethod } from '#lib/vocabulary/messages/credentials-method.ts';
import { formatCount, formatValue } from '#lib/vocabulary/numbers.ts';
import { definitionOf } from '../story/story.ts';

/** The method in steps, with the settings that the code has. */
export function methodSteps(): string[] {
	const { steps: words } = credentialsMethod;
	const { creditCap, levelsApart, coShortage } = bundleSettings;
	const { draws, concentration, level } = drawSettings;
	return [
		words.eligible(limits.levels, limits.hours, limits.weeks),
		words.bundle(formatValue(coShortage, 'share'), levelsApart, creditCap),
		words.level(hoursPerCredit),
		words.need(definitionOf('gap-index')),
		words.scarcity(definitionOf('skill-shortage-density')),
		words.reach(definitionOf('people-short-any')),
		words.equity,
		words.index(leastShare),
		words.draws({
			draws: formatCount(draws),
			replicates: formatCount(bootstrapSettings.replicates),
			concentration,
			level: formatValue(level, 'share')
		}),
		words.sources
	];
}
