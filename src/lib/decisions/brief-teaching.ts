import { briefDraft as words } from '#lib/vocabulary/messages/brief-items.ts';
import type { Brief } from './brief-record.ts';
import { durationFor, type Rhythm } from './schedule.ts';

/** How a provider has chosen to teach. */
export interface Teaching extends Rhythm {
	readonly mode: Brief['mode']['mode'];
}

/** Modes in which part of a course is online. */
const online: readonly Brief['mode']['mode'][] = ['hybrid', 'online'];

/** Duration and delivery as a provider has chosen to teach; the words on power stay, those on data where nothing changes. */
export function taught(
	{ volume, mode }: Brief,
	{ mode: chosen, ...rhythm }: Teaching
): Pick<Brief, 'duration' | 'mode'> {
	const duration = durationFor(volume, rhythm);
	const [was, is] = [online.includes(mode.mode), online.includes(chosen)];
	return {
		duration,
		mode: {
			...{ ...mode, mode: chosen, terrain: words.terrain[duration.schedule] },
			data: was === is ? mode.data : words.data(is)
		}
	};
}
