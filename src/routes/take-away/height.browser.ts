/** Pixels for the line of edition and address under a figure that stands alone, and its border. */
const rest = 90;

/** The height of a figure of this page without its actions, with room for what stands under it alone. */
export function heightOf(id: string): number {
	const figure = document.getElementById(id);
	const actions = figure?.querySelector<HTMLElement>('.acts');
	return (figure?.offsetHeight ?? 0) - (actions?.offsetHeight ?? 0) + rest;
}
