import { openAsBlob, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { matchColumns } from '#lib/ingest/matching/match.ts';
import { profileColumns } from '#lib/ingest/matching/profile.ts';
import type { Matching } from '#lib/ingest/matching/types.ts';
import { examineFile } from '#lib/ingest/reading/examine.ts';
import { readFile } from '#lib/ingest/reading/read-file.ts';
import { openNodeWarehouse } from '#lib/warehouse/node.node.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import { dataContext } from './support/matching.ts';

const folder = 'tests/fixtures/import';

/** What a file is, as its makers wrote it down. */
interface Truth {
	readonly file: string;
	readonly kind: string;
	readonly unit: string;
	readonly kindAlso?: readonly string[];
	readonly unitAlso?: readonly string[];
	/** By contract column, the heading, or several. */
	readonly mapping: Readonly<Record<string, string | readonly string[]>>;
	readonly values: Readonly<Record<string, Readonly<Record<string, string | null>>>>;
	/** Contract columns that may be asked instead. */
	readonly mayAsk: readonly string[];
	readonly mayAlso?: Readonly<Record<string, readonly string[]>>;
	readonly alsoCalled?: Readonly<Record<string, readonly string[]>>;
	readonly personal: readonly string[];
	/** Contract columns whose codes have no labels. */
	readonly neverGuess?: readonly string[];
	readonly wide?: Readonly<Record<string, string>>;
}

const { fixtures } = JSON.parse(readFileSync(`${folder}/truth.json`, 'utf8')) as {
	fixtures: readonly Truth[];
};

let warehouse: Warehouse;
let matched: readonly { readonly truth: Truth; readonly matching: Matching }[];

beforeAll(async () => {
	warehouse = await openNodeWarehouse();
	const all = [];
	for (const truth of fixtures) all.push({ truth, matching: await match(truth.file) });
	matched = all;
}, 300_000);
afterAll(() => warehouse.close());

async function match(name: string): Promise<Matching> {
	const blob = await openAsBlob(`${folder}/files/${name}`);
	const { reading } = await examineFile(blob, name);
	const raw = await readFile(warehouse, { blob, name, reading });
	const profiles = await profileColumns(warehouse, raw, reading);
	return matchColumns(profiles, { ...dataContext, fileName: name, above: raw.above });
}

/** Whether a column is one of the headings; joined ones go by their first part too. */
function isOne(column: string, headings: readonly string[], { alsoCalled = {} }: Truth): boolean {
	const plain = (text: string) =>
		text
			.replace(/ \(\d+\)$/, '')
			.replace(/\s+/g, ' ')
			.trim();
	return headings.some((heading) =>
		[heading, ...(alsoCalled[heading] ?? [])].some(
			(name) => plain(name) === plain(column) || plain(column).startsWith(`${plain(name)} / `)
		)
	);
}

const listed = (heading: string | readonly string[]) => [heading].flat();

test('the kind of 95% of the files is right, and what a row is', () => {
	const wrong = matched.flatMap(({ truth, matching }) => {
		const { guess, unit, confidence } = matching.kind;
		const right = [truth.kind, ...(truth.kindAlso ?? [])].includes(guess);
		return right ? [] : [`${truth.file}: ${guess} ${unit} (${confidence})`];
	});
	expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(matched.length * 0.05);
	const units = matched.filter(
		({ truth, matching }) => ![truth.unit, ...(truth.unitAlso ?? [])].includes(matching.kind.unit)
	);
	expect(units.length, units.map(({ truth }) => truth.file).join()).toBeLessThanOrEqual(
		matched.length * 0.05
	);
});

test('90% of the columns are found or asked where they may be', () => {
	const wanted = matched.flatMap(({ truth, matching }) =>
		Object.entries(truth.mapping).map(([contract, heading]) => {
			const found = matching.matches.find((one) => one.contract === contract);
			const right = found?.columns.every((column) => isOne(column, listed(heading), truth));
			return {
				name: `${truth.file}: ${contract}`,
				right: right ?? truth.mayAsk.includes(contract)
			};
		})
	);
	const missed = wanted.filter(({ right }) => !right).map(({ name }) => name);
	expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(wanted.length * 0.1);
});

test('no column is taken for what it is not', () => {
	const wrong = matched.flatMap(({ truth, matching }) =>
		matching.matches.flatMap(({ contract, columns, confidence }) => {
			const headings = [
				...listed(truth.mapping[contract] ?? []),
				...(truth.mayAlso?.[contract] ?? [])
			];
			const right = columns.every((column) => isOne(column, headings, truth));
			return right ? [] : [`${truth.file}: ${contract} ${columns.join()} ${confidence}`];
		})
	);
	expect(wrong).toEqual([]);
});

test('values get their codes, and none is guessed', () => {
	const wrong = matched.flatMap(({ truth, matching }) =>
		matching.matches.flatMap(({ contract, values, as }) =>
			Object.entries(truth.values[contract] ?? {}).flatMap(([value, code]) => {
				const got = Object.hasOwn(values, value) ? values[value] : as === 'text' ? code : undefined;
				const own = got === undefined && value === code;
				return got === code || own ? [] : [`${truth.file}: ${contract} ${value} is ${got}`];
			})
		)
	);
	expect(wrong).toEqual([]);
	const guessed = matched.flatMap(({ truth, matching }) =>
		matching.matches
			.filter(({ contract }) => truth.neverGuess?.includes(contract))
			.filter(({ values }) => Object.values(values).some((code) => code !== null))
			.map(({ contract }) => `${truth.file}: ${contract}`)
	);
	expect(guessed).toEqual([]);
});

test('skills side by side are the skills that they are', () => {
	const wrong = matched.flatMap(({ truth, matching }) =>
		Object.entries(truth.wide ?? {}).flatMap(([heading, skill]) => {
			const found = matching.wide?.columns.find(({ column }) => isOne(column, [heading], truth));
			return found?.skill === skill ? [] : [`${truth.file}: ${heading} is ${found?.skill}`];
		})
	);
	expect(wrong).toEqual([]);
});

test('columns that may tell who somebody is are told, and no others', () => {
	const wrong = matched.flatMap(({ truth, matching }) => {
		const told = matching.personal.map(({ column }) => column);
		const missed = truth.personal.filter(
			(heading) => !told.some((one) => isOne(one, [heading], truth))
		);
		const extra = told.filter((column) => !isOne(column, truth.personal, truth));
		return [...missed, ...extra].map((column) => `${truth.file}: ${column}`);
	});
	expect(wrong).toEqual([]);
});

test('a file made after our contracts is matched without a question', () => {
	const ours = matched.filter(({ truth }) => /^contract-(?!.*bad)/.test(truth.file));
	expect(ours.length).toBeGreaterThan(2);
	expect(ours.flatMap(({ matching }) => matching.asks)).toEqual([]);
});
