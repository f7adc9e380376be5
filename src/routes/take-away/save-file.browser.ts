/** Hands bytes over as a file of this device. */
export function saveFile(bytes: Blob, name: string): void {
	const object = URL.createObjectURL(bytes);
	Object.assign(document.createElement('a'), { href: object, download: name }).click();
	// The download has its own hold on the bytes once it has begun.
	setTimeout(() => URL.revokeObjectURL(object), 10_000);
}
