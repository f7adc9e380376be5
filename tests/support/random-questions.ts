import type { Catalogue } from '#lib/contracts/catalogue.ts';
import { codesOf } from '#lib/answers/plan.ts';
import type { TableId } from '#lib/indicators/declaration.ts';
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
/** Which dimensions of each table the published tables hold. */
const published: Readonly<Record<TableId, readonly string[]>> = {
	audit_skill: skillDimensions,
	audit_establishment: ['sector', 'district_group', 'size_band'],
	tracer: [
		...['sex', 'residence', 'residence_urban', 'residence_rural', 'field', 'isced_level'],
		...['institution', 'cohort', 'district_group', 'sector', 'status', 'disability']
	],
	enrolment: ['year', 'field', 'sex', 'institution', 'isced_level', 'residence'],
	frame: ['wave', 'institution']
};

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
	const { across } = indicators[indicator] ?? {};
	const ids = published[table].filter((id) => id !== across || table === 'enrolment');
	const pick = <Item>(items: readonly Item[]): Item =>
		items[Math.floor(random() * items.length)] as Item;
	const codes = (id: string): string[] => {
		const dimension = dimensions[id];
		return dimension ? codesOf(dimension, catalogue) : [];
	};
	const where: Record<string, string[]> = {};
	if (table === 'audit_skill') where.sector = [pick(codes('sector'))];
	if (table === 'tracer') where.wave = [pick(['2021', '2024'])];
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
	if (a === b || dimension === 'wave') return { source, indicator, by, where };
	const difference = { dimension, minus: [a, b] } as const;
	const second = pick(others.filter((id) => id !== dimension && id !== 'wave'));
	const [c, d] = second === undefined ? [] : [pick(codes(second)), pick(codes(second))];
	if (second === undefined || c === undefined || d === undefined || c === d || random() < 0.6) {
		return { source, indicator, by, where, difference };
	}
	const and = { dimension: second, minus: [c, d] } as const;
	const { kind } = indicators[indicator] ?? {};
	if ((kind === 'mean' || kind === 'ratio') && random() < 0.4) {
		return { source, indicator, by, where, decompose: { ...difference, over: second } };
	}
	return { source, indicator, by, where, difference: [difference, and] };
}

/** Printed with the test, so that a failure can be repeated; PARITY_SEED draws other Questions. */
export const paritySeed = Number(globalThis.process?.env.PARITY_SEED ?? 20241122);

/** How many Questions must have an empty domain or one in a single cluster. */
export const minimumNarrow = 50;

/** Many hundred Questions, 24 an indicator, a third of them narrow. */
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
