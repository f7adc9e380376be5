import { tick } from 'svelte';
import { LeavingStory } from './own-leaving.svelte.ts';
import { whenIdle } from '../story/idle.ts';

/** The page that is open: what goes on paper when it is printed. */
let current: LeavingStory<unknown> | undefined;

/** What may leave the page from now on; told for paper while the page has nothing else to do. */
export function leavingOf<Story>(
	options: Omit<ConstructorParameters<typeof LeavingStory<Story>>[0], 'end'>
): LeavingStory<Story> {
	const end = (): void => {
		if (current === leaving) current = undefined;
	};
	const leaving: LeavingStory<Story> = new LeavingStory({ ...options, end });
	current = leaving;
	whenIdle(() => void leaving.prepare());
	void showMeant();
	return leaving;
}

addEventListener('beforeprint', () => current?.print());
addEventListener('afterprint', () => current?.printed());

/** A link to a figure names it behind the recipe, where no browser looks for a place. */
async function showMeant(): Promise<void> {
	const figure = new URLSearchParams(location.hash.slice(1)).get('at');
	if (figure === null) return;
	await tick();
	document.getElementById(figure)?.scrollIntoView();
}
