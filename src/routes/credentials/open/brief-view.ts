import { parseView, type View } from '#lib/vocabulary/view.ts';
import type { PageFilters } from '../../story/view-options.ts';
import { ignoredSentences } from '../../story/view-options.ts';
import { parametersOf } from '../../story/links.ts';

/** What the evidence of a brief can be kept to. */
export const briefFilters = ['sex', 'residence', 'occupation', 'age', 'isced_level'] as const;

/** What the address asks for. */
export interface Asked {
	/** Empty where none is asked for. */
	readonly id: string;
	readonly view: View;
	/** Sentences about parts of the address that mean nothing here. */
	readonly ignored: readonly string[];
}

/** Reads the address: the course, whom its evidence keeps, and what of it is unknown. Weights of the order change no brief. */
export function readAsked(query: string, filters: PageFilters): Asked {
	const parameters = new URLSearchParams(query);
	const id = parameters.get('id')?.trim().slice(0, 60) ?? '';
	parameters.delete('id');
	const { view, ignored } = parseView(parameters.toString(), filters.options);
	const elsewhere = parametersOf('/credentials/');
	const told = ignored.filter(
		({ parameter, value }) => value !== undefined || !elsewhere.includes(parameter)
	);
	return { id, view, ignored: ignoredSentences(told, filters.fields) };
}
