import type { PortfolioPlan } from '#lib/decisions/portfolio-plan.ts';
import { plan as words } from '#lib/vocabulary/messages/portfolio-plan.ts';
import { formatCount, formatMoney, formatValue } from '#lib/vocabulary/numbers.ts';
import type { Asked } from './planned.ts';

/** How far a limit is used, or a floor is passed. */
export interface Bar {
	readonly id: 'budget' | 'seats' | 'women' | 'rural';
	readonly label: string;
	/** 0 to 1. */
	readonly share: number;
	/** Where the floor stands, 0 to 1. */
	readonly floor?: number;
	readonly text: string;
	readonly binds: boolean;
}

export function barsOf(plan: PortfolioPlan, { settings, currency }: Asked): Bar[] {
	const binds = (id: Bar['id']): boolean =>
		plan.conditions.some(({ condition, binds: own }) => condition === id && own);
	const used = (id: 'budget' | 'seats', part: number, print: (n: number) => string): Bar => ({
		...{
			id,
			label: words.bars[id],
			share: settings[id] > 0 ? Math.min(1, part / settings[id]) : 0
		},
		text: words.of(print(part), print(settings[id])),
		binds: binds(id)
	});
	const share = (id: 'women' | 'rural'): Bar => {
		const floor = settings[id];
		const text = formatValue(plan[id], 'share');
		return {
			...{ id, label: words.bars[id], share: plan[id], binds: binds(id) },
			...(floor > 0 ? { floor, text: words.floor(text, formatValue(floor, 'share')) } : { text })
		};
	};
	return [
		used('budget', plan.cost, (amount) => formatMoney(amount, currency)),
		used('seats', plan.seats, formatCount),
		share('women'),
		share('rural')
	];
}
