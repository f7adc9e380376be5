import { isSayable, type Standing } from '#lib/answers/standing.ts';
import { withheldLast, type ChartRow } from '#lib/charts/chart-row.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import type { KeyItem } from '#lib/charts/key-item.ts';
import { scaleOver } from '#lib/charts/scale.ts';
import { labelOf } from '#lib/contracts/catalogue.ts';
import type { Answer, Estimate } from '#lib/vocabulary/estimate.ts';
import { sectors as words } from '#lib/vocabulary/messages/sectors.ts';
import { story as shared } from '#lib/vocabulary/messages/story.ts';
import { describe } from '#lib/vocabulary/numbers.ts';
import { formatSaid } from '#lib/vocabulary/said.ts';
import { estimateTable } from '../story/estimate-table.ts';
import { linkTo } from '../story/links.ts';
import { roleOfSector, sectorInSentence } from '../story/labels.ts';
import type { Sectors } from './sectors-subject.ts';
import { absenceOf, definitionOf, drawn, figureAt, type Teller } from '../story/story.ts';

/** A share of each sector, highest first. */
export async function sectorFigure(
	sectors: Sectors,
	indicator: 'incidence' | 'attainment'
): Promise<{ figure: FigureModel; standing: Standing; answer: Answer }> {
	const answer = await sectors.ask(indicator, 'sector');
	const standing = await sectors.teller.standing(sectors.question(indicator, 'sector'));
	const { catalogue } = sectors.teller;
	const order = answer.estimates.toSorted((a, b) => (b.value ?? -1) - (a.value ?? -1));
	const own = indicator === 'incidence';
	const absence = absenceOf([answer]);
	const figure: FigureModel = {
		id: indicator,
		finding: sectors.single
			? singleTitle(sectors, indicator, figureAt(answer, sectors.single))
			: own
				? incidenceTitle(sectors, standing)
				: attainmentTitle(sectors, standing, answer),
		what: own ? words.incidenceWhat(definitionOf(indicator)) : definitionOf(indicator),
		keyItems: sectorKey(sectors.teller),
		source: sectors.source,
		measure: 'share',
		scale: scaleOver(answer.estimates, 'share'),
		plot: {
			kind: 'capsule',
			rows: withheldLast(order.map((one) => sectorRow(sectors.teller, one))),
			label: own ? words.label : words.attainmentLabel,
			readHead: words.read,
			tight: true
		},
		table: estimateTable(
			order.map((estimate) => ({
				id: estimate.key.join(),
				labels: [labelOf(catalogue, 'sector', estimate.key.join())],
				href: linkTo.sector(estimate.key.join()),
				estimate,
				measure: 'share'
			})),
			{
				caption: own ? words.incidenceCaption(sectors.wave) : words.attainmentCaption(sectors.wave),
				heads: [{ id: 'sector', label: words.sector }],
				value: own ? words.share : words.attainment
			}
		),
		computed: sectors.teller.computed([answer]),
		...(absence ? { absence } : {})
	};
	return { figure, standing, answer };
}

/** Of one sector there is nothing to compare: its share is said. */
function singleTitle(
	sectors: Sectors,
	indicator: 'incidence' | 'attainment',
	estimate: Estimate
): string {
	const name = labelOf(sectors.teller.catalogue, 'sector', sectors.single ?? '');
	if (!isSayable(estimate)) return words.oneFew(name);
	const share = formatSaid(estimate, 'share');
	return indicator === 'incidence'
		? words.oneIncidence(name, share)
		: words.oneAttainment(name, share);
}

function incidenceTitle(sectors: Sectors, { top, ranked }: Standing): string {
	if (ranked === 1) return words.only(sectors.named(top));
	return top.length > 0 && top.length <= 4 && top.length < ranked
		? words.incidenceTop(sectors.named(top))
		: words.incidenceOpen;
}

function attainmentTitle(sectors: Sectors, { top, ranked }: Standing, answer: Answer): string {
	const [best] = top;
	if (ranked === 1) return words.only(sectors.named(top));
	if (!best || top.length > 4 || top.length === ranked) return words.attainmentOpen;
	const value = formatSaid(figureAt(answer, ...best), 'share');
	return top.length === 1
		? words.attainmentTitle(sectors.named(top), value)
		: words.attainmentAmong(sectors.named(top));
}

function sectorRow({ catalogue }: Teller, estimate: Answer['estimates'][number]): ChartRow {
	const code = estimate.key.join();
	const name = labelOf(catalogue, 'sector', code);
	const role = roleOfSector(catalogue, code);
	return {
		id: code,
		name,
		href: linkTo.sector(code),
		n: estimate.n,
		strong: role !== 'comparison',
		marks: [{ role, figure: drawn(estimate) }],
		sentence: describe(name, [{ figure: estimate, measure: 'share' }], shared.workers)
	};
}

function sectorKey({ catalogue }: Teller): KeyItem[] {
	return [
		...catalogue.site.targetSectors.map(({ code }): KeyItem => ({
			text: sectorInSentence(catalogue, code),
			form: 'mark',
			role: roleOfSector(catalogue, code)
		})),
		{ text: words.others, form: 'mark', role: 'comparison' },
		{ text: shared.keyInterval }
	];
}
