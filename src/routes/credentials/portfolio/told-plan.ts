import type { ChartTable } from '#lib/charts/chart-table.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import { sharing } from '#lib/decisions/portfolio-model.ts';
import { labelOf } from '#lib/contracts/catalogue.ts';
import { plan as words } from '#lib/vocabulary/messages/portfolio-plan.ts';
import { barsOf, type Bar } from './plan-bars.ts';
import { planFigure, planOf, solvedWords } from './plan-figure.ts';
import { easingsOf, type Easing } from './no-plan.ts';
import type { Planned } from './planned.ts';
import { seatTable } from './seat-table.ts';
import { worthSentences } from './worth-words.ts';

/** A plan, or why there is none, as plain data for the page. */
export interface ToldPlan {
	readonly figure: FigureModel;
	readonly bars: readonly Bar[];
	/** What would make a plan possible, where there is none. */
	readonly easings: readonly Easing[];
	/** Seats by course and district group. */
	readonly seats?: ChartTable;
	/** How near the best it is. */
	readonly solved: string;
	/** What each looser limit would bring. */
	readonly worths: readonly string[];
	/** What is not offered, and why. */
	readonly left: readonly string[];
	/** A remark on the shares; empty where none is due. */
	readonly wider: string;
}

export function tellPlan(planned: Planned): ToldPlan {
	const { asked } = planned;
	const { offers, names, catalogue } = asked;
	const plan = planOf(planned);
	const wider = sharing(offers.offers).filter(([offer]) => offer?.wider).length;
	return {
		figure: planFigure(planned),
		easings: easingsOf(planned),
		bars: plan ? barsOf(plan, asked) : [],
		...(plan ? { seats: seatTable(plan, asked) } : {}),
		solved: solvedWords(planned),
		worths: worthSentences(planned),
		left: offers.left.map(({ course, group, reason }) =>
			words.left(
				names.get(course) ?? course,
				labelOf(catalogue, 'district_group', group),
				words.reasons[reason]
			)
		),
		wider: wider > 0 ? words.wider(wider) : ''
	};
}
