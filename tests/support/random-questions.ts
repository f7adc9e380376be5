import type { Catalogue } from '#lib/contracts/catalogue.ts';
import { codesOf } from '#lib/answers/plan.ts';
import { indicators, sourceOf } from '#lib/indicators/declared.ts';
import { dimensions } from '#lib/indicators/dimensions.ts';
import type { Answer } from '#lib/vocabulary/estimate.ts';
import type { Question } from '#lib/vocabulary/question.ts';

/** Numbers from 0 to 1 out of a seed (mulberry32): the same Questions on every machine. */
export function seeded(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

const skillDimensions = [
	...['skill', 'sex', 'residence', 'residence_urban', 'residence_rural', 'occupation', 'position'],
	...['age', 'district_group', 'isced_level', 'size_band', 'rater']
];
const establishmentDimensions = ['sector', 'district_group', 'size_band'];

interface Draw {
	readonly random: () => number;
	readonly catalogue: Catalogue;
}

/**
 * A random Question about one indicator that the published tables hold: some split, filtered or a difference.
 * @param narrow filters down to a few respondents, so that empty and one-cluster domains come up
 */
export function randomQuestion(indicator: string, narrow: boolean, draw: Draw): Question {
	const { random, catalogue } = draw;
	const table = indicators[indicator]?.table ?? 'audit_skill';
	const ids = table === 'audit_skill' ? skillDimensions : establishmentDimensions;
	const pick = <Item>(items: readonly Item[]): Item =>
		items[Math.floor(random() * items.length)] as Item;
	const codes = (id: string): string[] => {
		const dimension = dimensions[id];
		return dimension ? codesOf(dimension, catalogue) : [];
	};
	const where: Record<string, string[]> = {};
	if (table === 'audit_skill') where.sector = [pick(codes('sector'))];
	const filters = narrow ? 3 + Math.floor(random() * 3) : Math.floor(random() * 3);
	for (let i = 0; i < filters; i++) {
		const id = pick(ids);
		where[id] = narrow ? [pick(codes(id))] : codes(id).filter(() => random() < 0.5);
	}
	const { within } = indicators[indicator] ?? {};
	if (within) where[within] = [pick(codes(within))];
	const by = [...new Set(Array.from({ length: Math.floor(random() * 3) }, () => pick(ids)))];
	const others = ids.filter((id) => !by.includes(id) && codes(id).length > 1);
	const source = sourceOf[table];
	if (random() > 0.25) return { source, indicator, by, where };
	const dimension = pick(others);
	const [a, b] = [pick(codes(dimension)), pick(codes(dimension))];
	if (a === b) return { source, indicator, by, where };
	return { source, indicator, by, where, difference: { dimension, minus: [a, b] } };
}

/** Printed with the test, so that a failure can be repeated; PARITY_SEED draws other Questions. */
export const paritySeed = Number(globalThis.process?.env.PARITY_SEED ?? 20241122);

/** How many Questions must have an empty domain or one in a single cluster. */
export const minimumNarrow = 50;

/** At least 300 Questions, 24 an indicator, a third of them narrow. */
export function drawQuestions(catalogue: Catalogue): Question[] {
	const draw = { random: seeded(paritySeed), catalogue };
	return Object.keys(indicators).flatMap((indicator) =>
		Array.from({ length: 24 }, (_, i) => randomQuestion(indicator, i % 3 === 0, draw))
	);
}

/** Whether an Answer has a domain that is empty or lies in one cluster. */
export function isNarrow({ estimates }: Answer): boolean {
	return estimates.length === 0 || estimates.some(({ n, clusters }) => n === 0 || clusters <= 1);
}
