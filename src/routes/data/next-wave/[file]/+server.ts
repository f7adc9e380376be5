import { error } from '@sveltejs/kit';
import { readFormFile, formFileNames } from '../form-files.server.ts';

export const prerender = true;

export async function entries(): Promise<{ file: string }[]> {
	return (await formFileNames()).map((file) => ({ file }));
}

export async function GET({ params }: { params: { file: string } }): Promise<Response> {
	const found = await readFormFile(params.file);
	if (!found) error(404);
	return new Response(found.content, { headers: { 'content-type': found.type } });
}
