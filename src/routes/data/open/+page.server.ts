import { engineBytes, readManifest } from '../../generated.server.ts';

export async function load() {
	const { publication, importGuide, reader } = await readManifest();
	return { publication, importGuide, reader: reader.path, engineBytes: await engineBytes() };
}
