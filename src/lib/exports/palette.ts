import type { Role } from '#lib/charts/roles.ts';
import type { Quality } from '#lib/vocabulary/estimate.ts';

/** The colours of the light theme as values: a file that leaves the site has no style sheet to ask. */
export const ink = {
	surface: '#ffffff',
	sunk: '#e8ece8',
	text: '#14201d',
	muted: '#4b5954',
	line: '#d3dad6',
	'line-strong': '#77837e',
	gap: '#bd4a08',
	suppressed: '#56635e'
} as const;

export const roleInk: Readonly<Record<Role, string>> = {
	'sector-1': '#123f7d',
	'sector-2': '#b8378a',
	'sector-3': '#8c7500',
	comparison: '#77837e',
	women: '#521c7d',
	men: '#159a7c',
	rural: '#5a3708',
	periurban: '#9b630d',
	urban: '#4794b2',
	required: '#14201d',
	attained: '#174a85'
};

/** The colour of words of care. */
export const careInk: Readonly<Partial<Record<Quality, string>>> = {
	'low-n': '#7d5200',
	imprecise: '#6a3f8c'
};
