import { examineFile } from './examine.ts';
import type { FileReading } from './file-reading.ts';
import { partsOf } from './parts.ts';

/** Files read by this thread. */
export const readHere: FileReading = {
	examine: examineFile,
	parts: (file, options) => partsOf(file, { ...options, inMemory: true })
};
