import { error } from '@sveltejs/kit';
import { namesIn, readText } from '../../data-files.server.ts';

export const prerender = true;

export async function entries(): Promise<{ table: string }[]> {
	return (await namesIn('schemas', '.json')).map((table) => ({ table }));
}

export async function GET({ params }: { params: { table: string } }): Promise<Response> {
	if (!(await namesIn('schemas', '.json')).includes(params.table)) error(404);
	const headers = { 'content-type': 'application/json' };
	return new Response(await readText(`schemas/${params.table}.json`), { headers });
}
