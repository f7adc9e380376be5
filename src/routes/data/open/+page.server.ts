import { engineBytes, readManifest } from '../../generated.server.ts';

export async function load() {
	const { publication, importGuide } = await readManifest();
	return { publication, importGuide, engineBytes: await engineBytes() };
}
