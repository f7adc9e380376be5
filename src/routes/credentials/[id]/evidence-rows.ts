import type { BriefFigure } from '#lib/decisions/brief-record.ts';
import { charts, qualityWords } from '#lib/vocabulary/messages/charts.ts';
import { briefPageItems } from '#lib/vocabulary/messages/brief-page-items.ts';
import { formatCount, formatFigure } from '#lib/vocabulary/numbers.ts';

/** A figure of the evidence table, in print. */
export interface EvidenceRow {
	readonly figure: BriefFigure;
	readonly value: string;
	readonly interval: string;
	readonly n: string;
	/** What it asks care for; empty for nothing. */
	readonly care: string;
	readonly source: string;
	/** The line that asks it again. */
	readonly command: string;
}

const words = briefPageItems.evidence;

export function evidenceRows(figures: readonly BriefFigure[]): EvidenceRow[] {
	return figures.map((figure) => {
		const { quality, synthetic } = figure;
		// An unreliable figure is named with its n; the value is not for a brief.
		const shown = quality === 'unreliable' ? { ...figure, value: null } : figure;
		const { value, interval } = formatFigure(shown, figure.measure);
		const source = words.source(figure.source, figure.year);
		return {
			value:
				figure.measure === 'points' && shown.value !== null
					? charts.points(value, /^\D?1$/.test(value))
					: value,
			...{ figure, interval: shown.value === null ? '' : interval },
			n: formatCount(figure.n),
			care: shown.value === null ? '' : qualityWords[quality],
			source: synthetic ? `${source}, ${words.synthetic}` : source,
			command: words.command(inShell(figure.question))
		};
	});
}

/** A text between the single quotes of a shell: what is pasted runs the one command and nothing else. */
function inShell(text: string): string {
	// eslint-disable-next-line no-control-regex
	return text.replace(/[\u0000-\u001f\u007f]/g, ' ').replaceAll("'", `'\\''`);
}

/** The lines that ask the figures again, each with the figures that it gives. */
export function commands(rows: readonly EvidenceRow[]): { labels: string[]; command: string }[] {
	const by = new Map<string, string[]>();
	for (const { figure, command } of rows) {
		by.set(command, [...(by.get(command) ?? []), figure.label]);
	}
	return [...by].map(([command, labels]) => ({ labels, command }));
}
