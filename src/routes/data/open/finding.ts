import type { ImportProblem } from '#lib/ingest/checking/check.ts';
import type { ImportWizard } from '#lib/state/import/wizard.svelte.ts';
import { openSurvey as words } from '#lib/vocabulary/messages/open-survey.ts';
import { codedColumns } from './coded-columns.ts';

/** What a person has to know of the stage they are at, as the title of the page. */
export function findingOf(wizard: ImportWizard): string {
	const { current, log, stage, checked } = wizard;
	if (!current) return words.start;
	const { raw, profiles } = current.opened;
	switch (stage) {
		case 'file':
			return words.finding.file(raw.rows, raw.columns.length);
		case 'kind':
			return words.finding.kind(words.kind.names[log.settled.kind]);
		case 'columns': {
			const count = wizard.choices.filter(({ state }) => !isOut.has(state)).length;
			return words.finding.columns(words.matched(count), wizard.undecided.length);
		}
		case 'values': {
			const coded = codedColumns(log.settled, profiles, wizard.contractColumns);
			return words.finding.values(coded.reduce((sum, { open }) => sum + open, 0));
		}
		case 'design':
			return words.finding.design(log.settled.design.weight !== undefined);
		case 'checks':
			return checked
				? words.finding.checks(checked.rejected, doubtfulCells(checked.problems))
				: words.working.check;
		case 'import':
			return words.finding.import(wizard.survey.title.trim());
	}
}

/** Cells that a warning is about; what is said of the whole file is no cell. */
function doubtfulCells(problems: readonly ImportProblem[]): number {
	return problems
		.filter(({ severity, row }) => severity === 'warning' && row !== undefined)
		.reduce((sum, { count }) => sum + count, 0);
}

const isOut: ReadonlySet<string> = new Set(['out', 'spare', 'kept', 'ask']);

export function leadOf({ current, log }: ImportWizard): string {
	if (!current) return words.startLead;
	return words.lead(current.opened.raw.rows, words.kind.names[log.settled.kind]);
}
