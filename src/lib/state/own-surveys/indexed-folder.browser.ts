import { createStore, del, get, keys, set } from 'idb-keyval';
import { storageError, type DeviceFolder } from './device-folder.ts';

/**
 * The same folder in IndexedDB, for browsers without a private file system. Each write is one transaction.
 * @throws DeviceStorageError at first use where the browser forbids it
 */
export async function openIndexedFolder(name: string): Promise<DeviceFolder> {
	const store = createStore(name, 'files');
	const asked = async <Value>(work: Promise<Value>): Promise<Value> =>
		work.catch((error: unknown) => Promise.reject(storageError(error)));
	// A database that cannot be opened is known before anything is promised to be kept.
	await asked(keys(store));
	return {
		// The bytes themselves: a Blob of a file on disk is lost when that file changes.
		write: async (file, content) => asked(set(file, await content.arrayBuffer(), store)),
		async read(file) {
			const bytes = await asked(get<ArrayBuffer>(file, store));
			return bytes === undefined ? undefined : new Blob([bytes]);
		},
		remove: (file) => asked(del(file, store)),
		names: async () => (await asked(keys<string>(store))).map(String)
	};
}
