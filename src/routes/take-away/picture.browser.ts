/** How many pixels of the picture one of the drawing becomes: sharp in print and on dense screens. */
const density = 2;

/**
 * An SVG file as PNG, drawn by the browser in the fonts of this device.
 * @throws Error when the browser can't draw it
 */
export async function pngOf(svg: string): Promise<Blob> {
	const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
	try {
		const image = new Image();
		image.src = address;
		await image.decode();
		const canvas = document.createElement('canvas');
		canvas.width = image.naturalWidth * density;
		canvas.height = image.naturalHeight * density;
		const context = canvas.getContext('2d');
		if (!context) throw new Error('This browser draws no pictures.');
		context.drawImage(image, 0, 0, canvas.width, canvas.height);
		return await new Promise((resolve, reject) => {
			canvas.toBlob((bytes) => {
				if (bytes) resolve(bytes);
				else reject(new Error('The picture is too large for this browser.'));
			}, 'image/png');
		});
	} finally {
		URL.revokeObjectURL(address);
	}
}
