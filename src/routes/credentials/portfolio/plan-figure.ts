import type { FigureModel } from '#lib/charts/figure-model.ts';
import type { ChartRow } from '#lib/charts/chart-row.ts';
import { scaleOver } from '#lib/charts/scale.ts';
import type { PortfolioPlan } from '#lib/decisions/portfolio-plan.ts';
import { plan as words } from '#lib/vocabulary/messages/portfolio-plan.ts';
import { story as shared } from '#lib/vocabulary/messages/story.ts';
import { formatCount, formatMoney, formatValue, type Figure } from '#lib/vocabulary/numbers.ts';
import { roleOfSector } from '../../story/labels.ts';
import { absenceOfPlan } from './no-plan.ts';
import { offerTable } from './offer-table.ts';
import type { Asked, Planned } from './planned.ts';
import { coursesOf, type CourseSeats } from './seat-table.ts';
import { isChanged } from './settings.ts';

/** The plan as a figure that can be taken away: seats by course, and every offer in its table. */
export function planFigure(planned: Planned): FigureModel {
	const { asked, result } = planned;
	const { fields, texts, survey, wave, catalogue, computed } = asked;
	const plan = planOf(planned);
	const courses = plan ? coursesOf(plan, asked) : [];
	const absence = absenceOfPlan({ asked, result });
	const made = shared.source(survey?.title ?? '', wave, catalogue.site.notice);
	return {
		...{ id: 'plan', local: true },
		finding: plan ? findingOf(plan, asked) : '',
		what: whatOf(plan, asked),
		keyItems: [],
		source: words.source(made, isChanged(fields, texts)),
		measure: 'count',
		scale: scaleOver(courses.map(figureOf), 'count'),
		plot: {
			kind: 'capsule',
			rows: courses.map((course) => row(course, asked)),
			label: words.label,
			readHead: words.read
		},
		table: offerTable(plan, asked),
		computed: { questions: computed.questions, method: methodOf(planned) },
		...(absence ? { absence } : {})
	};
}

function whatOf(plan: PortfolioPlan | undefined, asked: Asked): string {
	const { size } = asked.names;
	const what = words.what(words.courses(size), goalWords(plan, asked));
	return size > 1 ? `${what} ${words.twice}` : what;
}

export function planOf({ result }: Pick<Planned, 'result'>): PortfolioPlan | undefined {
	return 'code' in result || result.status === 'none' ? undefined : result;
}

function findingOf(plan: PortfolioPlan, { currency }: Asked): string {
	const binding = plan.conditions.filter(({ binds }) => binds);
	const names = binding.map(({ condition }) => words.conditions[condition]);
	return words.finding(
		formatMoney(plan.cost, currency),
		words.trained(plan.seats, formatCount(plan.seats)),
		names.length === 0 ? words.nothingBinds : words.binds(names)
	);
}

function goalWords(plan: PortfolioPlan | undefined, { settings: { goal } }: Asked): string {
	if (goal === 'people') return words.goals.people;
	return words.goals.levels(plan ? formatCount(Math.round(plan.gain)) : '');
}

/** A number that the plan decides has no interval. */
function figureOf({ seats }: CourseSeats): Figure {
	return { value: seats, low: null, high: null, quality: 'ok', reason: 'complete-count' };
}

function row(course: CourseSeats, { catalogue, offers, currency }: Asked): ChartRow {
	const { name, seats, cost } = course;
	const sector = offers.offers.find((one) => one.course === course.course)?.candidate.sector ?? '';
	return {
		...{ id: course.course, name, under: [formatMoney(cost, currency)] },
		marks: [{ role: roleOfSector(catalogue, sector), figure: figureOf(course) }],
		sentence: words.seatsOf(name, formatCount(seats), formatMoney(cost, currency))
	};
}

/** How far the plan may be from the best, and how long that took. */
export function solvedWords({ seconds, ...planned }: Planned): string {
	const plan = planOf(planned);
	if (!plan) return '';
	const took = seconds.toFixed(1);
	return plan.stopped
		? words.stopped(took, gapWords(plan.gap))
		: words.solved(took, gapWords(plan.gap));
}

function gapWords(gap: number): string {
	// Rounded up: the promise must hold.
	return gap < 1e-9
		? words.proven
		: words.within(formatValue(Math.ceil(gap * 1000) / 1000, 'share'));
}

/** The method with every number that was entered. */
function methodOf(planned: Planned): string {
	const { fields, texts, computed } = planned.asked;
	const said = (list: Asked['fields']['limits']): string[] =>
		list.map(({ id, label, unit, text }) => words.assumption(label, texts[id] ?? text, unit));
	return `${computed.method} ${words.method({
		limits: words.limits(said(fields.limits)),
		assumptions: words.assumed(said(fields.assumptions)),
		gap: solvedWords(planned)
	})}`.trim();
}
