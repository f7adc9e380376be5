import { isSayable } from '#lib/answers/standing.ts';
import type { ChartTable, TableCell, TableColumn } from '#lib/charts/chart-table.ts';
import { labelOf, type Catalogue } from '#lib/contracts/catalogue.ts';
import { qualityWords } from '#lib/vocabulary/messages/charts.ts';
import { policyBriefTable as words } from '#lib/vocabulary/messages/policy-brief.ts';
import { formatCount, formatFigure, formatInText, formatRanks } from '#lib/vocabulary/numbers.ts';
import { inSentence } from '#lib/vocabulary/words.ts';
import { proposedWords, topWords } from '../credentials/facts.ts';
import type { Ranked } from '../credentials/order.ts';
import type { Ground } from './ground.ts';

interface Column extends TableColumn {
	readonly cell: (one: Ranked) => TableCell;
}

interface About {
	/** In words. */
	readonly sectors: string;
	readonly wave: string;
	/** How many courses there are. */
	readonly of: number;
	readonly demand: Ground['supply']['demand'];
	/** For a sheet: a course stands as the list of its skills alone, its name being the first of them. */
	readonly short?: boolean;
}

const { heads } = words;
const number = true;

/** Courses with step, volume, people short, who they are, and how firm their place is. */
export function courseTable(
	ranked: readonly Ranked[],
	catalogue: Catalogue,
	{ sectors, wave, of, demand, short = false }: About
): ChartTable {
	const columns: Column[] = [
		...(short ? [skillsColumn(heads.skillsAlone)] : nameColumns(catalogue)),
		...volumeColumns(),
		...peopleColumns(ranked),
		...rankColumns(),
		{
			...{ id: 'demand_risk', label: heads.demand },
			cell: ({ candidate }) => demand[candidate.sector]?.risk ?? words.unknown
		}
	];
	const places = ranked.length === of ? words.all : words.first(ranked.length, of);
	return {
		caption: words.caption(sectors, wave, places),
		columns: columns.map(({ id, label, number: right, only }: Column) => ({
			...{ id, label },
			...(right ? { number: right } : {}),
			...(only ? { only } : {})
		})),
		rows: ranked.map((one) => ({
			id: one.candidate.id,
			cells: columns.map(({ cell }) => cell(one)),
			quality: one.quality
		}))
	};
}

function nameColumns(catalogue: Catalogue): Column[] {
	return [
		{ id: 'candidate', label: heads.candidate, cell: ({ name }) => name },
		{
			...{ id: 'sector', label: heads.sector },
			cell: ({ candidate }) => labelOf(catalogue, 'sector', candidate.sector)
		},
		skillsColumn(heads.skills)
	];
}

function skillsColumn(label: string): Column {
	return {
		...{ id: 'skills', label },
		cell: ({ candidate }) =>
			candidate.skills
				.map(({ skill, step }) => words.step(skill.label, step.from, step.to))
				.join('; ')
	};
}

function volumeColumns(): Column[] {
	const count = (id: 'hours' | 'credits'): Column => ({
		...{ id, label: heads[id], number },
		cell: ({ candidate }) => ({ text: formatCount(candidate[id]), raw: candidate[id] })
	});
	return [
		count('hours'),
		count('credits'),
		{
			...{ id: 'proposed_level', label: heads.level, number },
			cell: ({ candidate }) => proposedWords(candidate.level)
		}
	];
}

const shares = ['women', 'rural'] as const;

/** People short with their interval; who they are, unless the filters say so already; words of care. */
function peopleColumns(ranked: readonly Ranked[]): Column[] {
	const end = (id: 'low' | 'high' | 'se'): Column => ({
		...{ id, label: id, only: 'csv' },
		cell: ({ evidence }) => evidence.reach[id]
	});
	const cared = ranked.some((one) => careOf(one) !== '');
	return [
		{
			...{ id: 'people_short', label: heads.people, number },
			cell: ({ evidence: { reach } }) => ({
				...{ text: formatFigure(reach, 'count').value, raw: reach.value },
				strong: true
			})
		},
		{
			...{ id: 'interval_95', label: heads.interval, number, only: 'page' },
			cell: ({ evidence: { reach } }) => formatFigure(reach, 'count').interval
		},
		...(['low', 'high', 'se'] as const).map(end),
		{
			...{ id: 'n', label: heads.n, number },
			cell: ({ evidence: { reach } }) => ({ text: formatCount(reach.n), raw: reach.n })
		},
		...shares.filter((part) => ranked.some(({ evidence }) => evidence[part])).map(shareColumn),
		...(cared ? [{ id: 'care', label: heads.care, cell: careOf }] : [])
	];
}

function shareColumn(part: (typeof shares)[number]): Column {
	return {
		...{ id: part, label: heads[part], number },
		cell: ({ evidence }) => {
			const one = evidence[part];
			return one && isSayable(one)
				? { text: formatInText(one, 'share'), raw: one.value }
				: { text: words.few, raw: null };
		}
	};
}

/** Which figures of a course ask for care: "few answers; rural: imprecise". */
function careOf({ evidence }: Ranked): string {
	const own = qualityWords[evidence.reach.quality];
	const others = shares.flatMap((part) => {
		const one = evidence[part];
		const word = one && isSayable(one) ? qualityWords[one.quality] : '';
		return word === '' ? [] : [words.careOf(inSentence(heads[part]), word)];
	});
	return [...(own === '' ? [] : [own]), ...others].join('; ');
}

function rankColumns(): Column[] {
	return [
		{
			...{ id: 'ranks', label: heads.ranks, number },
			cell: ({ draws }) => ({ text: formatRanks(draws.low, draws.high), strong: true })
		},
		{ id: 'rank_low', label: 'rank_low', only: 'csv', cell: ({ draws }) => draws.low },
		{ id: 'rank_high', label: 'rank_high', only: 'csv', cell: ({ draws }) => draws.high },
		{
			...{ id: 'place', label: heads.place, only: 'csv' },
			cell: ({ rank }) => ({ text: `${rank}`, raw: rank })
		},
		{
			...{ id: 'top_3', label: heads.top, number },
			cell: ({ draws }) => ({ text: topWords(draws.inTop), raw: draws.inTop })
		}
	];
}
