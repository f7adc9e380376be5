import type { ChartTable, TableCell } from '#lib/charts/chart-table.ts';
import { labelOf } from '#lib/contracts/catalogue.ts';
import type { PortfolioPlan } from '#lib/decisions/portfolio-plan.ts';
import { plan } from '#lib/vocabulary/messages/portfolio-plan.ts';
import { formatCount, formatFigure, formatValue } from '#lib/vocabulary/numbers.ts';
import type { PlaceOffer } from './offers.ts';
import type { Asked } from './planned.ts';

const words = plan.table;

/**
 * Every offer with all its numbers, and the seats of the plan: what the plan can be recomputed from elsewhere. In the
 * file shares, costs and ends of intervals are unrounded.
 */
export function offerTable(plan: PortfolioPlan | undefined, asked: Asked): ChartTable {
	return {
		caption: words.caption,
		columns: [
			{ id: 'name', label: words.name },
			{ id: 'course', label: words.id, only: 'csv' },
			{ id: 'district_group', label: words.group },
			{ id: 'provider', label: words.provider },
			{ id: 'reach', label: words.reach },
			{ id: 'people_short', label: words.short, number: true },
			{ id: 'interval_95', label: words.interval, number: true, only: 'page' },
			{ id: 'low', label: 'low', only: 'csv' },
			{ id: 'high', label: 'high', only: 'csv' },
			{ id: 'women', label: words.women, number: true },
			{ id: 'rural', label: words.rural, number: true },
			{ id: 'levels', label: words.levels, number: true },
			{ id: 'gain', label: 'gain', only: 'csv' },
			{ id: 'course_cost', label: words.courseCost, only: 'csv' },
			{ id: 'cohort_cost', label: words.cohortCost, number: true },
			{ id: 'seat_cost', label: words.seatCost, number: true },
			{ id: 'provider_places', label: 'provider_places', only: 'csv' },
			{ id: 'least', label: 'least', only: 'csv' },
			{ id: 'most', label: 'most', only: 'csv' },
			{ id: 'seats', label: words.seats, number: true },
			{ id: 'cohorts', label: words.cohorts, number: true },
			{ id: 'cost', label: words.cost, number: true },
			{ id: 'note', label: words.note }
		],
		rows: asked.offers.offers.map((offer) => ({
			id: `${offer.course} ${offer.group} ${offer.provider}`,
			cells: cellsOf(offer, plan, asked),
			quality: offer.short.quality
		}))
	};
}

function cellsOf(
	offer: PlaceOffer,
	plan: PortfolioPlan | undefined,
	{ names, catalogue, offers }: Asked
): TableCell[] {
	const chosen = plan?.choices.find(
		({ offer: own }) =>
			own.course === offer.course && own.group === offer.group && own.provider === offer.provider
	);
	const count = (value: number): TableCell => ({ text: formatCount(value), raw: value });
	const money = (value: number): TableCell => ({
		text: formatCount(Math.round(value)),
		raw: value
	});
	const share = (value: number): TableCell => ({ text: formatValue(value, 'share'), raw: value });
	const { value, interval } = formatFigure(offer.short, 'count');
	const { provider, kind } = offer.delivery;
	return [
		names.get(offer.course) ?? offer.course,
		offer.course,
		{ text: labelOf(catalogue, 'district_group', offer.group), raw: undefined },
		provider.label,
		kind,
		{ text: value, raw: offer.short.value },
		interval,
		offer.short.low,
		offer.short.high,
		share(offer.women),
		share(offer.rural),
		{ text: offer.levels.toFixed(1), raw: offer.levels },
		offer.gain,
		offers.courseCosts[offer.course] ?? 0,
		money(offer.cohortCost),
		money(offer.seatCost),
		offers.places[provider.id] ?? null,
		offer.least,
		offer.most ?? null,
		{ ...{ text: formatCount(chosen?.seats ?? 0), raw: chosen?.seats ?? 0 }, strong: true },
		count(chosen?.cohorts ?? 0),
		money(chosen?.cost ?? 0),
		offer.wider ? words.widerNote : ''
	];
}
