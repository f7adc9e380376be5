import { embedParameter } from './embed-parameter.ts';
import { escapeXml } from './xml.ts';

/**
 * HTML that shows one figure of the site in another page; the figure is drawn by the site, under the filters of
 * the address.
 * @param address of the figure, with its fragment
 * @param height of the frame in pixels
 */
export function embedCode(address: string, title: string, height: number): string {
	const attributes = {
		src: embedAddress(address),
		title,
		width: '100%',
		height: String(height),
		loading: 'lazy',
		style: 'border:1px solid #d3dad6'
	};
	const written = Object.entries(attributes).map(
		([name, value]) => `${name}="${escapeXml(value)}"`
	);
	return `<iframe ${written.join(' ')}></iframe>`;
}

/** The address at which a figure stands alone: the parameter is the last one. */
function embedAddress(address: string): string {
	const url = new URL(address);
	url.search += `${url.search === '' ? '?' : '&'}${embedParameter}`;
	return url.href;
}
