import { escapeXml } from '#lib/exports/xml.ts';
import { ownPackage } from '#lib/vocabulary/messages/own-package.ts';
import { formatCount } from '#lib/vocabulary/numbers.ts';
import type { DescribedColumn } from './described-table.ts';
import type { DescribedPackage } from './described-package.ts';

const words = ownPackage.codebook;

/** Beyond so many codes those that no row has are counted and not listed. */
const mostCodes = 40;

/** The codebook as a page that stands alone: every column, what the file called it, its codes, and what is missing. */
export function codebookPage(described: DescribedPackage): string {
	const { title, head, table, design, rejected } = described;
	const heading = words.heading(title);
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeXml(heading)}</title>
<style>
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
table { border-collapse: collapse; margin: 0.5rem 0; }
th, td { text-align: start; vertical-align: top; padding: 0.25rem 1rem 0.25rem 0; border-bottom: 1px solid #8886; }
td.n { text-align: end; font-variant-numeric: tabular-nums; }
section { margin-top: 2rem; }
</style>
</head>
<body>
<h1>${escapeXml(heading)}</h1>
${head.slice(1).map(paragraph).join('\n')}
${paragraph(words.rows(formatCount(table.rows), `${table.name}.csv`))}
${rejected > 0 ? paragraph(words.rejected(formatCount(rejected))) : ''}
<h2>${escapeXml(words.design)}</h2>
${design.notes.map(paragraph).join('\n')}
<h2>${escapeXml(words.columns)}</h2>
${table.columns.map((column) => columnSection(column, table.rows)).join('\n')}
</body>
</html>
`;
}

function paragraph(text: string): string {
	return `<p>${escapeXml(text)}</p>`;
}

function columnSection(column: DescribedColumn, rows: number): string {
	const { name, title, description, type, field, missing, distinct } = column;
	const facts: [string, string][] = [
		[words.fromFile, origin(column)],
		[
			words.type,
			field?.unit === undefined ? words.types[type] : `${words.types[type]}, ${field.unit}`
		],
		[words.missing, words.ofRows(formatCount(missing), formatCount(rows))],
		...(column.codes ? [] : [[words.distinct, formatCount(distinct)] satisfies [string, string]])
	];
	return `<section>
<h3>${escapeXml(title)} <code>${escapeXml(name)}</code></h3>
${description === '' ? '' : paragraph(description)}
<table>
${facts.map(([term, fact]) => `<tr><th scope="row">${escapeXml(term)}</th><td>${escapeXml(fact)}</td></tr>`).join('\n')}
</table>
${codeTable(column)}
</section>`;
}

/** Its heading in the file, and the question behind it where the file has that. */
function origin({ from, distinct }: DescribedColumn): string {
	if (from.length === 0) return distinct > 0 ? words.filled : words.notInFile;
	return from
		.map(({ heading, name, label }) => {
			const called = `“${heading || name}”`;
			return label === undefined ? called : `${called}: ${label}`;
		})
		.join('; ');
}

function codeTable({ codes }: DescribedColumn): string {
	if (!codes) return '';
	const listed =
		codes.codes.length > mostCodes ? codes.codes.filter(({ rows }) => rows > 0) : codes.codes;
	const left = codes.codes.length - listed.length;
	const lines = listed.map(
		({ code, label, rows, isOwn }) =>
			`<tr><td><code>${escapeXml(code)}</code></td><td>${escapeXml(isOwn ? words.own(label) : label)}</td><td class="n">${formatCount(rows)}</td></tr>`
	);
	return `<table>
<tr><th scope="col">${words.code}</th><th scope="col">${words.label}</th><th scope="col">${words.count}</th></tr>
${lines.join('\n')}
</table>
${left > 0 ? paragraph(words.further(formatCount(left))) : ''}
${codes.several ? paragraph(ownPackage.several) : ''}`;
}
