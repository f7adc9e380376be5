import type { ChartRow } from '#lib/charts/chart-row.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import { scaleOver } from '#lib/charts/scale.ts';
import { labelOf } from '#lib/contracts/catalogue.ts';
import { indicators } from '#lib/indicators/declared.ts';
import type { Answer, Estimate } from '#lib/vocabulary/estimate.ts';
import { sector as words } from '#lib/vocabulary/messages/sector.ts';
import { story as shared } from '#lib/vocabulary/messages/story.ts';
import { describe, formatCount } from '#lib/vocabulary/numbers.ts';
import type { Question } from '#lib/vocabulary/question.ts';
import { inSentence } from '#lib/vocabulary/words.ts';
import { estimateTable } from '../../story/estimate-table.ts';
import { roleOfSector, sectorInSentence } from '../../story/labels.ts';
import { absenceOf, drawn, figureAt } from '../../story/story.ts';
import type { Subject } from './subject.ts';

const densities = [
	{ id: 'gap-density', heading: words.ofStaff },
	{ id: 'vacancy-density', heading: undefined },
	{ id: 'hard-to-fill-density', heading: words.ofVacancies },
	{ id: 'skill-shortage-density', heading: undefined },
	{ id: 'gap-incidence', heading: words.ofEstablishments }
] as const;

interface Density {
	readonly id: string;
	readonly heading: string | undefined;
	readonly own: Estimate;
	readonly all: Estimate;
	readonly answers: readonly Answer[];
}

/** What employers report, the sector beside all sectors. */
export async function employersFigure(subject: Subject): Promise<FigureModel> {
	const { teller, sector } = subject;
	const asked: Density[] = [];
	for (const { id, heading } of densities) {
		const own = await subject.ask(id);
		const all = await teller.ask({ source: 'audit', indicator: id, by: [], where: rest(subject) });
		asked.push({
			...{ id, heading, answers: [own, all] },
			own: figureAt(own),
			all: figureAt(all)
		});
	}
	const answers = asked.flatMap(({ answers: pair }) => pair);
	const role = roleOfSector(teller.catalogue, sector);
	const own = role === 'comparison' ? 'attained' : role;
	const absence = absenceOf(answers);
	return {
		id: 'employers',
		finding: await finding(subject, asked),
		what: words.employersWhat,
		keyItems: [
			{ text: sectorInSentence(teller.catalogue, sector), form: 'mark', role: own },
			{ text: shared.allSectors, form: 'mark', role: 'comparison' },
			{ text: shared.keyInterval },
			{ text: shared.keyHollow, form: 'hollow', role: own }
		],
		source: subject.source,
		measure: 'share',
		scale: scaleOver(
			asked.flatMap((one) => [one.own, one.all]),
			'share'
		),
		plot: {
			kind: 'paired',
			rows: asked.map((one) => densityRow(subject, one, own)),
			label: words.employersLabel
		},
		table: densityTable(subject, asked),
		computed: teller.computed(answers),
		...(absence ? { absence } : {})
	};
}

/** The filters of the View without the sector. */
function rest({ view }: Subject): Question['where'] {
	return Object.fromEntries(Object.entries(view.filters).filter(([id]) => id !== 'sector'));
}

async function finding(subject: Subject, [density]: readonly Density[]): Promise<string> {
	const n = density?.own.n ?? 0;
	if (!density || density.own.quality === 'unreliable') {
		return words.employersFew(formatCount(n), subject.name);
	}
	const comparison = await subject.teller.compareToAll(
		subject.question(density.id, []),
		rest(subject)
	);
	if (comparison === 'above') return words.employersAbove(subject.name);
	if (comparison === 'below') return words.employersBelow(subject.name);
	return comparison === 'unclear'
		? words.employersUnclear(subject.name)
		: words.employersFew(formatCount(n), subject.name);
}

function densityRow(
	{ teller, sector }: Subject,
	{ id, heading, own, all }: Density,
	role: ChartRow['marks'][number]['role']
): ChartRow {
	const name = indicators[id]?.label ?? id;
	return {
		id,
		name,
		heading,
		marks: [
			{ role, figure: drawn(own) },
			{ role: 'comparison', figure: drawn(all) }
		],
		sentence: describe(name, [
			{ label: sectorInSentence(teller.catalogue, sector), figure: own, measure: 'share' },
			{ label: shared.allSectors, figure: all, measure: 'share' }
		])
	};
}

function densityTable(
	{ teller, sector, name, wave }: Subject,
	asked: readonly Density[]
): FigureModel['table'] {
	const lines = asked.flatMap(({ id, own, all }) => {
		const indicator = indicators[id]?.label ?? id;
		return [
			{ group: labelOf(teller.catalogue, 'sector', sector), estimate: own },
			{ group: shared.allSectorsLabel, estimate: all }
		].map(({ group, estimate }) => ({
			id: `${id} ${group}`,
			labels: [indicator, group],
			estimate,
			measure: 'share' as const
		}));
	});
	return estimateTable(lines, {
		caption: words.employersCaption(inSentence(name), wave),
		heads: [
			{ id: 'measure', label: shared.measure },
			{ id: 'sector', label: shared.sector }
		],
		value: words.shareValue
	});
}
