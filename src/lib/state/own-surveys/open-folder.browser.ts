import type { DeviceFolder } from './device-folder.ts';
import { hasOpfs, openOpfsFolder } from './opfs-folder.browser.ts';

const name = 'own-surveys';

let opened: Promise<DeviceFolder> | undefined;

/**
 * The folder of own surveys: in the origin's private file system, else in IndexedDB.
 * @throws DeviceStorageError where the browser keeps nothing, as in some private windows
 */
export function deviceFolder(): Promise<DeviceFolder> {
	opened ??= open();
	opened.catch(() => (opened = undefined));
	return opened;
}

async function open(): Promise<DeviceFolder> {
	if (hasOpfs()) {
		try {
			return await openOpfsFolder(name);
		} catch (error) {
			// Some private windows have the interface and refuse its use; the other store may be allowed.
			console.info(error);
		}
	}
	const { openIndexedFolder } = await import('./indexed-folder.browser.ts');
	return openIndexedFolder(name);
}
