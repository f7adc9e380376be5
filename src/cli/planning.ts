import type {
	CostAssumptions,
	Planning,
	Provider,
	Reach,
	ShortCourse
} from '#lib/contracts/planning.ts';
import { readJson, readTable } from './catalogue.ts';

type Row = Readonly<Record<string, string>>;

/** Reads providers, reach, short courses and costs from data/. */
export async function readPlanningFiles(): Promise<Planning> {
	return {
		providers: (await readTable('providers.csv')).map(toProvider),
		reach: (await readTable('reach.csv')).map(toReach),
		courses: (await readTable('short-courses.csv')).map(toCourse),
		costs: await readJson<CostAssumptions>('costs.json')
	};
}

function toProvider(row: Row): Provider {
	return {
		id: row.id ?? '',
		label: row.label ?? '',
		kind: row.kind ?? '',
		districtGroup: row.district_group ?? '',
		fields: words(row.fields),
		sectors: words(row.sectors),
		lqf: { from: Number(row.lqf_from), to: Number(row.lqf_to) },
		modes: words(row.modes),
		seatsAYear: Number(row.seats_a_year),
		gridPower: row.grid_power === 'yes',
		status: row.status ?? '',
		synthetic: row.synthetic === 'true'
	};
}

function toReach(row: Row): Reach {
	const { from = '', to = '', kind } = row;
	if (kind !== 'daily' && kind !== 'weekly block' && kind !== 'remote') {
		throw new RangeError(`reach.csv: ${from} to ${to} is reached how?`);
	}
	return { from, to, kind };
}

function toCourse(row: Row): ShortCourse {
	const { id = '', title = '', status = '', source = '' } = row;
	return {
		...{
			id,
			title,
			status,
			source,
			skills: words(row.skills),
			synthetic: row.synthetic === 'true'
		},
		...(row.provider ? { provider: row.provider } : {}),
		...(row.hours ? { hours: Number(row.hours) } : {}),
		...(row.mode ? { mode: row.mode } : {}),
		...(row.district_group ? { districtGroup: row.district_group } : {}),
		...(row.fee ? { fee: Number(row.fee) } : {})
	};
}

function words(text = ''): string[] {
	return text.split(' ').filter(Boolean);
}
