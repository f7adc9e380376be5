import type { Indicator } from './declaration.ts';
import { tracerMatchIndicators } from './tracer-match.ts';
import { employed, guide, inWork, share } from './tracer-words.ts';

const graduates = 'graduates of the frame';
const labourForce = 'graduates of the frame in the labour force';
const icls = '19th International Conference of Labour Statisticians (2013), resolution I';

const active = `${employed} OR status = 'seeking'`;
const status: readonly Indicator[] = [
	{
		id: 'employment',
		label: 'In work',
		definition:
			'Share of graduates in work for pay or profit when asked, interns and family workers included.',
		formula: 'Σ w·1[in work] / Σ w',
		...share,
		moreIs: 'better',
		universe: graduates,
		numerator: `(${employed})::INTEGER`,
		reference: icls
	},
	{
		id: 'wage-employment',
		label: 'In wage work',
		definition: 'Share of all graduates, in work or not, who are employees.',
		formula: 'Σ w·1[employee] / Σ w',
		...share,
		moreIs: 'better',
		universe: graduates,
		numerator: "(status = 'employee')::INTEGER",
		reference: icls
	},
	{
		id: 'unemployment',
		label: 'Unemployment (LU1)',
		definition:
			'Of graduates in the labour force, the share without work who look for it and are available.',
		formula: 'Σ w·1[U] / Σ w·1[E or U]',
		...share,
		moreIs: 'worse',
		universe: labourForce,
		condition: active,
		numerator: "(status = 'seeking')::INTEGER",
		reference: icls
	},
	{
		id: 'underutilisation',
		label: 'Unemployment and potential labour force (LU3)',
		definition:
			'Of graduates in the extended labour force, the share without work who look for it or are available for it.',
		formula: 'Σ w·1[U or PLF] / Σ w·1[E or U or PLF]',
		...share,
		moreIs: 'worse',
		universe: 'graduates of the frame in the extended labour force',
		condition: `${active} OR status = 'available'`,
		numerator: "(status IN ('seeking', 'available'))::INTEGER",
		reference: icls
	},
	{
		id: 'status',
		label: 'Status now',
		definition: 'Share of graduates by what they mainly do when asked.',
		formula: 'Σ w·1[status] / Σ w',
		...share,
		kind: 'composition',
		across: 'status',
		moreIs: 'neither',
		universe: graduates,
		numerator: 'CASE WHEN status IS NOT NULL THEN 1 END',
		reference: icls
	}
];

const duration = {
	table: 'tracer',
	universe: graduates,
	interval: 'own',
	reference: guide,
	numerator: 'months_to_first_job',
	denominator: 'found_job'
} as const;

const firstJob: readonly Indicator[] = [
	{
		id: 'without-first-job',
		label: 'Still without a first job',
		definition:
			'Share of graduates who have not yet had a first job, by months since graduation. Those who have found none stay in the count as long as they were observed.',
		formula: 'S(t) = Π over months to t of (1 − first jobs / at risk), weighted (Kaplan-Meier)',
		...duration,
		...{ measure: 'share', moreIs: 'worse', kind: 'curve' }
	},
	{
		id: 'months-to-first-job',
		label: 'Median months to a first job',
		definition:
			'Months after graduation by which half of the graduates had a first job, those still without one included.',
		formula: 'The month by which S(t) has come down to a half',
		...duration,
		...{ measure: 'months', moreIs: 'worse', kind: 'curve-quantile', at: 0.5 }
	},
	...([6, 12] as const).map((months): Indicator => ({
		id: `first-job-within-${months}`,
		label: `First job within ${months} months`,
		definition: `Share of graduates who had a first job within ${months} months of graduation.`,
		formula: `1 − S(${months}), weighted Kaplan-Meier`,
		...duration,
		...{ measure: 'share', moreIs: 'better', kind: 'curve-at', at: months }
	}))
];

const others: readonly Indicator[] = [
	{
		id: 'pay',
		label: 'Median pay',
		definition: 'Monthly pay before tax that half of the graduates in wage work are below.',
		formula: 'The value at which the weighted share at or below it reaches a half',
		measure: 'money',
		table: 'tracer',
		kind: 'quantile',
		at: 0.5,
		interval: 'own',
		moreIs: 'better',
		universe: 'graduates of the frame in wage work',
		condition: "status = 'employee'",
		numerator: 'pay',
		reference: 'Woodruff, Journal of the American Statistical Association 47 (1952)'
	},
	{
		id: 'sector-mix',
		label: 'Sectors of graduates in work',
		definition: 'Share of graduates in work by the sector of their job.',
		formula: 'Σ w·1[sector] / Σ w',
		...share,
		kind: 'composition',
		across: 'sector',
		moreIs: 'neither',
		universe: inWork,
		condition: employed,
		numerator: 'CASE WHEN sector IS NOT NULL THEN 1 END',
		reference: guide
	},
	{
		id: 'barrier',
		label: 'Barriers to a short course',
		definition: 'Share of graduates by what most stands in the way of a short course.',
		formula: 'Σ w·1[barrier] / Σ w',
		...share,
		kind: 'composition',
		across: 'barrier',
		moreIs: 'neither',
		universe: graduates,
		numerator: 'CASE WHEN barrier IS NOT NULL THEN 1 END',
		reference: guide
	},
	{
		id: 'wants-course',
		label: 'Want a short course',
		definition: 'Share of graduates who would take a short certified course now.',
		formula: 'Σ w·1[yes] / Σ w',
		...share,
		moreIs: 'neither',
		universe: graduates,
		numerator: "(wants_microcredential = 'yes')::INTEGER",
		reference: guide
	}
];

/** What the graduate tracer study says: work, time to a first job, match, pay, barriers. */
export const tracerIndicators: readonly Indicator[] = [
	...status,
	...firstJob,
	...tracerMatchIndicators,
	...others
];
