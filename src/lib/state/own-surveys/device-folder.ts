/** A flat folder of files on this device that belongs to the site. A name is written whole or not at all. */
export interface DeviceFolder {
	/** Replaces what stands under the name. @throws DeviceStorageError, leaving what was there before */
	write(name: string, content: Blob): Promise<void>;
	/** Undefined when there is no such file. */
	read(name: string): Promise<Blob | undefined>;
	remove(name: string): Promise<void>;
	names(): Promise<string[]>;
}

/** Why the device did not keep something. */
export type StorageFailure = 'forbidden' | 'full' | 'failed';

/** The device does not keep it: `failure` says why, the cause is for the log. */
export class DeviceStorageError extends Error {
	override name = 'DeviceStorageError';

	constructor(
		readonly failure: StorageFailure,
		cause?: unknown
	) {
		super(`Device storage: ${failure}`, { cause });
	}
}

/** An error of the browser's storage as ours. */
export function storageError(error: unknown): DeviceStorageError {
	if (error instanceof DeviceStorageError) return error;
	const name = error instanceof Error ? error.name : '';
	if (name === 'QuotaExceededError') return new DeviceStorageError('full', error);
	return name === 'SecurityError' || name === 'NotAllowedError' || name === 'InvalidStateError'
		? new DeviceStorageError('forbidden', error)
		: new DeviceStorageError('failed', error);
}
