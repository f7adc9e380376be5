const patterns = [
	// What a browser fetches by itself. A link that somebody has to follow is none of these.
	/<(?:script|link|img|iframe|source|video|audio|embed|object|track|input|base)\b[^>]*\b(?:src|href|data|srcset|poster)\s*=\s*["']?\s*(?:https?:)?\/\/[^>]*>/gi,
	/@import\s+(?:url\()?\s*["']?(?:https?:)?\/\/[^;]*/gi,
	/url\(\s*["']?(?:https?:)?\/\/[^)]*\)/gi,
	/<meta\b[^>]*http-equiv\s*=\s*["']?refresh[^>]*>/gi
];

/**
 * The places where a page would ask something of another origin as it opens.
 * @param {string} html
 * @returns {string[]} each cut to 200 characters; empty when the page stands alone
 */
export function callsElsewhere(html) {
	return patterns.flatMap((pattern) =>
		(html.match(pattern) ?? []).map((found) => found.slice(0, 200))
	);
}
