/** What the files of a data package tell people and programs: design, codes, what was left out, what is made up. */
import { unzipSync, strFromU8 } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ownPackage } from '#lib/exports/own-package/package-files.ts';
import { zipPackage } from '#lib/exports/own-package/zip-package.ts';
import { openPacker, type Packed, type Packer } from './support/own-package.ts';

let packer: Packer;
beforeAll(async () => {
	packer = await openPacker();
});
afterAll(() => packer.close());

interface Written {
	readonly weight: string | null;
	readonly strata: readonly string[];
	readonly cluster: readonly string[];
	readonly fpc: string | null;
	readonly loneStrata: number;
}

const headings =
	'Graduate ID,Gender,Year of graduation,Employment status,Stratum,Cluster,Weight,Population';
const columns = headings.split(',').length;

/** Forty graduates of two strata with clusters of five; `last` stands at the end. */
function survey(last = '', population = (row: number) => 900 + (row % 2)): string {
	const rows = Array.from({ length: 40 }, (_, i) => {
		const stratum = i % 2;
		return [
			...[`G${i}`, i % 3 === 0 ? 'Male' : 'Female', 2019 + (i % 3)],
			...[i % 4 === 0 ? 'Looking for work' : 'Employee', `S${stratum}`, `C${i % 8}`],
			...[1 + (i % 7) / 10, population(i)]
		].join(',');
	});
	return [headings, ...rows, ...(last === '' ? [] : [last]), ''].join('\n');
}

function pack(text: string, options?: Parameters<Packer['pack']>[2]): Promise<Packed> {
	return packer.pack(new Blob([text]), 'graduates 2024.csv', options);
}

function designOf({ files }: Packed): Written {
	const written = JSON.parse(files.get('design.json') ?? '') as { tables: { tracer: Written } };
	return written.tables.tracer;
}

describe('the design', () => {
	test('is that of the columns of the file, in design.json, R and Stata', async () => {
		const packed = await pack(survey());
		expect(designOf(packed)).toMatchObject({
			...{ weight: 'weight', strata: ['stratum'], cluster: ['cluster'], fpc: 'fpc', loneStrata: 0 }
		});
		const [inR, inStata] = [packed.files.get('read.R'), packed.files.get('read.do')];
		expect(inR).toContain(
			'ids = ~.cluster, weights = ~.weight,\n\tstrata = ~.stratum, nest = TRUE,\n\tfpc = ~.fpc'
		);
		expect(inR).toContain('survey.lonely.psu = "fail"');
		expect(inStata).toContain(
			'svyset cluster_id [pweight = weight], strata(stratum_id) fpc(fpc) singleunit(missing)'
		);
	});

	test('leaves out a population that changes within a stratum, and says so', async () => {
		const packed = await pack(survey('', (row) => 900 + (row % 4)));
		expect(designOf(packed).fpc).toBeNull();
		for (const script of ['read.R', 'read.do']) {
			expect(packed.files.get(script), script).not.toMatch(/fpc = ~|fpc\(/);
			expect(packed.files.get(script)?.replace(/\n[#*] /g, ' '), script).toContain(
				'it is not used'
			);
		}
	});

	test('says of a stratum with one cluster what is done', async () => {
		const packed = await pack(survey('G99,Female,2020,Employee,S9,C99,1,77'));
		expect(designOf(packed).loneStrata).toBe(1);
		expect(packed.files.get('read.R')).toContain('survey.lonely.psu = "adjust"');
		expect(packed.files.get('read.do')).toContain('singleunit(centered)');
	});

	test('of a file without any: every row counts once, and no weight is declared', async () => {
		const plain = survey()
			.split('\n')
			.map((line) =>
				line
					.split(',')
					.slice(0, columns - 4)
					.join(',')
			)
			.join('\n');
		const packed = await pack(plain);
		expect(designOf(packed)).toMatchObject({ weight: null, strata: [], cluster: [] });
		expect(packed.files.get('read.R')).toContain('.weight <- rep(1, nrow(sampled))');
		expect(packed.files.get('read.do')).toMatch(/^svyset _n, /m);
		expect(packed.files.get('codebook.html')).toContain('every row counts once');
	});

	test('of head counts of everybody: no sample is declared', async () => {
		const counts =
			'year,institution,isced_level,field,sex,residence_at_entry,enrolled,entrants,graduates,synthetic';
		const rows = ['2023,UNA,6,04,F,rural,30,9,5,false', '2023,UNA,6,04,M,rural,10,4,2,false', ''];
		const packed = await packer.pack(new Blob([[counts, ...rows].join('\n')]), 'enrolment.csv');
		expect(packed.files.get('read.R')).not.toMatch(/svydesign|library/);
		expect(packed.files.get('read.R')).toContain('format(0.75, digits = 15)');
		expect(packed.files.get('read.do')).not.toContain('svyset');
	});
});

describe('people', () => {
	const named = survey().split('\n');
	const withNames = [
		`${named[0]},Full name`,
		...named
			.slice(1, -1)
			.map((line, i) => `${line},Thabo ${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[i % 26]}mith`),
		''
	].join('\n');

	test('columns that look personal are in no file but the one that came, and the README says so', async () => {
		const without = await pack(withNames);
		for (const [path, text] of without.files) expect(text, path).not.toContain('Thabo');
		expect(without.files.get('README.txt')).toContain('were left out of the table: Full name.');
		expect(without.files.get('README.txt')?.replaceAll('\n', ' ')).toContain(
			'is not part of the package'
		);
		const whole = await pack(withNames, { withSource: true });
		expect(whole.files.get('source/graduates 2024.csv')).toBe(withNames);
		expect(whole.files.get('README.txt')).toContain(
			'They still stand in source/graduates 2024.csv'
		);
	});

	test('every file for people says that it is microdata, and made up where it is', async () => {
		const told = await pack(survey(), { survey: { synthetic: true } });
		for (const path of ['README.txt', 'codebook.html', 'read.R', 'read.do']) {
			expect(told.files.get(path), path).toContain('Microdata');
			expect(told.files.get(path), path).toContain('SYNTHETIC');
		}
		expect(JSON.parse(told.files.get('datapackage.json') ?? '')).toMatchObject({ synthetic: true });
		expect((await pack(survey())).files.get('README.txt')).not.toContain('SYNTHETIC');
	});
});

test('the codebook tells headings of origin, codes, labels and what is missing, and runs nothing', async () => {
	const hostile = survey()
		.replace('Gender', '"<script>alert(1)</script> Gender"')
		.replace('Female', '');
	const page = (await pack(hostile)).files.get('codebook.html') ?? '';
	expect(page).not.toContain('<script');
	expect(page).toContain('“&lt;script&gt;alert(1)&lt;/script&gt; Gender”');
	expect(page).toMatch(/<code>F<\/code><\/td><td>Women<\/td><td class="n">25<\/td>/);
	expect(page).toMatch(/<th scope="row">Empty<\/th><td>1 of 40 rows<\/td>/);
});

test('the zip file holds the very files, in a folder of its name, and can be given up', async () => {
	const { result, files, name } = await pack(survey(), { withSource: true });
	const made = () =>
		ownPackage({
			...{ warehouse: packer.warehouse, ...result, ...packer.given },
			source: new Blob([survey()])
		});
	const zip = await zipPackage(await made());
	const entries = Object.entries(unzipSync(new Uint8Array(await zip.arrayBuffer())));
	expect(name).toBe('graduates-2024-data-package');
	expect(entries.map(([path, bytes]) => [path, strFromU8(bytes)])).toEqual(
		[...files].map(([path, text]) => [`${name}/${path}`, text])
	);
	const controller = new AbortController();
	controller.abort(new Error('enough'));
	await expect(zipPackage(await made(), { signal: controller.signal })).rejects.toThrow('enough');
});
