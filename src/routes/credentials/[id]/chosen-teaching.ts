import type { BriefItem } from '#lib/decisions/brief-record.ts';
import type { Teaching } from '#lib/decisions/brief-teaching.ts';
import { briefPage as words } from '#lib/vocabulary/messages/brief-page.ts';
import { joinWords } from '#lib/vocabulary/words.ts';
import { weeklyHours } from '../../providers/choice.ts';
import { isMode, type ModeId } from '../../providers/teaching-modes.ts';
import { numberOf } from './progress.ts';

/** Parameters of the address that carry what a provider has chosen. */
const parameters = ['mode', 'weekly'] as const;

/** When each way to teach takes place, and where. */
const rhythms = {
	block: { schedule: 'block', mode: 'on-site' },
	evening: { schedule: 'evening', mode: 'on-site' },
	blended: { schedule: 'weekend', mode: 'hybrid' },
	remote: { schedule: 'own-time', mode: 'online' },
	workplace: { schedule: 'at-work', mode: 'workplace' }
} as const satisfies Readonly<Record<ModeId, Omit<Teaching, 'weekly'>>>;

export interface ReadTeaching {
	/** Absent where the address has no whole choice. */
	readonly teaching?: Teaching;
	/** What the address has beside it, without a question mark. */
	readonly rest: string;
}

/** What an address says of how a provider has chosen to teach. */
export function readTeaching(search: string): ReadTeaching {
	const given = new URLSearchParams(search);
	const [mode, weekly] = parameters.map((name) => given.get(name) ?? '');
	if (!mode || !weekly || !isMode(mode) || !isWeekly(weekly)) return { rest: given.toString() };
	for (const name of parameters) given.delete(name);
	return { teaching: { ...rhythms[mode], weekly: Number(weekly) }, rest: given.toString() };
}

function isWeekly(text: string): boolean {
	return (weeklyHours as readonly string[]).includes(text);
}

/** Which items follow the choice. */
export function teachingSentence(taken: readonly BriefItem[]): string {
	const numbers = taken.map((item) => String(numberOf(item)));
	return taken.length === 0
		? words.teachingKept
		: words.teaching(joinWords(numbers), numbers.length > 1);
}
