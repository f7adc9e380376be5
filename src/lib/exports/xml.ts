/** Text as it may stand in XML: marked up where needed, without what XML 1.0 can't hold. */
export function escapeXml(text: string): string {
	return (
		text
			// Lone surrogates and most control characters are in no XML document.
			// eslint-disable-next-line no-control-regex
			.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udfff]/gu, '\ufffd')
			.replaceAll('&', '&amp;')
			.replaceAll('<', '&lt;')
			.replaceAll('>', '&gt;')
			.replaceAll('"', '&quot;')
	);
}

/** Attributes by name; undefined ones are left out and numbers keep two decimals. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element of XML. @param body markup, escaped already */
export function element(name: string, attributes: Attributes, body = ''): string {
	const written = Object.entries(attributes)
		.filter(([, value]) => value !== undefined)
		.map(([key, value]) => ` ${key}="${attributeText(value ?? '')}"`)
		.join('');
	return body === '' ? `<${name}${written}/>` : `<${name}${written}>${body}</${name}>`;
}

function attributeText(value: string | number): string {
	return typeof value === 'number' ? String(Math.round(value * 100) / 100) : escapeXml(value);
}
