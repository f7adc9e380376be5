import { briefItems, hourKinds, type Brief, type BriefItem } from '#lib/decisions/brief-record.ts';
import { isReady, type Finding } from '#lib/decisions/brief-finding.ts';
import { hoursOf } from '#lib/decisions/credential-terms.ts';
import { element, escapeXml } from '#lib/exports/xml.ts';
import { briefFindings } from '#lib/vocabulary/messages/brief-findings.ts';
import { briefItems as labels } from '#lib/vocabulary/messages/brief-items.ts';
import { briefPage as words } from '#lib/vocabulary/messages/brief-page.ts';
import { briefPageItems } from '#lib/vocabulary/messages/brief-page-items.ts';
import { frame } from '#lib/vocabulary/messages/frame.ts';
import { formatCount } from '#lib/vocabulary/numbers.ts';
import { joinWords } from '#lib/vocabulary/words.ts';
import { evidenceRows, repeats, type EvidenceRow } from './evidence-rows.ts';
import { credits, itemText } from './item-text.ts';
import { numberOf, progressOf } from './progress.ts';
import { editionSaid, whoseSentence } from './whose.ts';

interface DocumentPlace {
	/** Of the site, without a slash at its end; links of the evidence follow it. */
	readonly base: string;
	/** Of the brief. */
	readonly address: string;
	readonly framework: string;
	readonly country: string;
	/** Of the data on this site; the date ISO 8601. */
	readonly edition: string;
	readonly editionDate: string;
	/** Items in the words of the author. */
	readonly authored: readonly BriefItem[];
	/** What stands in the way of handing the brief on. */
	readonly findings: readonly Finding[];
}

/** Styles stand in the document, and tables have their lines as attributes: Word reads both. */
const style = `@page{size:A4;margin:16mm 18mm}
body{font-family:Calibri,Arial,sans-serif;font-size:10pt;line-height:1.3;color:#000}
h1{font-size:20pt;margin:0 0 4pt}h2{font-size:12pt;margin:10pt 0 2pt}p{margin:0 0 4pt}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #777;padding:2pt 4pt;text-align:left;vertical-align:top;font-size:9pt}
code{font-family:Consolas,monospace;font-size:8pt}`;

/** The brief as HTML that word processors open, with all that the page says of it. */
export function wordDocument(brief: Brief, place: DocumentPlace): string {
	const { title, evidence, edition, id } = brief;
	const dated = editionSaid(edition, place);
	const rows = evidenceRows(evidence);
	const sources = [...new Set(rows.map(({ source }) => source))].join('; ');
	const body = [
		paragraph(words.kind(frame.site, place.country)),
		element('p', {}, element('b', {}, escapeXml(statusOf(place.findings)))),
		element('h1', {}, escapeXml(title)),
		element('p', {}, element('b', {}, escapeXml(evidence.notice || ' '))),
		paragraph(`${id} · ${dated}`),
		...warningsOf(place.findings).map(paragraph),
		paragraph(summaryOf(brief, place.framework)),
		...briefItems.map((item) => itemOf(brief, item, place)),
		heading(briefPageItems.evidence.repeat),
		paragraph(briefPageItems.evidence.repeatHelp),
		...repeats(rows).map(({ labels: lines, line, note }) => {
			const said = [lines.join('; '), note].filter((part) => part !== '').join(': ');
			const code = element('code', {}, escapeXml(note === '' ? line : place.base + line));
			return element('p', {}, `${escapeXml(said)}<br/>${code}`);
		}),
		paragraph(whoseSentence(place.authored, place.edition)),
		paragraph(`${words.source(sources)} ${words.accredited}`),
		paragraph(`${words.cite(frame.site, edition, title)} ${place.address} ${evidence.notice}`)
	];
	const head = [
		'<meta http-equiv="Content-Type" content="text/html; charset=utf-8"/>',
		element('meta', { name: 'description', content: `${words.status}. ${evidence.notice}` }),
		element('title', {}, escapeXml(title)),
		`<style>${style}</style>`
	];
	return `<!DOCTYPE html>\n<html lang="en"><head>${head.join('')}</head><body>\n${body.join('\n')}\n</body></html>\n`;
}

/** What asks for care, or forbids to hand it on: it goes with the document. */
function warningsOf(findings: readonly Finding[]): string[] {
	return findings
		.filter(({ severity }) => severity === 'banner' || severity === 'refused')
		.filter(({ rule }) => rule !== 'evidence-synthetic')
		.map(({ rule, details }) => briefFindings[rule](details));
}

function statusOf(findings: readonly Finding[]): string {
	const { refused, open } = progressOf(findings);
	const draft = isReady(findings) ? '' : words.draft(joinWords(open.map(String)), open.length > 1);
	return [words.status, refused ? words.refused : draft].filter((part) => part !== '').join(' · ');
}

function summaryOf(brief: Brief, framework: string): string {
	const { low, high } = brief.level;
	return [
		`${words.summary.sector}: ${brief.evidence.sector.label}`,
		`${words.summary.level}: ${words.summary.levelIs(framework, low, high)}`,
		words.summary.volumeIs(formatCount(hoursOf(brief)), credits(brief.volume.credits))
	].join(' · ');
}

function itemOf(brief: Brief, item: BriefItem, place: DocumentPlace): string {
	const { base, framework, authored } = place;
	const mark = authored.includes(item) ? ` (${words.authored})` : '';
	const { lines, list = [], after, yours } = itemText(brief, item, framework);
	const bullets = list.map((line) => element('li', {}, escapeXml(line)));
	return [
		heading(`${numberOf(item)}. ${labels.labels[item]}${mark}`),
		...(item === 'evidence' ? [evidenceTable(evidenceRows(brief.evidence), base)] : []),
		...(item === 'volume' ? [hoursTable(brief)] : []),
		...lines.map(paragraph),
		...(bullets.length > 0 ? [element('ul', {}, bullets.join(''))] : []),
		...(after === undefined ? [] : [paragraph(after)]),
		...(yours === undefined ? [] : [paragraph(`${briefPageItems.yours} ${yours}`)])
	].join('\n');
}

function evidenceTable(rows: readonly EvidenceRow[], base: string): string {
	const { columns } = briefPageItems.evidence;
	const heads = [columns.figure, columns.value, columns.interval, columns.n, columns.source];
	return table([
		heads.map((text) => element('th', {}, escapeXml(text))),
		...rows.map(({ label, link, value, interval, n, care, source }) => [
			...[care === '' ? label : `${label} (${care})`, value, interval, n].map(cell),
			element('td', {}, sourceOf(source, link === '' ? undefined : base + link))
		])
	]);
}

function sourceOf(source: string, href: string | undefined): string {
	return href === undefined ? escapeXml(source) : element('a', { href }, escapeXml(source));
}

function hoursTable({ volume }: Brief): string {
	return table(
		hourKinds.map((kind) => [
			cell(labels.hours[kind]),
			cell(briefPageItems.read.hours(String(volume[kind])))
		])
	);
}

function table(rows: readonly (readonly string[])[]): string {
	const lines = rows.map((cells) => element('tr', {}, cells.join('')));
	return element('table', { border: 1, cellspacing: 0, cellpadding: 4 }, lines.join(''));
}

/** A cell without text keeps its place. */
function cell(text: string): string {
	return element('td', {}, escapeXml(text || ' '));
}

function paragraph(text: string): string {
	return element('p', {}, escapeXml(text || ' '));
}

function heading(text: string): string {
	return element('h2', {}, escapeXml(text));
}
