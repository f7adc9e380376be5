import type { ReachKind } from '#lib/contracts/planning.ts';
import { deliveries } from '#lib/decisions/delivery.ts';

/** A way to teach: which skills it suits, by how they can be taught, and which learners can come. */
interface TeachingMode {
	/** Values of `delivery` of a skill. */
	readonly suits: readonly string[];
	readonly reaches: readonly ReachKind[];
}

const { hands, partly, apart } = deliveries;

/**
 * Ours, and told on the methods page: what is learned with the hands needs a workshop or a workplace, and only those who
 * live near come in the evening. The order is that of the page.
 */
export const teachingModes = {
	block: { suits: [hands, partly, apart], reaches: ['daily', 'weekly block'] },
	evening: { suits: [hands, partly, apart], reaches: ['daily'] },
	blended: { suits: [partly, apart], reaches: ['daily', 'weekly block'] },
	remote: { suits: [apart], reaches: ['daily', 'weekly block', 'remote'] },
	workplace: { suits: [hands, partly, apart], reaches: ['daily', 'weekly block'] }
} as const satisfies Readonly<Record<string, TeachingMode>>;

export type ModeId = keyof typeof teachingModes;

export function isMode(id: string): id is ModeId {
	return Object.hasOwn(teachingModes, id);
}

export const modeIds = Object.keys(teachingModes).filter(isMode);

/** The modes of a list in which a skill can be taught. */
export function modesFor(delivery: string, modes: readonly ModeId[]): ModeId[] {
	return modes.filter((id) => (teachingModes[id].suits as readonly string[]).includes(delivery));
}

/** How far away learners can live with these modes. */
export function kindsOf(modes: readonly ModeId[]): ReadonlySet<ReachKind> {
	return new Set(modes.flatMap((id) => teachingModes[id].reaches));
}

/** The query that takes a choice to the brief of a course. */
export function teachingQuery(mode: ModeId, weekly: number): string {
	return `?mode=${mode}&weekly=${weekly}`;
}
