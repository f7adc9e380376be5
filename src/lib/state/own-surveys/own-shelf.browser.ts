import { Serial } from '#lib/warehouse/serial.ts';
import { noteKept } from './hint.ts';
import { deviceFolder } from './open-folder.browser.ts';
import { Shelf, type WithLock } from './shelf.ts';

const lockName = 'own-surveys';

const serial = new Serial();

/** One tab at a time writes; where the browser has no locks, this tab alone is held to it. */
const withLock: WithLock = async (work) =>
	'locks' in navigator ? navigator.locks.request(lockName, work) : serial.run(work);

let opened: Promise<Shelf> | undefined;

/** The own surveys of this device. @throws DeviceStorageError where the browser keeps nothing */
export function ownShelf(): Promise<Shelf> {
	opened ??= deviceFolder().then(
		(folder) =>
			new Shelf({ folder, withLock, onChange: (kept) => noteKept(kept.map(({ id }) => id)) })
	);
	opened.catch(() => (opened = undefined));
	return opened;
}

/** What the device grants the site, in bytes; null where the browser does not tell. */
export interface DeviceRoom {
	readonly used: number | null;
	readonly quota: number | null;
	/** Whether the browser keeps it when room gets scarce. */
	readonly persisted: boolean | null;
}

export async function deviceRoom(): Promise<DeviceRoom> {
	const { storage } = navigator;
	const { usage = null, quota = null } = (await storage?.estimate?.()) ?? {};
	return { used: usage, quota, persisted: (await storage?.persisted?.()) ?? null };
}

/** Asks the browser to keep it; its answer, or null where it can't be asked. */
export async function askToPersist(): Promise<boolean | null> {
	return (await navigator.storage?.persist?.()) ?? null;
}
