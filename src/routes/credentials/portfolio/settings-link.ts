import { goals, type Fields, type Goal } from './fields.ts';
import type { Texts } from './settings.ts';

/** What a link to a plan holds: enough to find it again, on the same page under the same filters. */
export interface Linked {
	/** Only what differs from what the fields hold at first. */
	readonly texts: Texts;
	readonly goal: Goal;
	/** Ids of the courses to plan with; absent in a link that names none. */
	readonly courses?: readonly string[];
}

/** What was read of a link, and what in it is none of this page's: made by hand, or for an older one. */
export interface ReadLink extends Linked {
	readonly ignored: readonly string[];
}

/** What the fragment starts with: the id of the section, so that it leads there without scripts too. */
const start = '#portfolio';
const longest = 40;

/**
 * The settings as the fragment of an address: free numbers would not go with filters, whose values are listed. It is
 * read once, when the page opens. `parseLink(formatLink(linked))` gives it back.
 */
export function formatLink({ texts, goal, courses }: Linked, fields: Fields): string {
	const pairs = [...fields.limits, ...fields.assumptions].flatMap(
		({ id, text }): [string, string][] => {
			const own = texts[id];
			return own === undefined || own === text ? [] : [[id, own]];
		}
	);
	const query = new URLSearchParams([
		...pairs,
		...(goal === goals[0] ? [] : [['goal', goal] as [string, string]]),
		...(courses ? [['course', courses.join(',')] as [string, string]] : [])
	]).toString();
	return query === '' ? start : `${start}?${query.replaceAll('%2C', ',')}`;
}

/** What a fragment asks for; undefined where it is not of a plan. */
export function parseLink(fragment: string, fields: Fields): ReadLink | undefined {
	if (!fragment.startsWith(`${start}?`)) return undefined;
	const asked = new URLSearchParams(fragment.slice(start.length + 1));
	const texts: Record<string, string> = {};
	const all = [...fields.limits, ...fields.assumptions];
	for (const { id, text } of all) {
		const own = asked.get(id);
		if (own !== null && own !== text && own.length <= longest) texts[id] = own;
	}
	const courses = asked.get('course');
	const wished = asked.get('goal');
	const goal = goals.find((id) => id === wished);
	const known = [...all.map(({ id }) => id), 'goal', 'course'];
	return {
		texts,
		goal: goal ?? goals[0],
		ignored: [
			...[...new Set(asked.keys())].filter((id) => !known.includes(id)),
			...(wished !== null && !goal ? [`goal=${wished}`] : []),
			...all.flatMap(({ id }) => ((asked.get(id) ?? '').length > longest ? [id] : []))
		].map((name) => name.slice(0, longest)),
		...(courses === null
			? {}
			: { courses: [...new Set(courses.split(','))].filter((id) => id !== '') })
	};
}
