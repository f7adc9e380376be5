import { hourKinds, type Brief } from './brief-record.ts';
import { leastWeeks } from './volume.ts';

export type Schedule = Brief['duration']['schedule'];

/** When a course is taught, and how many hours a week it takes of a learner. */
export interface Rhythm {
	readonly schedule: Schedule;
	readonly weekly: number;
}

/** Hours a week from which nothing else can be done beside. */
const fullTime = 30;

/** Hours a week that evenings can hold: five of three hours. */
const evenings = 15;

/** The rhythm that its hours allow: evenings alone hold no more than three hours a day, and nobody works beside 30. */
export function feasible({ schedule, weekly }: Rhythm): Rhythm {
	const isOwn = schedule === 'at-work' || schedule === 'block';
	if (weekly >= fullTime && !isOwn) return { schedule: 'full-time', weekly };
	if (schedule === 'evening' && weekly > evenings) return { schedule: 'evening-weekend', weekly };
	return { schedule, weekly };
}

/** Calendar weeks of a volume at so many hours a week, never fewer than a short course takes. */
export function durationFor(volume: Brief['volume'], rhythm: Rhythm): Brief['duration'] {
	const hours = hourKinds.reduce((sum, kind) => sum + volume[kind], 0);
	const { schedule, weekly } = feasible(rhythm);
	return { weeks: Math.max(leastWeeks, Math.ceil(hours / weekly - 1e-9)), schedule };
}
