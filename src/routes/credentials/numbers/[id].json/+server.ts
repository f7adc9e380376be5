import { error, json } from '@sveltejs/kit';
import type { EntryGenerator, RequestHandler } from './$types';
import { builtNumbers } from '../../built.server.ts';

export const prerender = true;

export const entries: EntryGenerator = async () =>
	[...(await builtNumbers()).keys()].map((id) => ({ id }));

/** The numbers of a course as the page is built: most are never opened, so they are no part of it. */
export const GET: RequestHandler = async ({ params: { id } }) => {
	const numbers = (await builtNumbers()).get(id);
	if (!numbers) error(404);
	return json(numbers);
};
