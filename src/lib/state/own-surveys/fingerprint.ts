import type { OwnKind } from '#lib/contracts/own-survey.ts';

/** SHA-256 in hexadecimal. @throws Error where the browser offers none, as on plain HTTP */
export async function sha256(bytes: BufferSource): Promise<string> {
	const digest = await crypto.subtle.digest('SHA-256', bytes);
	return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * The id of an own survey, made of the file and of every step of its recipe: the same file read in the same way
 * has it on every device, and another file or reading has another.
 * @param file SHA-256 of its bytes in hexadecimal
 */
export async function ownId(kind: OwnKind, file: string, recipe: unknown): Promise<string> {
	const text = `${file}\n${canonicalJson(recipe)}`;
	return `${kind}-${(await sha256(new TextEncoder().encode(text))).slice(0, 8)}`;
}

/** JSON with the names of every object in order, so that equal values give equal text. */
export function canonicalJson(value: unknown): string {
	return JSON.stringify(value, (_, inner: unknown) =>
		typeof inner === 'object' && inner !== null && !Array.isArray(inner)
			? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
			: inner
	);
}
