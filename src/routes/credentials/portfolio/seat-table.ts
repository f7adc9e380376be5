import type { ChartTable, TableCell } from '#lib/charts/chart-table.ts';
import { labelOf } from '#lib/contracts/catalogue.ts';
import type { PortfolioPlan } from '#lib/decisions/portfolio-plan.ts';
import { plan as words } from '#lib/vocabulary/messages/portfolio-plan.ts';
import { formatCount } from '#lib/vocabulary/numbers.ts';
import { linkTo } from '../../story/links.ts';
import type { Asked } from './planned.ts';

/** A course of the plan. */
export interface CourseSeats {
	readonly course: string;
	readonly name: string;
	readonly byGroup: ReadonlyMap<string, number>;
	readonly seats: number;
	/** With what the course costs once. */
	readonly cost: number;
}

/** The courses of the plan, in the order of the list. */
export function coursesOf({ choices }: PortfolioPlan, { names, offers }: Asked): CourseSeats[] {
	return [...names].flatMap(([course, name]) => {
		const own = choices.filter(({ offer }) => offer.course === course);
		if (own.length === 0) return [];
		const sum = (of: (choice: (typeof own)[number]) => number) =>
			own.reduce((all, choice) => all + of(choice), 0);
		return [
			{
				...{ course, name, seats: sum(({ seats }) => seats) },
				byGroup: seatsByGroup(own),
				cost: sum(({ cost }) => cost) + (offers.courseCosts[course] ?? 0)
			}
		];
	});
}

/** Whoever teaches them. */
function seatsByGroup(choices: PortfolioPlan['choices']): Map<string, number> {
	const by = new Map<string, number>();
	for (const { offer, seats } of choices) by.set(offer.group, (by.get(offer.group) ?? 0) + seats);
	return by;
}

/** Seats by course and district group, with what each course costs in millions. */
export function seatTable(plan: PortfolioPlan, asked: Asked): ChartTable {
	const { catalogue, currency } = asked;
	const taken = new Set(plan.choices.map(({ offer }) => offer.group));
	const groups = (catalogue.codeLists.district_group ?? [])
		.map(({ code }) => code)
		.filter((code) => taken.has(code));
	const courses = coursesOf(plan, asked);
	const count = (seats: number | undefined): TableCell =>
		seats === undefined ? words.noSeats : { text: formatCount(seats), raw: seats };
	const strong = (text: string, raw: number): TableCell => ({ text, raw, strong: true });
	const inGroup = (group: string) =>
		courses.reduce((sum, { byGroup }) => sum + (byGroup.get(group) ?? 0), 0);
	return {
		caption: words.caption,
		columns: [
			{ id: 'course', label: words.course },
			// What a phone has no room for stands last.
			{ id: 'all', label: words.all, number: true },
			{ id: 'cost', label: words.cost(currency), number: true },
			...groups.map((code) => ({
				...{ id: code, label: labelOf(catalogue, 'district_group', code), number: true }
			}))
		],
		rows: [
			...courses.map(({ course, name, byGroup, seats, cost }) => ({
				id: course,
				cells: [
					{ text: name, href: linkTo.candidate(course) },
					strong(formatCount(seats), seats),
					{ text: millions(cost), raw: cost },
					...groups.map((code) => count(byGroup.get(code)))
				]
			})),
			{
				id: 'all',
				cells: [
					{ text: words.all, strong: true },
					strong(formatCount(plan.seats), plan.seats),
					{ text: millions(plan.cost), raw: plan.cost },
					...groups.map((code) => count(inGroup(code)))
				]
			}
		]
	};
}

function millions(amount: number): string {
	return (amount / 1e6).toFixed(2);
}
