import { json } from '@sveltejs/kit';
import { fileTable } from '#lib/charts/chart-table.ts';
import { tellBuilt } from '../built.server.ts';

export const prerender = true;

/** What the CSV file of the list holds: most pages never hand it out, so it is no part of them. */
export async function GET(): Promise<Response> {
	const { story } = await tellBuilt();
	return json(fileTable(story.figure.table));
}
