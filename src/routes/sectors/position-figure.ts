import { clearDifferences, compare, isSayable } from '#lib/answers/standing.ts';
import type { ChartRow } from '#lib/charts/chart-row.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import type { KeyItem } from '#lib/charts/key-item.ts';
import { scaleOver } from '#lib/charts/scale.ts';
import { labelOf } from '#lib/contracts/catalogue.ts';
import type { Answer } from '#lib/vocabulary/estimate.ts';
import { sectors as words } from '#lib/vocabulary/messages/sectors.ts';
import { story as shared } from '#lib/vocabulary/messages/story.ts';
import { describe } from '#lib/vocabulary/numbers.ts';
import { inSentence } from '#lib/vocabulary/words.ts';
import { estimateTable, type EstimateLine } from '../story/estimate-table.ts';
import { linkTo } from '../story/links.ts';
import { absenceOf, definitionOf, drawn, figureAt, isAsked, type Teller } from '../story/story.ts';
import type { Sectors } from './sectors-subject.ts';

/**
 * Professionals and other workers in each sector: where the gap lies. "All sectors" stands first, unless the
 * View keeps some sectors only.
 */
export async function positionFigure(
	sectors: Sectors,
	order: readonly string[]
): Promise<{ figure: FigureModel; overall: Answer }> {
	const { teller } = sectors;
	const difference = { dimension: 'position', minus: ['professional', 'other'] as const };
	const overall = await sectors.ask('incidence', 'position');
	const bySector = await sectors.ask('incidence', 'sector', 'position');
	const apart = await teller.ask({ ...sectors.question('incidence'), difference });
	const apartBySector = await teller.ask({
		...sectors.question('incidence', 'sector'),
		difference
	});
	const absence = absenceOf([overall, bySector]);
	const entries = entriesOf(sectors, { overall, bySector, order });
	const figure: FigureModel = {
		id: 'position',
		finding: positionTitle(teller, overall, compare(apart.estimates[0])),
		what: positionWhat(sectors, apartBySector),
		keyItems: positionKey(teller),
		source: sectors.source,
		measure: 'share',
		scale: scaleOver(
			[...(sectors.chosen ? [] : overall.estimates), ...bySector.estimates],
			'share'
		),
		plot: {
			kind: 'paired',
			rows: entries.map((entry) => positionRow(teller, entry)),
			label: words.positionLabel
		},
		table: estimateTable(
			entries.flatMap((entry) => positionLines(teller, entry)),
			{
				caption: words.positionCaption(sectors.wave),
				heads: [
					{ id: 'sector', label: words.sector },
					{ id: 'position', label: words.position }
				],
				value: words.share
			}
		),
		computed: teller.computed([bySector, overall, apart, apartBySector]),
		...(absence ? { absence } : {})
	};
	return { figure, overall };
}

/** A sector, or all of them, with the answer that holds its shares. */
interface Entry {
	readonly id: string;
	readonly name: string;
	readonly answer: Answer;
	readonly key: readonly string[];
}

function entriesOf(
	{ teller, chosen }: Sectors,
	answers: { overall: Answer; bySector: Answer; order: readonly string[] }
): Entry[] {
	const all = { id: 'all', name: words.all, answer: answers.overall, key: [] };
	const named = (code: string): string => labelOf(teller.catalogue, 'sector', code);
	return [
		...(chosen ? [] : [all]),
		...answers.order.map((code) => ({
			...{ id: code, name: named(code), answer: answers.bySector, key: [code] }
		}))
	];
}

function positionsOf({ catalogue }: Teller): readonly { code: string; label: string }[] {
	return catalogue.codeLists.position ?? [];
}

function positionRow(teller: Teller, { id, name, answer, key }: Entry): ChartRow {
	const groups = positionsOf(teller).map(({ code, label }) => ({
		...{ code, label },
		figure: figureAt(answer, ...key, code)
	}));
	return {
		...{ id, name },
		...(id === 'all' ? {} : { href: linkTo.sector(id) }),
		marks: groups.map(({ code, figure }) => ({ role: positionRole(code), figure: drawn(figure) })),
		sentence: describe(
			name,
			groups.map(({ label, figure }) => ({ label: inSentence(label), figure, measure: 'share' }))
		)
	};
}

function positionLines(teller: Teller, { id, name, answer, key }: Entry): EstimateLine[] {
	return positionsOf(teller).map(({ code, label }) => ({
		id: `${id} ${code}`,
		labels: [name, label],
		estimate: figureAt(answer, ...key, code),
		measure: 'share'
	}));
}

function positionTitle(
	{ catalogue }: Teller,
	{ estimates }: Answer,
	comparison: ReturnType<typeof compare>
): string {
	const asked = estimates.filter(isAsked);
	const [one, ...others] = asked;
	if (one && others.length === 0) {
		return words.positionOnly(labelOf(catalogue, 'position', one.key.join()));
	}
	if (comparison === 'above') return words.positionClear;
	if (comparison === 'below') return words.positionReverse;
	return comparison === 'unclear' ? words.positionUnclear : words.positionFew;
}

/** The definition, and where several sectors are asked those in which the two can be told apart. */
function positionWhat(sectors: Sectors, apart: Answer): string {
	const { estimates } = apart;
	const clear = clearDifferences(apart).above;
	const definition = definitionOf('incidence');
	if (estimates.length < 2) return definition;
	const every = sectors.chosen ? words.everyShown : words.everySector;
	return words.positionWhat(
		definition,
		clear.length === estimates.length ? every : sectors.named(clear.map((key) => [key])),
		estimates.filter(isSayable).length
	);
}

function positionRole(code: string) {
	return code === 'professional' ? 'attained' : 'comparison';
}

function positionKey(teller: Teller): KeyItem[] {
	return [
		...positionsOf(teller).map(({ code, label }): KeyItem => ({
			text: inSentence(label),
			form: 'mark',
			role: positionRole(code)
		})),
		{ text: shared.keyInterval }
	];
}
