import type { ChartTable, TableCell } from '#lib/charts/chart-table.ts';
import { credentials as words } from '#lib/vocabulary/messages/credentials.ts';
import { formatCount, formatFigure, formatInText, formatRanks } from '#lib/vocabulary/numbers.ts';
import { careCells, careColumns, row } from '../story/estimate-table.ts';
import type { Candidate } from './sector-candidates.ts';

/** The eligible skills of a sector with everything that a course needs to know. */
export function candidateTable(candidates: readonly Candidate[], caption: string): ChartTable {
	const { columns: heads } = words;
	const number = true;
	return {
		caption,
		columns: [
			{ id: 'skill', label: heads.skill },
			{ id: 'ranks', label: heads.ranks, number },
			{ id: 'level', label: heads.step },
			{ id: 'hours', label: heads.hours, number },
			{ id: 'credits', label: heads.credits, number },
			{ id: 'women', label: heads.women, number },
			{ id: 'rural', label: heads.rural, number },
			{ id: 'delivery', label: heads.delivery },
			{ id: 'people_short', label: heads.peopleShort, number },
			...careColumns
		],
		rows: candidates.map(candidateRow)
	};
}

function candidateRow(candidate: Candidate) {
	const { skill, people, women, rural, step, ranks } = candidate;
	const printed = formatFigure(people, 'count');
	const cells: TableCell[] = [
		skill.label,
		ranks ? formatRanks(ranks.best, ranks.worst) : '',
		words.fromTo(`${step.from}`, `${step.to}`),
		{ text: formatCount(step.hours), raw: step.hours },
		{ text: formatCount(step.credits), raw: step.credits },
		{ text: formatInText(women, 'share'), raw: women.value },
		{ text: formatInText(rural, 'share'), raw: rural.value },
		skill.delivery,
		{ text: printed.value, raw: people.value, strong: true },
		...careCells(people, printed.interval)
	];
	return row(skill.id, cells, people);
}
