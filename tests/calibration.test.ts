/**
 * The demonstration surveys hold the published figures that such tables can carry and do not contradict
 * the claims of the skills audit. Figures and claims: data/README.md. Sums here are plain weighted sums.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCsv } from '#lib/ingest/read-csv.ts';
import { generateDemonstration } from '../src/cli/demonstration/generate.ts';
import { readParameters } from '../src/cli/demonstration/read-parameters.ts';

type Row = Record<string, string>;

const parameters = readParameters();
const { tables } = generateDemonstration(parameters);
const skillRows = readCsv(tables.audit_skill);
const establishments = readCsv(tables.audit_establishment);
const graduates = readCsv(tables.tracer);
const students = readCsv(tables.enrolment);
const frame = readCsv(tables.frame);

const judged = skillRows.filter((row) => row.proficiency_attained !== '');
const workers = [...new Map(skillRows.map((row) => [row.worker, row])).values()];

const list = (name: string): Row[] => readCsv(readFileSync(`data/${name}.csv`, 'utf8'));
const codesOf = (name: string, column = 'code'): Set<string> =>
	new Set(list(name).map((row) => row[column] ?? ''));
const number = (row: Row, column: string): number => Number(row[column]);
const sum = (rows: readonly Row[], value: (row: Row) => number): number =>
	rows.reduce((total, row) => total + value(row), 0);
const weight = (row: Row): number => number(row, 'weight');

const required = (row: Row): number => number(row, 'proficiency_required');
const attained = (row: Row): number => number(row, 'proficiency_attained');
const below = (row: Row): number => (required(row) > attained(row) ? 1 : 0);
const reached = (row: Row): number => Math.min(required(row), attained(row));
const isProfessional = (row: Row): boolean => /^[123]/.test(row.occupation ?? '');

interface Figure {
	readonly value: number;
	/** By linearisation, clusters within strata, with replacement. */
	readonly se: number;
}

/** Weighted ratio of two sums over rows, with its standard error. */
function ratio(
	rows: readonly Row[],
	y: (row: Row) => number,
	x: (row: Row) => number = () => 1
): Figure {
	const total = sum(rows, (row) => weight(row) * x(row));
	const value = sum(rows, (row) => weight(row) * y(row)) / total;
	const strata = new Map<string, Map<string, number>>();
	for (const row of rows) {
		const clusters = strata.get(row.stratum ?? '') ?? new Map<string, number>();
		strata.set(row.stratum ?? '', clusters);
		const score = (weight(row) * (y(row) - value * x(row))) / total;
		clusters.set(row.cluster ?? '', (clusters.get(row.cluster ?? '') ?? 0) + score);
	}
	let variance = 0;
	for (const clusters of strata.values()) {
		const scores = [...clusters.values()];
		const mean = scores.reduce((a, b) => a + b, 0) / scores.length;
		const spread = scores.reduce((a, b) => a + (b - mean) ** 2, 0);
		if (scores.length > 1) variance += (scores.length / (scores.length - 1)) * spread;
	}
	return { value, se: Math.sqrt(variance) };
}

/** Difference of two figures in standard errors. Both from the same clusters makes this cautious. */
function distance(a: Figure, b: Figure): number {
	return (a.value - b.value) / Math.hypot(a.se, b.se);
}

const inSector = (sector: string): Row[] => judged.filter((row) => row.sector === sector);
const attainment = (rows: readonly Row[]): Figure => ratio(rows, reached, required);
const gap = (sector: string, skill: string): Figure =>
	ratio(
		inSector(sector).filter((row) => row.skill === skill),
		(row) => required(row) - attained(row)
	);
const clear = (figure: Figure): boolean => figure.value - 1.96 * figure.se > 0;

describe('the generator', () => {
	const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

	test('the same seed gives the same bytes', () => {
		const again = generateDemonstration(readParameters()).tables;
		expect(Object.values(again).map(hash)).toEqual(Object.values(tables).map(hash));
	});

	test('another seed gives other records of the same shape', () => {
		const audit = { ...parameters.audit, seed: parameters.audit.seed + 1 };
		const other = generateDemonstration({ ...parameters, audit }).tables;
		expect(hash(other.audit_skill)).not.toBe(hash(tables.audit_skill));
		expect(other.audit_skill.split('\n')[0]).toBe(tables.audit_skill.split('\n')[0]);
		expect(other.tracer).toBe(tables.tracer);
	});

	test('the surveys have the size of real ones', () => {
		expect(skillRows.length).toBeGreaterThan(100_000);
		expect(skillRows.length).toBeLessThan(112_000);
		expect(workers.length).toBeGreaterThan(8_500);
		expect(establishments.length).toBeGreaterThan(1_100);
		expect(graduates.filter((row) => row.wave === '2021').length).toBeGreaterThan(3_500);
		expect(graduates.filter((row) => row.wave === '2024').length).toBeGreaterThan(3_500);
		expect(new Set(students.map((row) => row.year)).size).toBe(8);
	});
});

describe('the contract', () => {
	const byTable: Record<string, Row[]> = {
		audit_skill: skillRows,
		audit_establishment: establishments,
		tracer: graduates,
		enrolment: students,
		frame
	};

	interface Field {
		readonly name: string;
		readonly type: string;
		readonly codeList?: string;
		readonly constraints?: { required?: boolean; minimum?: number; maximum?: number };
	}

	test.each(Object.keys(byTable))('%s keeps to its schema', (table) => {
		const schema = JSON.parse(readFileSync(`data/schemas/${table}.json`, 'utf8')) as {
			fields: Field[];
		};
		const rows = byTable[table] ?? [];
		expect(Object.keys(rows[0] ?? {})).toEqual(schema.fields.map(({ name }) => name));
		const wrong = schema.fields.flatMap((field) => wrongValues(field, rows));
		expect(wrong).toEqual([]);
	});

	function wrongValues({ name, type, codeList, constraints = {} }: Field, rows: Row[]): string[] {
		const codes =
			codeList === 'skills'
				? codesOf('skills', 'id')
				: codeList && codesOf(`code-lists/${codeList}`);
		const fits = (value: string): boolean => {
			if (value === '') return constraints.required !== true;
			if (codes && !codes.has(value)) return false;
			if (type === 'integer' && !/^-?\d+$/.test(value)) return false;
			if (type === 'number' && !/^-?\d+(\.\d+)?$/.test(value)) return false;
			const { minimum = -Infinity, maximum = Infinity } = constraints;
			return /integer|number/.test(type) ? +value >= minimum && +value <= maximum : true;
		};
		const values = new Set(rows.map((row) => row[name] ?? ''));
		return [...values].filter((value) => !fits(value)).map((value) => `${name}: ${value}`);
	}

	const surveys = [skillRows, establishments, graduates];

	test('every record says that it is made up', () => {
		const all = [...surveys, students, frame].flat();
		expect(all.every((row) => row.synthetic === 'true')).toBe(true);
	});

	test('weights are above zero', () => {
		expect(surveys.flat().every((row) => weight(row) > 0)).toBe(true);
	});

	test('a cluster lies in one stratum, and no stratum has a single cluster', () => {
		for (const rows of surveys) {
			const strata = new Map<string, Set<string>>();
			const home = new Map<string, string>();
			for (const { stratum = '', cluster = '' } of rows) {
				expect(home.get(cluster) ?? stratum).toBe(stratum);
				home.set(cluster, stratum);
				strata.set(stratum, (strata.get(stratum) ?? new Set()).add(cluster));
			}
			expect(Math.min(...[...strata.values()].map((set) => set.size))).toBeGreaterThanOrEqual(2);
		}
	});

	test('every stratum is in the frame, with as many clusters as answered', () => {
		const names = ['audit_skill', 'audit_establishment', 'tracer'];
		const counted = surveys.flatMap((rows, i) => {
			const strata = new Map<string, Set<string>>();
			for (const { stratum = '', cluster = '' } of rows) {
				strata.set(stratum, (strata.get(stratum) ?? new Set()).add(cluster));
			}
			return [...strata].map(([id, set]) => `${names[i]} ${id} ${set.size}`);
		});
		const known = frame.map((row) => `${row.table} ${row.stratum} ${row.clusters_answered}`);
		expect(counted.sort()).toEqual(known.sort());
	});

	test('no more clusters or units answered than were sampled or exist', () => {
		const wrong = frame.filter(
			(row) =>
				number(row, 'clusters_answered') > number(row, 'clusters_population') ||
				number(row, 'answered') + number(row, 'ineligible') > number(row, 'sampled') ||
				number(row, 'sampled') > number(row, 'population')
		);
		expect(wrong).toEqual([]);
	});

	test('workers of a stratum weigh as many as the frame has', () => {
		const totals = new Map<string, number>();
		for (const row of workers) {
			const stratum = row.stratum ?? '';
			totals.set(stratum, (totals.get(stratum) ?? 0) + weight(row));
		}
		for (const row of frame.filter(({ table }) => table === 'audit_skill')) {
			expect(totals.get(row.stratum ?? '')).toBeCloseTo(number(row, 'population'), 0);
		}
	});

	test('counts of an employer and of a class nest', () => {
		const wrong = establishments.filter(
			(row) =>
				number(row, 'staff_not_proficient') > number(row, 'staff') ||
				number(row, 'hard_to_fill') > number(row, 'vacancies') ||
				number(row, 'skill_shortage') > number(row, 'hard_to_fill')
		);
		const odd = students.filter(
			(row) =>
				number(row, 'graduates') > number(row, 'enrolled') ||
				number(row, 'entrants') > number(row, 'enrolled')
		);
		expect([...wrong, ...odd]).toEqual([]);
	});

	test('about three in a hundred answers on a skill are blank', () => {
		const blank = skillRows.filter(
			(row) => row.proficiency_attained === '' || row.importance === ''
		);
		expect(blank.length / skillRows.length).toBeGreaterThan(0.02);
		expect(blank.length / skillRows.length).toBeLessThan(0.05);
	});

	test('a graduate without a first job has no job, and is censored', () => {
		const without = graduates.filter((row) => row.found_job === '0');
		expect(without.length).toBeGreaterThan(200);
		expect(without.every((row) => row.occupation === '' && row.sector === '')).toBe(true);
		expect(without.every((row) => number(row, 'months_to_first_job') > 0)).toBe(true);
	});
});

describe('enrolment', () => {
	const share = (rows: readonly Row[]): number =>
		sum(
			rows.filter((row) => row.sex === 'F'),
			(row) => number(row, 'enrolled')
		) / sum(rows, (row) => number(row, 'enrolled'));

	test.each([
		['05', 0.375],
		['06', 0.368],
		['07', 0.262],
		['02', 0.67]
	])('women are their published share of field %s, in every year (N15, N16)', (field, target) => {
		for (const year of new Set(students.map((row) => row.year))) {
			const rows = students.filter((row) => row.field === field && row.year === year);
			expect(Math.abs(share(rows) - target)).toBeLessThanOrEqual(0.005);
		}
	});

	test('women are 60% of all students, in every year (N15)', () => {
		for (const year of new Set(students.map((row) => row.year))) {
			const rows = students.filter((row) => row.year === year);
			expect(Math.abs(share(rows) - 0.6)).toBeLessThanOrEqual(0.005);
		}
	});
});

describe('the gap by sector (C01)', () => {
	const high = ['TRD', 'MFG', 'HBS'];
	const low = ['ICT', 'ENE', 'PST', 'FIN', 'MGT', 'AGR', 'EDU'];

	test.each(low)('attainment in %s lies clearly below that in each high sector', (sector) => {
		for (const other of high) {
			expect(distance(attainment(inSector(other)), attainment(inSector(sector)))).toBeGreaterThan(
				3
			);
		}
	});

	test('professionals are further short than others in every sector', () => {
		for (const sector of new Set(judged.map((row) => row.sector ?? ''))) {
			const rows = inSector(sector);
			const professionals = ratio(rows.filter(isProfessional), below);
			const others = ratio(
				rows.filter((row) => !isProfessional(row)),
				below
			);
			expect(distance(professionals, others), sector).toBeGreaterThan(2);
		}
	});
});

describe('the gap by skill in the target sectors (C04, C05, C07)', () => {
	test.each([
		['TEX', 'SK-TEX-01', ['SK-TEX-04', 'SK-TEX-06', 'SK-TEX-08', 'LS-03', 'SK-XCT-11', 'LS-05']],
		['MIN', 'SK-MIN-05', ['SK-MIN-13', 'SK-MIN-11', 'SK-XCT-14', 'SK-MIN-12', 'SK-MIN-14']],
		['AGR', 'SK-AGR-01', ['SK-AGR-02', 'LS-01', 'SK-AGR-08', 'SK-AGR-03', 'SK-AGR-09', 'LS-06']]
	])('in %s no clear gap shows in %s, and clear ones elsewhere', (sector, without, wide) => {
		const small = gap(sector, without);
		expect(clear(small)).toBe(false);
		for (const skill of wide) {
			expect(distance(gap(sector, skill), small), skill).toBeGreaterThan(3);
		}
	});

	test('gaps run from none to about one level and a half', () => {
		const sizes = ['MIN', 'TEX', 'AGR'].flatMap((sector) =>
			[...new Set(inSector(sector).map((row) => row.skill ?? ''))]
				.filter((skill) => inSector(sector).filter((row) => row.skill === skill).length >= 50)
				.map((skill) => gap(sector, skill).value)
		);
		expect(Math.min(...sizes)).toBeGreaterThan(-0.15);
		expect(Math.min(...sizes)).toBeLessThan(0.05);
		expect(Math.max(...sizes)).toBeGreaterThan(1.2);
		expect(Math.max(...sizes)).toBeLessThan(1.6);
	});

	test('rural women are short of electrical maintenance more often than rural men in mining', () => {
		const rural = inSector('MIN').filter(
			(row) => row.skill === 'SK-MIN-11' && row.residence === 'rural'
		);
		const of = (sex: string): Figure =>
			ratio(
				rural.filter((row) => row.sex === sex),
				below
			);
		expect(distance(of('F'), of('M'))).toBeGreaterThan(2);
	});

	test('women check quality in textiles better than men, and elsewhere no difference shows', () => {
		const of = (sector: string, skill: string, sex: string): Figure =>
			ratio(
				inSector(sector).filter((row) => row.skill === skill && row.sex === sex),
				below
			);
		expect(distance(of('TEX', 'SK-TEX-06', 'M'), of('TEX', 'SK-TEX-06', 'F'))).toBeGreaterThan(1.5);
		const same = distance(of('AGR', 'SK-AGR-03', 'F'), of('AGR', 'SK-AGR-03', 'M'));
		expect(Math.abs(same)).toBeLessThan(1.96);
	});

	test('rural workers on farms are short of what comes with services more often than urban ones', () => {
		const of = (residence: string): Figure =>
			ratio(
				inSector('AGR').filter(
					(row) =>
						['SK-AGR-02', 'SK-AGR-03', 'SK-AGR-08', 'SK-AGR-09'].includes(row.skill ?? '') &&
						row.residence === residence
				),
				below
			);
		expect(distance(of('rural'), of('urban'))).toBeGreaterThan(2);
	});
});

describe('employers and jobs', () => {
	const jobs = (sector: string): number =>
		sum(
			workers.filter((row) => row.sector === sector),
			weight
		);
	const womenIn = (sector: string): number =>
		ratio(
			workers.filter((row) => row.sector === sector),
			(row) => (row.sex === 'F' ? 1 : 0)
		).value;

	test('textiles weigh the 34,151 jobs of March 2024, most held by women', () => {
		expect(Math.abs(jobs('TEX') - 34_151)).toBeLessThan(5);
		expect(womenIn('TEX')).toBeGreaterThan(0.7);
	});

	test('most textile workers have a secondary certificate or less (C05)', () => {
		const known = workers.filter((row) => row.sector === 'TEX' && row.isced_level !== '');
		expect(ratio(known, (row) => (number(row, 'isced_level') <= 3 ? 1 : 0)).value).toBeGreaterThan(
			0.6
		);
	});

	test('mining is taken whole: a dozen coded sites in one place, few women', () => {
		const sites = establishments.filter((row) => row.sector === 'MIN');
		expect(sites).toHaveLength(12);
		expect(sites.every((row) => row.stratum === 'MIN' && row.district_group === 'HIG')).toBe(true);
		expect(jobs('MIN')).toBeGreaterThan(2_000);
		expect(jobs('MIN')).toBeLessThan(3_000);
		expect(womenIn('MIN')).toBeLessThan(0.3);
	});

	test('mines call more of their staff not fully proficient than employers as a whole', () => {
		const density = (rows: readonly Row[]): number =>
			ratio(
				rows.filter((row) => row.staff_not_proficient !== ''),
				(row) => number(row, 'staff_not_proficient'),
				(row) => number(row, 'staff')
			).value;
		const mines = establishments.filter((row) => row.sector === 'MIN');
		expect(density(mines)).toBeGreaterThan(density(establishments) + 0.03);
	});
});

describe('graduates (N14)', () => {
	const active = graduates.filter((row) =>
		['seeking', 'employee', 'own_account', 'employer', 'family', 'intern'].includes(
			row.status ?? ''
		)
	);
	const unemployment = (residences: readonly string[], sex: string, wave?: string): Figure =>
		ratio(
			active.filter(
				(row) =>
					residences.includes(row.residence ?? '') &&
					row.sex === sex &&
					(wave === undefined || row.wave === wave)
			),
			(row) => (row.status === 'seeking' ? 1 : 0)
		);

	test.each([[['urban', 'periurban']], [['rural']]])(
		'more women than men are unemployed, %s, in each wave and beyond chance in both together',
		(residences) => {
			for (const wave of ['2021', '2024']) {
				const women = unemployment(residences, 'F', wave);
				expect(women.value).toBeGreaterThan(unemployment(residences, 'M', wave).value);
			}
			const both = distance(unemployment(residences, 'F'), unemployment(residences, 'M'));
			expect(both).toBeGreaterThan(3);
		}
	);

	test('rural graduates wait longer for a first job', () => {
		const within = (residence: string): Figure =>
			ratio(
				graduates.filter((row) => row.residence === residence && row.found_job !== ''),
				(row) => (row.found_job === '1' && number(row, 'months_to_first_job') <= 12 ? 1 : 0)
			);
		expect(distance(within('urban'), within('rural'))).toBeGreaterThan(5);
	});

	test('women among graduates of a field are near their share of its students', () => {
		for (const [field, { women }] of Object.entries(parameters.enrolment.fields)) {
			expect(parameters.tracer.fields[field]?.women).toBeDefined();
			expect(Math.abs((parameters.tracer.fields[field]?.women ?? 0) - women)).toBeLessThan(10);
		}
	});
});

describe('the files of data/', () => {
	const files = readdirSync('data', { recursive: true, encoding: 'utf8' }).filter((file) =>
		/\.(csv|json|md)$/.test(file)
	);

	test('hold no unverified fact', () => {
		const marked = files.filter((file) => readFileSync(`data/${file}`, 'utf8').includes('[mem]'));
		expect(marked).toEqual([]);
	});

	test('every published figure has an id of its own, a source, a year and a status', () => {
		const figures = list('published-figures');
		expect(new Set(figures.map(({ id }) => id)).size).toBe(figures.length);
		const statuses = ['sourced', 'report', 'weak', 'conflict', 'computed'];
		const wrong = figures.filter(
			({ value, text, source, year, status }) =>
				!source || !year || !statuses.includes(status ?? '') || (!value && !text)
		);
		expect(wrong).toEqual([]);
	});

	test('figures that disagree stand side by side', () => {
		const figures = list('published-figures');
		const alone = figures
			.filter(({ status }) => status === 'conflict')
			.filter(
				({ measure, note }) => !note && figures.filter((f) => f.measure === measure).length < 2
			);
		expect(alone).toEqual([]);
	});

	test('every figure N01 to N24 has a row', () => {
		const ids = list('published-figures').map(({ id = '' }) => id.slice(0, 3));
		const wanted = Array.from({ length: 24 }, (_, i) => `N${String(i + 1).padStart(2, '0')}`);
		expect(wanted.filter((id) => !ids.includes(id))).toEqual([]);
	});

	test('every skill has hours, a way to assess it and occupations of the list', () => {
		const occupations = codesOf('code-lists/occupation');
		const skills = list('skills');
		expect(skills).toHaveLength(61);
		for (const skill of skills) {
			expect(number(skill, 'hours_per_level')).toBeGreaterThan(0);
			expect(skill.assessment).not.toBe('');
			for (const code of (skill.occupations ?? '').split(' ')) {
				expect(code === 'all' || occupations.has(code), `${skill.id} ${code}`).toBe(true);
			}
		}
	});

	test('skills that a sector is asked about name that sector', () => {
		const sectors = new Map(list('skills').map((row) => [row.id, (row.sectors ?? '').split(' ')]));
		const asked = new Set(skillRows.map((row) => `${row.skill} ${row.sector}`));
		const missing = [...asked].filter((pair) => {
			const [skill = '', sector = ''] = pair.split(' ');
			const named = sectors.get(skill) ?? [];
			return !named.includes('all') && !named.includes(sector);
		});
		expect(missing).toEqual([]);
	});
});
