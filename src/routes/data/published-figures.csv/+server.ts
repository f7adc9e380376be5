import { readText } from '../data-files.server.ts';

export const prerender = true;

export async function GET(): Promise<Response> {
	const headers = { 'content-type': 'text/csv; charset=utf-8' };
	return new Response(await readText('published-figures.csv'), { headers });
}
