import type { TableCell, TableColumn } from '#lib/charts/chart-table.ts';
import { labelOf, type Catalogue } from '#lib/contracts/catalogue.ts';
import { credentialsTable as words } from '#lib/vocabulary/messages/credentials-table.ts';
import { formatCount, formatFigure, formatRanks } from '#lib/vocabulary/numbers.ts';
import { inSentence } from '#lib/vocabulary/words.ts';
import { proposedWords, topWords } from './facts.ts';
import type { Ranked } from './order.ts';

/** A column with what stands in it for a candidate. */
export interface Column extends TableColumn {
	readonly cell: (one: Ranked) => TableCell;
}

const { heads } = words;
const number = true;
const onlyCsv = { only: 'csv' } as const;

export function nameColumns(catalogue: Catalogue, href: (id: string) => string): Column[] {
	return [
		{
			...{ id: 'candidate', label: heads.candidate },
			cell: ({ name, candidate }) => ({ text: name, href: href(candidate.id) })
		},
		{
			...{ id: 'id', label: heads.id },
			cell: ({ candidate: { id } }) => ({ text: id, href: `#numbers-${id}` })
		},
		{
			...{ id: 'sector', label: heads.sector },
			cell: ({ candidate }) => labelOf(catalogue, 'sector', candidate.sector)
		}
	];
}

export function rankColumns(): Column[] {
	const share = (id: 'inTop' | 'first', label: string): Column => ({
		...{ id: id === 'inTop' ? 'top_3' : 'first', label, number },
		cell: ({ draws }) => ({ text: topWords(draws[id]), raw: draws[id] })
	});
	return [
		{
			...{ id: 'ranks', label: heads.ranks, number },
			cell: ({ draws }) => ({ text: formatRanks(draws.low, draws.high), strong: true })
		},
		{ id: 'rank_low', label: 'rank_low', ...onlyCsv, cell: ({ draws }) => draws.low },
		{ id: 'rank_high', label: 'rank_high', ...onlyCsv, cell: ({ draws }) => draws.high },
		{
			...{ id: 'rank', label: heads.rank, number },
			cell: ({ rank }) => ({ text: `${rank}`, raw: rank })
		},
		share('inTop', heads.top3),
		share('first', heads.first),
		{
			...{ id: 'value', label: heads.people, number },
			cell: ({ evidence: { reach } }) => ({
				...{ text: formatFigure(reach, 'count').value, raw: reach.value },
				strong: true
			})
		}
	];
}

export function courseColumns(catalogue: Catalogue): Column[] {
	const count = (id: 'hours' | 'credits' | 'weeks'): Column => ({
		...{ id, label: heads[id], number },
		cell: ({ candidate }) => ({ text: formatCount(candidate[id]), raw: candidate[id] })
	});
	const text = (id: string, label: string, cell: Column['cell']): Column => ({ id, label, cell });
	return [
		text('skills', heads.skills, ({ candidate }) =>
			candidate.skills
				.map(({ skill, step }) => words.step(skill.label, step.from, step.to))
				.join('; ')
		),
		{
			...text('skill_ids', 'skill_ids', ({ candidate }) =>
				candidate.skills.map(({ skill }) => skill.id).join(' ')
			),
			...onlyCsv
		},
		...(['hours', 'credits', 'weeks'] as const).map(count),
		text('proposed_level', heads.lqf, ({ candidate }) => proposedWords(candidate.level)),
		text('occupations', heads.occupations, ({ candidate }) =>
			candidate.occupations
				.map((code) => inSentence(labelOf(catalogue, 'major_group', code)))
				.join('; ')
		),
		text('overlaps', heads.overlaps, ({ candidate }) =>
			candidate.overlaps.map(({ title }) => title).join('; ')
		),
		text('demand_risk', heads.demand, ({ risk }) => risk ?? words.none),
		text('grid_power', heads.power, ({ candidate }) =>
			candidate.needsPower ? words.needed : words.notNeeded
		),
		text('providers', heads.providers, ({ providers }) =>
			providers.map(({ label }) => label).join('; ')
		)
	];
}
