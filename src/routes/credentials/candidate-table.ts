import type { ChartTable, TableCell } from '#lib/charts/chart-table.ts';
import { credentials as words } from '#lib/vocabulary/messages/credentials.ts';
import { formatCount, formatFigure, formatInText, formatRanks } from '#lib/vocabulary/numbers.ts';
import { isSayable } from '#lib/answers/standing.ts';
import { qualityWords } from '#lib/vocabulary/messages/charts.ts';
import type { Estimate } from '#lib/vocabulary/estimate.ts';
import { careCells, careColumns, row } from '../story/estimate-table.ts';
import type { Candidate } from './sector-candidates.ts';

/** The eligible skills of a sector with everything that a course needs to know. */
export function candidateTable(candidates: readonly Candidate[], caption: string): ChartTable {
	const { columns: heads } = words;
	const number = true;
	const has = (share: 'women' | 'rural'): boolean =>
		candidates.some((one) => one[share] !== undefined);
	return {
		caption,
		columns: [
			{ id: 'skill', label: heads.skill },
			{ id: 'ranks', label: heads.ranks, number },
			{ id: 'level', label: heads.step },
			{ id: 'hours', label: heads.hours, number },
			{ id: 'credits', label: heads.credits, number },
			...(has('women') ? [{ id: 'women', label: heads.women, number }] : []),
			...(has('rural') ? [{ id: 'rural', label: heads.rural, number }] : []),
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
		...(women ? [shareCell(women)] : []),
		...(rural ? [shareCell(rural)] : []),
		skill.delivery,
		{ text: printed.value, raw: people.value, strong: true },
		...careCells(people, printed.interval)
	];
	return row(skill.id, cells, people);
}

/** The column has no n of its own, so a share of too few is not given, on the page or in the file. */
function shareCell(share: Estimate): TableCell {
	return isSayable(share)
		? {
				text: words.share(formatInText(share, 'share'), qualityWords[share.quality]),
				raw: share.value
			}
		: { text: words.shareFew, raw: null };
}
