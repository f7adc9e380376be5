import { error } from '@sveltejs/kit';
import { namesIn, readText } from '../../data-files.server.ts';

export const prerender = true;

export async function entries(): Promise<{ list: string }[]> {
	return (await namesIn('code-lists', '.csv')).map((list) => ({ list }));
}

export async function GET({ params }: { params: { list: string } }): Promise<Response> {
	if (!(await namesIn('code-lists', '.csv')).includes(params.list)) error(404);
	const headers = { 'content-type': 'text/csv; charset=utf-8' };
	return new Response(await readText(`code-lists/${params.list}.csv`), { headers });
}
