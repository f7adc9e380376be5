import { gzipSync } from 'node:zlib';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { describe, expect, test } from 'vitest';
import { isSentence, type Outcome } from './support/import-hostile.ts';
import { importerOfTests } from './support/import-run.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const oneSheet = '<sheet name="Sheet1" sheetId="1" r:id="rId1"/>';

const cell = (ref: string, text: string | number) =>
	`<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
const rowOf = (row: number, ...texts: readonly (string | number)[]) =>
	`<row r="${row}">${texts.map((text, at) => cell(`${'ABC'[at] ?? ''}${row}`, text)).join('')}</row>`;
const heading = rowOf(1, 'id', 'sex', 'age');
const rows = (count: number) =>
	Array.from({ length: count }, (_, at) => rowOf(at + 2, at, at % 2 ? 'F' : 'M', 20 + at)).join('');
const sheetOf = (content: string, before = '', space = main) =>
	`<?xml version="1.0"?>${before}<worksheet xmlns="${space}"><sheetData>${content}</sheetData></worksheet>`;

interface Workbook {
	readonly sheets?: string;
	readonly more?: Record<string, string>;
}

function workbook(sheet: string, { sheets = oneSheet, more = {} }: Workbook = {}): Uint8Array {
	const relation = (id: string, type: string, target: string) =>
		`<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
	const rels = (content: string) =>
		`<?xml version="1.0"?><Relationships xmlns="${packages}/relationships">${content}</Relationships>`;
	const parts: Record<string, string> = {
		'[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="${packages}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
		'_rels/.rels': rels(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
		'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets}</sheets></workbook>`,
		'xl/_rels/workbook.xml.rels': rels(
			relation('rId1', 'worksheet', 'worksheets/sheet1.xml') +
				relation('rId2', 'sharedStrings', 'sharedStrings.xml')
		),
		'xl/worksheets/sheet1.xml': sheet,
		...more
	};
	const entries: Zippable = {};
	for (const [name, text] of Object.entries(parts)) entries[name] = strToU8(text);
	return zipSync(entries);
}

const utf16 = (text: string, before: readonly number[] = [0xff, 0xfe]) =>
	Uint8Array.from([...before, ...Buffer.from(text, 'utf16le')]);
const lines = (count: number, line: (at: number) => string) =>
	Array.from({ length: count }, (_, at) => line(at)).join('\n');
const records = (count: number) => lines(count, (at) => `${at},${at % 2 ? 'F' : 'M'},${20 + at}`);
const table = `id,sex,age\n${records(40)}\n`;
const damagedGzip = () => {
	const packed = gzipSync(table);
	packed[packed.length - 6] = (packed.at(-6) ?? 0) ^ 0xff;
	return packed;
};
const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'F', 'M'];
const numbers = ['1e309', '-1', 'NaN', 'Infinity', '0x10', '١٢', '1,5', '', '9'.repeat(400), '½'];
const tracer = (
	sex: (at: number) => string,
	pay: (at: number) => string,
	weight: (at: number) => string
) =>
	'respondent,sex,cohort,institution,isced_level,field,status,months_to_first_job,pay,weight\n' +
	lines(60, (at) => `G${at},"${sex(at)}",2020,NUL,6,01,employee,3,"${pay(at)}","${weight(at)}"`);

interface Made {
	readonly what: string;
	readonly name?: string;
	readonly content: string | Uint8Array;
	/** Words of the sentence where the file is refused; else how many rows are read. */
	readonly says?: RegExp;
	readonly rows?: number;
	/** Part of a value or message that must not get lost. */
	readonly shows?: string;
}

const sheets: Made[] = [
	{
		what: 'a cell at the far corner of the sheet',
		content: workbook(
			sheetOf(`${heading}${rows(3)}<row r="1048576">${cell('XFD1048576', 'x')}</row>`)
		),
		says: /damaged or far larger/
	},
	{
		what: 'cells at places that no sheet has',
		content: workbook(
			sheetOf(
				`${heading}<row r="2">${cell('ZZZZZZZZ2', 1)}${cell('A-2', 2)}${cell('A99999999999', 3)}</row>`
			)
		),
		says: /damaged/
	},
	{
		what: 'texts kept in a list that lacks them',
		content: workbook(
			sheetOf(`${heading}<row r="2"><c r="A2" t="s"><v>99999</v></c><c r="B2" t="s"/></row>`),
			{ more: { 'xl/sharedStrings.xml': `<sst xmlns="${main}"><si><t>a</t></si></sst>` } }
		)
	},
	{
		what: 'entities that unfold into each other',
		content: workbook(
			sheetOf(
				heading + rowOf(2, '&amp;c;', '&c;', 'x') + rows(9),
				'<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
			)
		)
	},
	{
		what: 'a list without sheets',
		content: workbook(sheetOf(heading + rows(9)), { sheets: '' }),
		says: /empty|damaged/
	},
	{
		what: 'a sheet whose part is missing',
		content: workbook(sheetOf(heading + rows(9)), {
			sheets: '<sheet name="A" sheetId="1" r:id="rId99"/>'
		}),
		says: /damaged/
	},
	{
		what: 'two sheets of one name',
		content: workbook(sheetOf(heading + rows(9)), {
			sheets: oneSheet + oneSheet.replace('sheetId="1"', 'sheetId="2"')
		}),
		rows: 9
	},
	{
		what: 'a sheet that is hidden and the only one',
		content: workbook(sheetOf(heading + rows(9)), {
			sheets: oneSheet.replace('sheetId', 'state="veryHidden" sheetId')
		}),
		rows: 9
	},
	{
		what: 'a sheet named like markup and SQL',
		content: workbook(sheetOf(heading + rows(9)), {
			sheets: oneSheet.replace('Sheet1', "&lt;img onerror=1&gt;'; DROP TABLE raw; --")
		}),
		rows: 9,
		shows: 'DROP TABLE'
	},
	{
		what: 'entries that lead out of the archive',
		content: workbook(sheetOf(heading + rows(9)), {
			more: { '../../../../tmp/evil.txt': 'x', '__proto__/polluted': 'x' }
		}),
		rows: 9
	},
	{
		what: 'the words of the strict format',
		content: workbook(
			sheetOf(heading + rows(9), '', 'http://purl.oclc.org/ooxml/spreadsheetml/main')
		),
		rows: 9
	},
	{
		what: 'every element behind a prefix',
		content: workbook(
			sheetOf(heading + rows(9))
				.replaceAll(/<(\/?)(?=[a-z])/g, '<$1x:')
				.replace('xmlns=', 'xmlns:x=')
		),
		rows: 9
	},
	{
		what: 'cells that do not say where they stand',
		content: workbook(sheetOf(heading + rows(9)).replaceAll(/ r="\w+"/g, '')),
		rows: 9
	},
	{
		what: 'a sheet cut in its middle',
		content: workbook(sheetOf(heading + rows(30)).slice(0, -80)),
		says: /damaged/
	},
	{
		what: 'a sheet that is no XML',
		content: workbook('this is no XML'),
		says: /empty|damaged/
	},
	{
		what: '5,000 columns',
		content: workbook(
			sheetOf(
				`<row>${lines(5000, (at) => `<c t="inlineStr"><is><t>c${at}</t></is></c>`)}</row><row>${'<c><v>1</v></c>'.repeat(5000)}</row>`
			)
		),
		says: /row 1 has 5,000 fields/
	},
	{
		what: 'a cell of 3 MB below the table',
		content: workbook(
			sheetOf(`${heading}${rows(9)}<row r="20">${cell('C20', 'y'.repeat(3e6))}</row>`)
		),
		says: /cell in row 20, column 3, has 3 MB/
	},
	{
		what: 'bytes before the archive',
		content: new Uint8Array([...strToU8('junk'), ...workbook(sheetOf(heading + rows(9)))]),
		says: /bytes that no text has/
	}
].map((made) => ({ name: 'book.xlsx', ...made }));

const texts: Made[] = [
	{
		what: 'values named like members of every object',
		content: tracer(
			(at) => names[at % 7] ?? '',
			() => '1',
			() => '1'
		),
		rows: 60,
		shows: 'constructor'
	},
	{
		what: 'numbers that are none, or too large',
		content: tracer(
			() => 'F',
			(at) => numbers[(at + 3) % 10] ?? '',
			(at) => numbers[at % 10] ?? ''
		),
		rows: 60
	},
	{
		what: 'SQL in the values',
		content: tracer(
			(at) => ["F'); DROP TABLE raw;--", "M'", '$$', "\\'"][at % 4] ?? '',
			() => "1'||(select 1)||'",
			() => '1'
		),
		rows: 60,
		shows: 'DROP TABLE'
	},
	{
		what: 'headings that are the same in other letters',
		content: `sex,Sex,SEX, sex ,caf\u00E9,cafe\u0301,"",\u00A0,sex (2)\n${'F,M,F,M,1,2,3,4,5\n'.repeat(40)}`,
		rows: 40
	},
	{ what: 'a thousand gzip members', content: members(1000), rows: 1000, name: 'many.csv.gz' },
	{
		what: 'a gzip whose sum is another',
		content: damagedGzip(),
		says: /damaged/,
		name: 'sum.csv.gz'
	},
	{
		what: 'a gzip with bytes behind it',
		content: new Uint8Array([...gzipSync(table), ...strToU8('something else')]),
		says: /damaged|gzip/,
		name: 'behind.csv.gz'
	},
	{
		what: 'UTF-16 with halves of letters',
		content: utf16(table.replace('3,F', '3,\uD800').replace('5,F', '5,\uDC00'))
	},
	{
		what: 'UTF-16 without its last byte',
		content: utf16(table).slice(0, -1)
	},
	{
		what: 'letters in more bytes than they need',
		content: new Uint8Array([
			...strToU8(table),
			...[0xc0, 0xaf, 0x2c, 0xe0, 0x80, 0xaf, 0x2c, 0x31, 10]
		])
	},
	{ what: 'five million quotes', content: `id,sex\n${'"'.repeat(5e6)}\n`, says: /./ },
	{
		what: 'a heading and 200 lines above the table',
		content: `Labour survey\n${lines(200, (at) => `Note ${at}`)}\nid,sex,age\n${records(300)}`,
		rows: 300
	},
	{
		what: 'two marks of the byte order',
		content: `\uFEFF\uFEFF${table}`,
		rows: 40
	},
	{
		what: 'letters of a mainframe',
		content: ebcdic('id,sex,age\n1,F,20\n2,M,21\n'.repeat(9)),
		says: /EBCDIC|bytes/
	},
	{
		what: 'the next-line letter between lines',
		content: table.replaceAll('\n', '\u0085'),
		says: /./
	},
	{
		what: 'rows that end in carriage return twice',
		content: table.replaceAll('\n', '\r\r\n'),
		rows: 40
	},
	{
		what: 'a drawing',
		content: '<svg xmlns="http://www.w3.org/2000/svg"><rect/></svg>',
		says: /an XML file/
	},
	{
		what: 'what a server warns above the table',
		content: `<br />\n<b>Warning</b>:  mysqli_connect() in <b>/var/www/x.php</b><br />\n${table}`,
		rows: 40
	},
	{
		what: 'rows that each stand in quotes as a whole',
		content: `"id,sex,age"\n${lines(40, (at) => `"${at},F,20"`)}\n`,
		says: /every row of it stands in quotes/
	},
	{
		what: 'a dBase file',
		content: new Uint8Array([3, 123, 5, 5, 2, 0, 0, 0, 97, 0, 7, 0, ...new Uint8Array(90), 13, 32]),
		says: /dBase/
	},
	{
		what: 'an Access database',
		content: new Uint8Array([0, 1, 0, 0, ...strToU8('Standard ACE DB'), ...new Uint8Array(900)]),
		says: /Access/
	},
	{
		what: 'a PC-Axis file',
		content:
			'CHARSET="ANSI";\nTITLE="Employed by sex";\nVALUES("sex")="Men","Women";\nDATA=\n1 2;\n',
		says: /PC-Axis/
	},
	{
		what: 'a web page as browsers keep it',
		content:
			'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x\n<html>\n--x--\n',
		says: /web page/
	},
	{
		what: 'the frame that a database draws around a table',
		content: `+----+-----+\n| id | sex |\n+----+-----+\n${lines(40, (at) => `| ${at + 10} | F   |`)}\n+----+-----+\n40 rows in set (0.00 sec)\n`,
		rows: 40
	},
	{
		what: 'the rule and the count of rows of another database',
		content: ` id | sex \n----+-----\n${lines(40, (at) => ` ${at + 10} | F   `)}\n(40 rows)\n`,
		rows: 40
	},
	{ what: 'a page of a server instead of the file', content: '404: Not Found', says: /no rows/ },
	{
		what: 'a quoted text of 4 MB on one line',
		content: `a,b\n1,"${'x,'.repeat(2e6)}"\n2,3\n`,
		says: /row 2/
	}
];

function members(count: number): Uint8Array {
	const parts = Array.from({ length: count }, (_, at) => gzipSync(`${at},F,${20 + (at % 40)}\n`));
	return Buffer.concat([gzipSync('id,sex,age\n'), ...parts]);
}

/** Letters, digits, comma and line end as code page 037 has them. */
function ebcdic(text: string): Uint8Array {
	const letters = 'abcdefghi jklmnopqr  stuvwxyz';
	const byteOf = (letter: string) => {
		const low = letters.indexOf(letter.toLowerCase());
		if (letter === ',') return 0x6b;
		if (letter === '\n') return 0x15;
		if (/\d/.test(letter)) return 0xf0 + Number(letter);
		const at = low < 10 ? 0x81 + low : low < 20 ? 0x91 + low - 10 : 0xa2 + low - 21;
		return letter === letter.toLowerCase() ? at : at + 0x40;
	};
	return Uint8Array.from(text, byteOf);
}

describe('further hostile files', () => {
	const importer = importerOfTests();

	const tryMade = ({ content, name = 'made.csv' }: Made): Promise<Outcome> =>
		importer.tryBlob(new Blob([Uint8Array.from(Buffer.from(content))]), name);

	test.each([...sheets, ...texts])('$what', async (made) => {
		const outcome = await tryMade(made);
		if ('sentence' in outcome) {
			expect(made.rows, outcome.sentence).toBeUndefined();
			expect(outcome.sentence).toSatisfy(isSentence);
			if (made.says) expect(outcome.sentence).toMatch(made.says);
			return;
		}
		const { report } = outcome;
		expect(made.says, `is read: ${report.file.rows} rows`).toBeUndefined();
		if (made.rows !== undefined) expect(report.file.rows).toBe(made.rows);
		expect(report.accepted + report.rejected).toBe(report.file.rows);
		expect(JSON.stringify(report)).toContain(made.shows ?? '');
	});

	test('leave every object as it was', () => {
		expect(Object.keys(Object.prototype)).toEqual([]);
		expect(({} as Record<string, unknown>).polluted).toBeUndefined();
	});
});
