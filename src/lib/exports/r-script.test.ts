import { describe, expect, test } from 'vitest';
import type { Manifest } from '#lib/answers/answer-book.ts';
import type { Question } from '#lib/vocabulary/question.ts';
import { tinyCatalogue } from '#tests/support/tiny-catalogue.ts';
import { rScript } from './r-script.ts';
import { rComment, rName, rTexts } from './r-text.ts';

const column = (name: string, type: 'VARCHAR' | 'INTEGER' | 'DOUBLE') => ({ name, type });
const manifest: Manifest = {
	...{ edition: '1', shards: [], engine: {} as Manifest['engine'] },
	records: {
		audit: [
			{
				...{ table: 'audit_skill', path: 'audit/audit_skill.abc.csv.gz', bytes: 9, rows: 1 },
				columns: [
					...[column('wave', 'VARCHAR'), column('sex', 'VARCHAR'), column('age', 'INTEGER')],
					column('weight', 'DOUBLE')
				]
			}
		]
	}
};
const published = { catalogue: tinyCatalogue, manifest, address: 'https://example.org/skills' };
const question: Question = {
	...{ source: 'audit', indicator: 'incidence', by: ['sex'], where: { sector: ['A'] } }
};
const script = (...questions: readonly Question[]): string => rScript(questions, published);

describe('a script of R', () => {
	const text = script(question);

	test('says of which figure, edition and licence it is, and that the data are made up', () => {
		const header = text.slice(0, text.indexOf('library('));
		expect(header).toContain('https://example.org/skills');
		expect(header).toContain('edition 1');
		expect(header).toContain(tinyCatalogue.site.notice);
		expect(header.split('\n').every((line) => line === '' || line.startsWith('#'))).toBe(true);
		const figure = 'https://example.org/skills/sectors/A?sex=F#gap';
		expect(rScript([question], { ...published, figure })).toContain(figure);
	});

	test('reads the published records, or a copy of them, with the types of their columns', () => {
		expect(text).toContain('Sys.getenv("RECORDS", "https://example.org/skills/generated")');
		expect(text).toContain('read_records("audit/audit_skill.abc.csv.gz"');
		expect(text).toContain('sex = "character", age = "integer", weight = "numeric"');
	});

	test('declares the design as the site does, with the wave in the stratum', () => {
		expect(text).toContain('ids = ~cluster');
		expect(text).toContain('strata = ~ interaction(wave, stratum, drop = TRUE), nest = TRUE');
		expect(text).toContain('weights = ~weight');
	});

	test('takes the domain from the declared design and asks in it', () => {
		const design = text.indexOf('svydesign(');
		const domain = text.indexOf('subset(audit_skill_design, by_sector %in% c("A"))');
		expect(design).toBeGreaterThan(0);
		expect(domain).toBeGreaterThan(design);
		expect(text).toContain('answer_by(asked, c("by_sex"), share_of("y_incidence"))');
		expect(text).toContain(JSON.stringify(question));
	});

	test('holds the estimators that it needs and no others', () => {
		expect(text).toContain('share_of <- function');
		expect(text).not.toContain('ratio_of <- function');
		expect(text).not.toContain('survival');
	});

	test('makes every name before it is used', () => {
		const grouped = script({ ...question, by: ['residence_urban'] });
		expect(grouped.indexOf('regroup <- function')).toBeLessThan(
			grouped.indexOf('regroup(residence')
		);
	});
});

test('several questions about one table read it once', () => {
	const text = script(question, { ...question, indicator: 'gap' });
	expect(text.match(/read_records\("/g)).toHaveLength(1);
	expect(text).toContain('answers[["2"]] <- answer_by(asked, c("by_sex"), mean_of("y_gap"))');
});

test.each([
	[{ indicator: 'attainment' }, 'ratio_of("y_attainment", "x_attainment", "t")'],
	[{ interval: 'beta' as const }, 'share_of("y_incidence", interval = "beta")'],
	[{ level: 0.9 }, 'share_of("y_incidence", level = 0.9)'],
	[
		{ by: [], difference: { dimension: 'sex', minus: ['F', 'M'] as const } },
		'difference_of("mean", "y_incidence", NULL, c("by_sex"), list(c("F", "M")))'
	],
	[
		{ by: [], decompose: { dimension: 'sex', minus: ['F', 'M'] as const, over: 'age' } },
		'decomposition_of("y_incidence", NULL, "by_sex", c("F", "M"), "by_age")'
	]
])('a question with %j is asked as %s', (part, call) => {
	expect(script({ ...question, ...part })).toContain(call);
});

test('a stratum with one cluster is treated as the question says, and for that question alone', () => {
	const text = script({ ...question, lonely: 'adjust' }, question);
	expect(text.match(/survey.lonely.psu = "adjust"/g)).toHaveLength(1);
	expect(text.indexOf('psu = "adjust"')).toBeLessThan(text.lastIndexOf('psu = "fail"'));
});

test('a question that cannot be asked stands as a comment that says why', () => {
	const text = script(question, { ...question, indicator: 'nothing' });
	expect(text).toContain('# Not worked out:');
	expect(text).not.toContain('answers[["2"]]');
	const none = rScript([question], { ...published, manifest: { ...manifest, records: {} } });
	expect(none).toContain('# Not worked out:');
	expect(none).not.toContain('library(');
});

test('text of others cannot leave its quotes, its comment or its name', () => {
	expect(rTexts(['a"b', 'c\\d', 'e\nf'])).toBe('c("a\\"b", "c\\\\d", "e\\nf")');
	expect(rComment('one\nstop()')).toBe('# one stop()');
	expect(rName('a`b c')).toBe('`ab c`');
	const address = 'https://example.org/"); stop("';
	expect(rScript([question], { ...published, address })).not.toContain('\nstop(');
});
