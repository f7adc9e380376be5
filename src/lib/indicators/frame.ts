import type { Indicator } from './declaration.ts';

/** What the frame of a survey says of who answered. */
export const frameIndicators: readonly Indicator[] = [
	{
		id: 'response-rate',
		label: 'Response rate',
		definition:
			'Of the graduates approached, those found not to belong to the survey left out, the share who answered.',
		formula: 'Σ answered / Σ (approached − ineligible)',
		measure: 'share',
		moreIs: 'better',
		table: 'frame',
		universe: 'graduates approached',
		kind: 'ratio',
		interval: 'own',
		condition: `"table" = 'tracer'`,
		numerator: 'answered',
		denominator: 'sampled - ineligible',
		reference: 'ETF, ILO and Cedefop, Carrying out tracer studies (2016)'
	}
];
