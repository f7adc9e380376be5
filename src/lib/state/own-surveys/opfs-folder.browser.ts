import { storageError, type DeviceFolder } from './device-folder.ts';

/**
 * A folder in the origin's private file system. A file that is written stands beside the old one until it is
 * closed, and then takes its place: a tab killed before leaves the old one.
 * @throws DeviceStorageError where the browser forbids it
 */
export async function openOpfsFolder(name: string): Promise<DeviceFolder> {
	const folder = await navigator.storage
		.getDirectory()
		.then((root) => root.getDirectoryHandle(name, { create: true }))
		.catch((error: unknown) => Promise.reject(storageError(error)));
	return {
		async write(file, content) {
			try {
				const handle = await folder.getFileHandle(file, { create: true });
				const target = await handle.createWritable();
				// Closes the file once all is written, and discards it when anything fails.
				await content.stream().pipeTo(target);
			} catch (error) {
				throw storageError(error);
			}
		},
		async read(file) {
			try {
				return await (await folder.getFileHandle(file)).getFile();
			} catch (error) {
				if (isNotFound(error)) return undefined;
				throw storageError(error);
			}
		},
		async remove(file) {
			try {
				await folder.removeEntry(file);
			} catch (error) {
				if (!isNotFound(error)) throw storageError(error);
			}
		},
		async names() {
			const found: string[] = [];
			for await (const file of folder.keys()) found.push(file);
			return found;
		}
	};
}

/** Safari before 26 has the file system, but writes to it in workers alone. */
export function hasOpfs(): boolean {
	return (
		typeof navigator.storage?.getDirectory === 'function' &&
		typeof FileSystemFileHandle === 'function' &&
		'createWritable' in FileSystemFileHandle.prototype
	);
}

function isNotFound(error: unknown): boolean {
	return error instanceof DOMException && error.name === 'NotFoundError';
}
