import type { FigureModel } from '#lib/charts/figure-model.ts';
import type { CriterionId } from '#lib/decisions/criteria.ts';
import { credentials as words, weighing } from '#lib/vocabulary/messages/credentials.ts';
import { story as shared } from '#lib/vocabulary/messages/story.ts';
import { formatCount } from '#lib/vocabulary/numbers.ts';
import type { View } from '#lib/vocabulary/view.ts';
import { joinWords } from '#lib/vocabulary/words.ts';
import { sectorInSentence, whom } from '../story/labels.ts';
import type { Teller } from '../story/story.ts';
import { absenceOfOrder } from './absence.ts';
import { settingsOf } from './choices.ts';
import type { Supply } from './conditions.ts';
import { rowFacts, type RowFacts } from './facts.ts';
import { findingOf } from './findings.ts';
import { firmnessOf, type Firmness } from './firmness.ts';
import { gatherFor, type Gathered } from './gathered.ts';
import { leftOutOf, type LeftOut } from './left-out.ts';
import { orderOf, type Order } from './order.ts';
import { priorityFigure } from './priority-figure.ts';

/** The page of candidates in order, as plain data. */
export interface CredentialsStory {
	readonly title: string;
	readonly lead: string;
	readonly shown: string;
	readonly figure: FigureModel;
	/** Further columns of the list, by candidate. */
	readonly facts: Readonly<Record<string, RowFacts>>;
	/** Why a weight does nothing. */
	readonly weightNotes: Readonly<Partial<Record<CriterionId, string>>>;
	readonly firmness?: Firmness;
	readonly leftOut: LeftOut;
}

/**
 * Candidates of the chosen sectors, or of the target sectors, in the order of the weights.
 * @param supply providers, who reaches them, and courses that exist
 */
export async function tellCredentials(
	view: View,
	teller: Teller,
	supply: Supply
): Promise<CredentialsStory> {
	const { catalogue } = teller;
	const gathered = await gatherFor(view, teller, supply);
	const settings = settingsOf(view);
	const order = orderOf(gathered, settings, { catalogue, supply });
	const absence = absenceOfOrder(order, gathered, settings);
	const codes = view.filters.sector ?? catalogue.site.targetSectors.map(({ code }) => code);
	const sectors = joinWords(codes.map((code) => sectorInSentence(catalogue, code)));
	const wave = view.filters.wave?.join() ?? catalogue.site.default.wave;
	const { ranked } = order;
	const told = { order, gathered, settings, sectors, wave, ...(absence ? { absence } : {}) };
	const firmness = firmnessOf(order, catalogue);
	return {
		title: absence?.title ?? findingOf(ranked).title,
		lead: absence
			? words.leadNone(sectors)
			: words.lead(formatCount(ranked.length), ranked.length === 1, sectors),
		shown: shownOf(view, told, teller),
		figure: priorityFigure(told, teller),
		facts: Object.fromEntries(ranked.map((one) => [one.candidate.id, rowFacts(one)])),
		weightNotes: weightNotesOf(order, teller),
		...(firmness ? { firmness } : {}),
		leftOut: leftOutOf(order, gathered, { catalogue, supply })
	};
}

interface Shown {
	readonly order: Order;
	readonly gathered: Gathered;
	readonly sectors: string;
	readonly wave: string;
}

/** Whose evidence it is, how many candidates, and how many are left out. */
function shownOf(view: View, { order, gathered, sectors, wave }: Shown, { catalogue }: Teller) {
	const { failed, ranked } = order;
	const few = gathered.unfit.length;
	const others = Object.entries(view.filters).filter(([id]) => id !== 'sector');
	const all = failed.length + few + order.measured.weighed.length;
	return [
		shared.showing(
			whom({ filters: Object.fromEntries(others), choices: {} }, catalogue),
			words.shown(formatCount(ranked.length), formatCount(all)),
			words.where(sectors, wave)
		),
		words.leftOut(failed.length, few)
	]
		.filter((sentence) => sentence !== '')
		.join(' ');
}

function weightNotesOf(
	{ priority, scarcityUnknown }: Order,
	{ catalogue }: Teller
): CredentialsStory['weightNotes'] {
	const unknown = scarcityUnknown.map((code) => sectorInSentence(catalogue, code));
	const same = priority?.index.constant.map((id) => [id, weighing.same] as const) ?? [];
	return {
		...Object.fromEntries(same),
		...(unknown.length > 0 ? { scarcity: weighing.unused(joinWords(unknown)) } : {})
	};
}
