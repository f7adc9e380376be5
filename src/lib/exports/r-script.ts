import type { Manifest, RecordsEntry } from '#lib/answers/answer-book.ts';
import { isPlan, planQuestion, type Plan } from '#lib/answers/plan.ts';
import type { Catalogue } from '#lib/contracts/catalogue.ts';
import { lookupTables, tableDesigns } from '#lib/indicators/declared.ts';
import type { TableId } from '#lib/indicators/declaration.ts';
import { problems } from '#lib/vocabulary/messages/problems.ts';
import { rScriptWords as words } from '#lib/vocabulary/messages/r-script.ts';
import { problem, type Problem } from '#lib/vocabulary/problem.ts';
import { formatQuestion, type Question } from '#lib/vocabulary/question.ts';
import { estimatorsInR, type EstimatorInR } from './r-estimators.ts';
import { questionInR, titleOf, type QuestionInR } from './r-question.ts';
import { designInR, readerInR, recordsInR, regroupInR } from './r-records.ts';
import { rComment, rName, rText } from './r-text.ts';

/** What a script has to know of the site that prints it. */
export interface PublishedSite {
	readonly catalogue: Catalogue;
	readonly manifest: Manifest;
	/** Where the site stands, with its path: `https://example.org/skills`. */
	readonly address: string;
	/** The address of the figure under its View, where it is not the site's. */
	readonly figure?: string;
}

interface Asked {
	readonly name: string;
	readonly plan: Plan;
	readonly inR: QuestionInR;
}

/**
 * A script of R that stands alone: it reads the published records, from the site or from a folder, declares the
 * design of the sample and works every Question out again with R's survey package. The data frames of the
 * list `answers` hold for each key value, se, low, high, df and n, as the Answer does; Questions that cannot
 * be asked stand as comments that say why.
 */
export function rScript(questions: readonly Question[], published: PublishedSite): string {
	const { asked, unanswered } = sortOut(questions, published);
	const tables = [...new Set(asked.map(({ plan }) => plan.indicator.table))];
	const parts = [
		header(asked, published),
		...(tables.length === 0 ? [] : [setUp(asked), readerInR(published.address), ...lookUp(asked)]),
		...tables.map((table) => tableInR(table, asked, published.manifest)),
		...(tables.length === 0 ? [] : [section(words.estimators), estimators(asked)]),
		...(tables.length === 0 ? [] : [`${section(words.answers)}\nanswers <- list()`]),
		...asked.map(({ inR }) => inR.lines.join('\n')),
		...unanswered,
		...(tables.length === 0 ? [] : [printing(asked)])
	];
	return `${parts.join('\n\n')}\n`;
}

function sortOut(questions: readonly Question[], { catalogue, manifest }: PublishedSite) {
	const asked: Asked[] = [];
	const unanswered: string[] = [];
	for (const question of questions) {
		const plan = planQuestion(question, catalogue);
		const found = isPlan(plan) ? (missingRecords(plan, manifest) ?? plan) : plan;
		if ('indicator' in found) {
			const name = String(asked.length + 1);
			asked.push({ name, plan: found, inR: questionInR(found, name) });
		} else {
			const why = rComment(words.unanswered(problems.sentence(found)));
			unanswered.push(`# ${words.question(formatQuestion(question))}\n${why}`);
		}
	}
	return { asked, unanswered };
}

function missingRecords(plan: Plan, manifest: Manifest): Problem | undefined {
	const { table } = plan.indicator;
	return entryOf(table, plan.question.source, manifest)
		? undefined
		: problem('not-published', { table });
}

function entryOf(table: string, source: string, { records }: Manifest): RecordsEntry | undefined {
	return records[source]?.find((one) => one.table === table);
}

function header(asked: readonly Asked[], { catalogue, address, figure }: PublishedSite): string {
	const { site, surveys } = catalogue;
	const sources = new Set(asked.map(({ plan }) => plan.question.source));
	const licences = surveys
		.filter(({ id }) => sources.has(id))
		.map(({ title, licence }) => rComment(words.licence(title, licence)));
	return [
		rComment(words.title),
		rComment(words.figure(figure ?? address)),
		rComment(words.edition(site.edition, address)),
		...new Set(licences),
		rComment(site.notice),
		'#',
		rComment(words.needs),
		rComment(words.run)
	].join('\n');
}

function setUp(asked: readonly Asked[]): string {
	const needs = asked.flatMap(({ inR }) => inR.estimators);
	const libraries = ['survey', ...(needs.includes('curve') ? ['survival'] : [])];
	return [
		...libraries.map((name) => `library(${name})`),
		'options(survey.lonely.psu = "fail", survey.adjust.domain.lonely = FALSE)'
	].join('\n');
}

function lookUp(asked: readonly Asked[]): string[] {
	const expressions = asked.flatMap(({ inR }) => Object.values(inR.columns));
	return expressions.some((one) => one.includes('regroup(')) ? [regroupInR] : [];
}

function tableInR(table: TableId, asked: readonly Asked[], manifest: Manifest): string {
	const own = asked.filter(({ plan }) => plan.indicator.table === table);
	const source = own[0]?.plan.question.source ?? '';
	const design = tableDesigns[table];
	const columns = Object.assign({}, ...own.map(({ inR }) => inR.columns)) as Record<string, string>;
	const expressions = Object.values(columns).join('\n');
	const lookups = (lookupTables[table] ?? []).filter((name) => expressions.includes(name));
	const read = [...lookups, table].flatMap((name) => {
		const entry = entryOf(name, source, manifest);
		return entry ? [recordsInR(entry)] : [];
	});
	const made = Object.entries(columns).map(
		([name, expression]) => `${table}$${rName(name)} <- with(${table}, ${expression})`
	);
	return [
		`${section(words.records)}\n${rComment(words.columns)}`,
		...read,
		`${rComment(words.rows)}\n${made.join('\n')}`,
		...(design ? [designInR(design)] : [])
	].join('\n\n');
}

function estimators(asked: readonly Asked[]): string {
	const used = new Set(asked.flatMap(({ inR }) => inR.estimators));
	const names = (Object.keys(estimatorsInR) as EstimatorInR[]).filter((name) => used.has(name));
	return [rComment(words.domains), ...names.map((name) => estimatorsInR[name])].join('\n\n');
}

function printing(asked: readonly Asked[]): string {
	const titles = asked.map(({ name, plan }) => `${rText(name)} = ${rText(titleOf(plan))}`);
	return [
		rComment(words.columnsOf),
		`titles <- c(\n\t${titles.join(',\n\t')}\n)`,
		'for (name in names(answers)) {',
		'\tcat("\\n", titles[[name]], "\\n", sep = "")',
		'\tprint(answers[[name]], digits = 5, row.names = FALSE)',
		'}'
	].join('\n');
}

function section(title: string): string {
	return `# ---- ${title} ${'-'.repeat(Math.max(3, 88 - title.length))}`;
}
