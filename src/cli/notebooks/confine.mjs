/**
 * The directives of svelte.config.js as the text of a policy.
 * @param {object} directives
 */
export function policyText(directives) {
	const quoted = /^(self|none|unsafe-|wasm-unsafe-|strict-dynamic|sha\d+-|nonce-)/;
	return Object.entries(directives)
		.filter(([, sources]) => Array.isArray(sources))
		.map(([name, sources]) => {
			const list = /** @type {string[]} */ (sources);
			return [name, ...list.map((one) => (quoted.test(one) ? `'${one}'` : one))].join(' ');
		})
		.join('; ');
}

/**
 * A rendered notebook under the site's own policy: no script, one style sheet beside it. R Markdown's scripts
 * only tidy attributes, and its inline styles would be refused.
 * @param {string} html
 * @param {string} policy
 */
export function confine(html, policy) {
	const head = [
		'<meta charset="utf-8" />',
		`<meta http-equiv="content-security-policy" content="${policy}">`,
		'<link rel="stylesheet" href="notebook.css">'
	];
	return html
		.replace(/<script\b[^>]*>[\s\S]*?<\/script>/gi, '')
		.replace(/<style\b[^>]*>[\s\S]*?<\/style>/gi, '')
		.replace(/<html\b[^>]*>/i, '<html lang="en">')
		.replace(/<meta charset="utf-8" ?\/?>/i, () => head.join('\n'));
}
