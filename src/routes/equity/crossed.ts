import type { FigureModel } from '#lib/charts/figure-model.ts';
import { scaleOver } from '#lib/charts/scale.ts';
import { labelOf } from '#lib/contracts/catalogue.ts';
import { indicators } from '#lib/indicators/declared.ts';
import type { Answer } from '#lib/vocabulary/estimate.ts';
import { equity as words } from '#lib/vocabulary/messages/equity.ts';
import { story as shared } from '#lib/vocabulary/messages/story.ts';
import { joinWords } from '#lib/vocabulary/words.ts';
import { absenceOf, definitionOf, figureAt } from '../story/story.ts';
import {
	beyondTheSum,
	beyondValues,
	crossedKey,
	crossedPanels,
	crossedTable,
	type Crossed
} from './crossed-panels.ts';
import { sexes, type Equity } from './equity.ts';

const outcomes = ['wage-employment', 'employment', 'first-job-within-12', 'unemployment'] as const;

/** Graduates: women and men within residence, a panel an outcome. */
export async function graduatesCrossed(equity: Equity): Promise<FigureModel> {
	const { teller, residence, bySex, byResidence } = equity;
	const answers: Answer[] = [];
	const crossed: Crossed[] = [];
	for (const id of outcomes) {
		const cells = await teller.ask(equity.graduates(id, { by: [residence, 'sex'] }));
		const beyond = await teller.ask(equity.graduates(id, { difference: [bySex, byResidence] }));
		answers.push(cells, beyond);
		crossed.push({
			id,
			title: indicators[id]?.label ?? id,
			at: (place, sex) => figureAt(cells, place, sex),
			beyond: figureAt(beyond),
			moreIs: indicators[id]?.moreIs ?? 'neither'
		});
	}
	const { behind, ahead, compared } = beyondTheSum(crossed);
	const group = equity.group('rural', 'F');
	const sides = [behind && words.furtherBehind(behind), ahead && words.lessBehind(ahead)].filter(
		Boolean
	);
	return {
		...figureOf(equity, crossed, answers),
		id: 'graduates-crossed',
		finding:
			compared === 0
				? words.crossedFew
				: sides.length > 0
					? words.graduatesBeyond(group, joinWords(sides))
					: words.nothingBeyond(group),
		what: [outcomes.map(definitionOf).join(' '), ...sumWords(equity, crossed)].join(' '),
		source: equity.graduatesSource,
		table: crossedTable(equity, crossed, {
			caption: words.graduatesCaption(joinWords(equity.waves)),
			head: shared.measure
		})
	};
}

/** Workers below the level that their job requires: all sectors together, then those that the site puts first. */
export async function workersCrossed(equity: Equity): Promise<FigureModel> {
	const { teller, residence, bySex, byResidence } = equity;
	const { catalogue } = teller;
	const targets = catalogue.site.targetSectors.map(({ code }) => code);
	const difference = [bySex, byResidence] as const;
	const where = { sector: targets };
	const all = await teller.ask(equity.workers({ by: [residence, 'sex'] }));
	const beyond = await teller.ask(equity.workers({ difference }));
	const sectors = await teller.ask(equity.workers({ by: ['sector', residence, 'sex'] }, where));
	const sectorsBeyond = await teller.ask(equity.workers({ by: ['sector'], difference }, where));
	const moreIs = indicators.incidence?.moreIs ?? 'neither';
	const crossed: Crossed[] = [
		{
			...{ id: 'all', title: words.allSectors, beyond: figureAt(beyond), moreIs },
			at: (place, sex) => figureAt(all, place, sex)
		},
		...targets.map((code): Crossed => ({
			...{ id: code, title: labelOf(catalogue, 'sector', code) },
			at: (place, sex) => figureAt(sectors, code, place, sex),
			beyond: figureAt(sectorsBeyond, code),
			moreIs
		}))
	];
	const { behind, ahead, compared } = beyondTheSum(crossed);
	const group = equity.group('rural', 'F');
	const sides = [behind && words.moreShort(behind), ahead && words.lessShort(ahead)].filter(
		Boolean
	);
	return {
		...figureOf(equity, crossed, [all, beyond, sectors, sectorsBeyond]),
		id: 'workers-crossed',
		finding:
			compared === 0
				? words.crossedFew
				: sides.length > 0
					? words.workersBeyond(group, joinWords(sides))
					: words.nothingBeyondShort(group),
		what: [definitionOf('incidence'), ...sumWords(equity, crossed)].join(' '),
		source: equity.workersSource,
		table: crossedTable(equity, crossed, { caption: words.workersCaption, head: shared.sector })
	};
}

/** What the two figures have in common. */
function figureOf(equity: Equity, crossed: readonly Crossed[], answers: readonly Answer[]) {
	const absence = absenceOf(answers);
	const cells = crossed.flatMap(({ at }) =>
		equity.places.flatMap((place) => sexes.map((sex) => at(place, sex)))
	);
	return {
		keyItems: crossedKey(equity),
		measure: 'share' as const,
		scale: scaleOver(cells, 'share'),
		plot: { kind: 'multiples' as const, panels: crossedPanels(equity, crossed) },
		computed: equity.teller.computed(answers),
		...(absence ? { absence } : {})
	};
}

/** What the sum of the two gaps is, and how far rural women are from it. */
function sumWords(equity: Equity, crossed: readonly Crossed[]): string[] {
	const values = beyondValues(crossed);
	if (values === '') return [];
	const { compared } = beyondTheSum(crossed);
	const [woman, man] = sexes.map((sex) => equity.group('urban', sex)) as [string, string];
	return [
		words.theSum(man, woman, equity.group('rural', 'M')),
		words.fromSum(equity.group('rural', 'F'), values, compared)
	];
}
