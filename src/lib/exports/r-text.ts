/** A text as R writes it. JSON's escapes are R's too. */
export function rText(text: string): string {
	return JSON.stringify(text);
}

/** A vector of texts: `c("F", "M")`. */
export function rTexts(texts: readonly string[]): string {
	return `c(${texts.map(rText).join(', ')})`;
}

/** A name in R, in backticks unless it is a plain one. */
export function rName(name: string): string {
	return /^[A-Za-z][A-Za-z0-9._]*$/.test(name) ? name : `\`${name.replaceAll('`', '')}\``;
}

/** Lines of comment of at most 96 characters; a word that is longer, such as an address, stays whole. */
export function rComment(text: string): string {
	const lines: string[] = [];
	let line = '#';
	for (const word of text.split(/\s+/).filter(Boolean)) {
		if (line.length + word.length + 1 > 96 && line !== '#') {
			lines.push(line);
			line = '#';
		}
		line += ` ${word}`;
	}
	return [...lines, line].join('\n');
}
