import type { Brief, BriefFigure, BriefRanks } from '#lib/decisions/brief-record.ts';
import { charts, qualityWords } from '#lib/vocabulary/messages/charts.ts';
import { briefPageItems } from '#lib/vocabulary/messages/brief-page-items.ts';
import type { Quality } from '#lib/vocabulary/estimate.ts';
import { formatCount, formatFigure, formatRanks, formatValue } from '#lib/vocabulary/numbers.ts';

/** A line of the evidence table, in print. */
export interface EvidenceRow {
	readonly label: string;
	readonly value: string;
	readonly interval: string;
	readonly n: string;
	/** What it asks care for; empty for nothing. */
	readonly care: string;
	readonly quality: Quality;
	readonly source: string;
	/** Of the page that shows it, below the base of the site. */
	readonly link: string;
	readonly again: Again;
	/** What it prints; absent for ranks, which rest on many figures. */
	readonly figure?: BriefFigure;
	/** The numbers for a file: a range of ranks has no value, a share of draws no interval. */
	readonly numbers: Pick<BriefFigure, 'value' | 'low' | 'high' | 'n' | 'measure'>;
}

/** How a line is worked out again: by a command, or on a page, as the note says. */
export interface Again {
	readonly line: string;
	readonly note: string;
}

const words = briefPageItems.evidence;

/** The figures, and after those of the course its ranks. */
export function evidenceRows({ figures, ranks }: Brief['evidence']): EvidenceRow[] {
	const ofSkills = figures.findIndex(({ measure }) => measure === 'levels');
	const at = ofSkills < 0 ? figures.length : ofSkills;
	return [
		...figures.slice(0, at).map(figureRow),
		...ranks.flatMap(rankRows),
		...figures.slice(at).map(figureRow)
	];
}

function figureRow(figure: BriefFigure): EvidenceRow {
	const { quality, label, link, n, measure } = figure;
	// An unreliable figure is named with its n; the value is not for a brief.
	const shown =
		quality === 'unreliable' ? { ...figure, value: null, low: null, high: null } : figure;
	const { value, interval } = formatFigure(shown, measure);
	return {
		value:
			measure === 'points' && shown.value !== null
				? charts.points(value, /^\D?1$/.test(value))
				: value,
		...{ figure, label, quality, link, interval: shown.value === null ? '' : interval },
		n: formatCount(n),
		care: shown.value === null ? '' : qualityWords[quality],
		source: sourceOf(figure),
		again: { line: words.command(inShell(figure.question)), note: '' },
		numbers: { value: shown.value, low: shown.low, high: shown.high, n, measure }
	};
}

/** A text between the single quotes of a shell: what is pasted runs the one command and nothing else. */
function inShell(text: string): string {
	// eslint-disable-next-line no-control-regex
	return text.replace(/[\u0000-\u001f\u007f]/g, ' ').replaceAll("'", `'\\''`);
}

/** The range, and where more than the first three are in order the share of draws among these. */
function rankRows(ranks: BriefRanks): EvidenceRow[] {
	const { whom, of, low, high, inTop, n, quality, link, method } = ranks;
	const common = {
		...{ quality, link, interval: '', n: formatCount(n), care: qualityWords[quality] },
		source: sourceOf(ranks),
		again: { line: link, note: method }
	};
	return [
		{
			...{ ...common, label: words.ranks(of, whom), value: formatRanks(low, high) },
			numbers: { value: null, low, high, n, measure: 'rank' }
		},
		...(of > 3
			? [
					{
						...{ ...common, label: words.first(whom), value: formatValue(inTop, 'share') },
						numbers: { value: inTop, low: null, high: null, n, measure: 'share' as const }
					}
				]
			: [])
	];
}

function sourceOf({ source, year, synthetic }: BriefFigure | BriefRanks): string {
	const named = words.source(source, year);
	return synthetic ? `${named}, ${words.synthetic}` : named;
}

/** How the lines are worked out again, each with those that it gives. */
export function repeats(rows: readonly EvidenceRow[]): (Again & { labels: string[] })[] {
	const by = new Map<string, Again & { labels: string[] }>();
	for (const { label, again } of rows) {
		const known = by.get(again.line);
		by.set(again.line, { ...again, labels: [...(known?.labels ?? []), label] });
	}
	return [...by.values()];
}
