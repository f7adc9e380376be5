import { formatCount } from '#lib/vocabulary/numbers.ts';

/** Bytes for people: `812 bytes`, `3.4 KB`, `12.0 MB`, `9.8 GB`. */
export function formatBytes(bytes: number): string {
	if (bytes < 1000) return `${formatCount(bytes)} bytes`;
	const units = ['KB', 'MB', 'GB', 'TB'];
	const at = Math.min(units.length, Math.floor(Math.log10(bytes) / 3));
	return `${(bytes / 1000 ** at).toFixed(1)} ${units[at - 1] ?? ''}`;
}
