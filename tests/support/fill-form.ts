import type { Catalogue } from '#lib/contracts/catalogue.ts';
import { codesOfField, type TableSchema } from '#lib/contracts/table-schema.ts';
import { csvText } from '#lib/exports/csv-text.ts';
import type { Sheet } from '#lib/exports/next-wave/survey-form.ts';
import { randomStream, type RandomStream } from '#lib/survey/random.ts';

/** A filled form: the path of each question, and a row of answers a person. */
export interface Filled {
	readonly paths: readonly (readonly string[])[];
	readonly rows: readonly (readonly string[])[];
}

interface Asked {
	readonly path: readonly string[];
	readonly type: string;
	readonly name: string;
	readonly relevant: string;
	readonly constraint: string;
	readonly fallback: string;
}

/** Fills a form as people would: where a question is relevant, by its own choices and limits. */
export function fillForm(
	sheets: readonly Sheet[],
	{ rows, seed }: { readonly rows: number; readonly seed: number }
): Filled {
	const asked = questionsOf(sheets);
	const choices = new Map<string, string[]>();
	for (const { list_name: list = '', name = '' } of records(sheets, 'choices')) {
		choices.set(list, [...(choices.get(list) ?? []), name]);
	}
	const stream = randomStream(seed, 'form');
	return {
		paths: asked.map(({ path }) => path),
		rows: Array.from({ length: rows }, (_, row) => {
			const answers = new Map<string, string>();
			return asked.map((question) => {
				const text = isRelevant(question.relevant, answers)
					? answerTo(question, { row, choices, stream, answers })
					: '';
				answers.set(question.name, text);
				return text;
			});
		})
	};
}

/**
 * The answers as KoboToolbox exports them, with its own columns around them.
 * @param separator between groups in the headings; '' for names alone
 */
export function koboExport({ paths, rows }: Filled, separator: string): string {
	const headings = paths.map((path) => (separator ? path.join(separator) : (path.at(-1) ?? '')));
	return csvText(
		['start', 'end', ...headings, '_id', '_uuid', '_submission_time', '_index'],
		rows.map((row, i) => [
			...['2027-03-01T08:00:00.000+02:00', '2027-03-01T08:20:00.000+02:00', ...row],
			...[1000 + i, `8c1f-${i}-4b2e`, '2027-03-01T06:21:00', i + 1]
		])
	);
}

function records(sheets: readonly Sheet[], name: string): Record<string, string>[] {
	const [header = [], ...rows] = sheets.find((sheet) => sheet.name === name)?.rows ?? [];
	return rows.map((row) => Object.fromEntries(header.map((column, i) => [column, row[i] ?? ''])));
}

function questionsOf(sheets: readonly Sheet[]): Asked[] {
	const groups: string[] = [];
	const conditions: string[] = [];
	return records(sheets, 'survey').flatMap((row) => {
		const { type = '', name = '', relevant = '', constraint = '' } = row;
		if (type === 'begin_group') {
			groups.push(name);
			conditions.push(relevant);
			return [];
		}
		if (type === 'end_group') {
			groups.pop();
			conditions.pop();
			return [];
		}
		const all = [...conditions, relevant].filter(Boolean).map((one) => `(${one})`);
		const fallback = row.calculation?.replaceAll("'", '') || (row.default ?? '');
		const path = [...groups, name];
		return [{ path, type, name, relevant: all.join(' and '), constraint, fallback }];
	});
}

/** Conditions are alternatives of `${name} = 'code'` and `${name} != ''`, joined by `and`. */
function isRelevant(relevant: string, answers: ReadonlyMap<string, string>): boolean {
	return relevant.split(' and ').every((part) => {
		const tests = [...part.matchAll(/\$\{([^}]+)\} (!?=) '([^']*)'/g)];
		return (
			tests.length === 0 ||
			tests.some(([, name = '', sign, code]) => (answers.get(name) === code) === (sign === '='))
		);
	});
}

/** Rows of real answers under the columns of a table, as they are typed into its template. */
export function fillTemplate(
	{ fields }: TableSchema,
	{ catalogue, rows, seed }: { catalogue: Catalogue; rows: number; seed: number }
): string[][] {
	const stream = randomStream(seed, 'template');
	return Array.from({ length: rows }, (_, row) => {
		const answers = new Map<string, string>();
		return fields.map((field) => {
			const { name, type, constraints = {} } = field;
			const codes = codesOfField(field, catalogue).map(({ code }) => code);
			const constraint = `>= ${constraints.minimum ?? 0}`;
			const text = answerTo(
				{
					...{ path: [name], name, relevant: '', constraint },
					...{ type: codes.length > 0 ? `select_one ${name}` : type, fallback: fallbackOf(name) }
				},
				{ row, stream, answers, choices: new Map([[name, codes]]) }
			);
			answers.set(name, text);
			return text;
		});
	});
}

/** What is the same in every row, or must not be drawn. */
function fallbackOf(name: string): string {
	return { wave: '2027', year: '2027', synthetic: 'false', weight: '12.5' }[name] ?? '';
}

interface Filling {
	readonly row: number;
	readonly choices: ReadonlyMap<string, readonly string[]>;
	readonly stream: RandomStream;
	readonly answers: ReadonlyMap<string, string>;
}

function answerTo(
	{ type, name, constraint, fallback }: Asked,
	{ row, choices, stream, answers }: Filling
): string {
	if (fallback) return fallback;
	const list = choices.get(type.replace('select_one ', ''));
	if (list) return list[stream.below(list.length)] ?? '';
	const least = Number(/>= (\d+)/.exec(constraint)?.[1] ?? 0);
	if (type === 'integer') return String(wholeNumber(name, least, { stream, answers }));
	if (name === 'stratum') return `S${row % 4}`;
	if (name === 'cluster') return `S${row % 4}-P${row % 12}`;
	return name === 'cohort'
		? String(2022 + (row % 3))
		: `${name[0]}-${String(row + 1).padStart(4, '0')}`;
}

/** Parts are no larger than what they are a part of. */
const partOf: Readonly<Record<string, string>> = {
	staff_not_proficient: 'staff',
	hard_to_fill: 'vacancies',
	skill_shortage: 'hard_to_fill',
	...{ entrants: 'enrolled', graduates: 'enrolled' }
};

function wholeNumber(
	name: string,
	least: number,
	{ stream, answers }: Pick<Filling, 'stream' | 'answers'>
): number {
	const whole = partOf[name];
	if (whole !== undefined) return stream.below(Number(answers.get(whole) ?? 0) + 1);
	if (name === 'pay') return 1500 + 50 * stream.below(200);
	if (name === 'age') return 18 + stream.below(45);
	return least + stream.below(name === 'months_to_first_job' ? 30 : 60);
}
