import { readFile, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Catalogue, Code, Site, Skill, Survey, Thresholds } from '#lib/contracts/catalogue.ts';
import { readCsv } from '#lib/ingest/read-csv.ts';

const folder = 'data';

/** Reads what data/ says about the country into one value. Paths are those of the project's root. */
export async function readCatalogueFiles(): Promise<Catalogue> {
	const skills = (await readTable('skills.csv')).map(toSkill);
	const surveys = await readJson<Survey[]>('surveys.json');
	return {
		site: await readJson<Site>('site.json'),
		codeLists: await readCodeLists(skills, surveys),
		skills,
		surveys,
		thresholds: await readJson<Thresholds>('thresholds.json')
	};
}

/** A file of data/ as JSON. Its shape is held by the tests of data/, not checked here. */
export async function readJson<Shape>(path: string): Promise<Shape> {
	return JSON.parse(await readFile(join(folder, path), 'utf8')) as Shape;
}

/** A CSV file of data/ as records of text. */
export async function readTable(path: string): Promise<Record<string, string>[]> {
	return readCsv(await readFile(join(folder, path), 'utf8'));
}

async function readCodeLists(
	skills: readonly Skill[],
	surveys: readonly Survey[]
): Promise<Record<string, Code[]>> {
	const lists: Record<string, Code[]> = {};
	for (const file of (await readdir(join(folder, 'code-lists'))).sort()) {
		if (!file.endsWith('.csv')) continue;
		lists[basename(file, '.csv')] = (await readTable(`code-lists/${file}`)).map(toCode);
	}
	const waves = [...new Set(surveys.map(({ wave }) => wave))].sort();
	const years = [...new Set(surveys.flatMap((survey) => survey.years ?? []))].sort();
	const cohorts = [...new Set(surveys.flatMap((survey) => survey.cohorts ?? []))].sort();
	const plain = (codes: readonly string[]): Code[] => codes.map((code) => ({ code, label: code }));
	return {
		...lists,
		major_group: (lists.occupation ?? []).filter(({ digits }) => digits === '1'),
		skill: skills.map(({ id, label }) => ({ code: id, label })),
		wave: plain(waves),
		year: plain(years),
		cohort: plain(cohorts)
	};
}

function toCode(row: Record<string, string>): Code {
	const { code = '', label = '', ...extra } = row;
	return { ...extra, code, label };
}

function toSkill(row: Record<string, string>): Skill {
	const text = (name: string): string => row[name] ?? '';
	const list = (name: string): string[] => text(name).split(' ').filter(Boolean);
	return {
		id: text('id'),
		label: text('label'),
		escoLabel: text('esco_label'),
		escoUri: text('esco_uri'),
		sectors: list('sectors'),
		occupations: list('occupations'),
		hoursPerLevel: Number(text('hours_per_level')),
		delivery: text('delivery'),
		needsPower: text('needs_power') === 'yes',
		assessable: text('assessable') === 'yes',
		assessment: text('assessment'),
		maxWeeks: Number(text('max_weeks'))
	};
}
