/** Words that Stata keeps to itself. */
const reserved = new Set([
	...['_all', '_b', 'byte', '_coef', '_cons', 'double', 'float', 'if', 'in', 'int', 'long', '_n'],
	...['_N', '_pi', '_pred', '_rc', '_skip', 'str', 'strL', 'using', 'with']
]);

/**
 * A name in Stata for each column, in their order: ASCII letters, digits and underscores, at most 32, each once
 * and none of `taken`.
 */
export function stataNames(columns: readonly string[], taken: readonly string[]): string[] {
	const used = new Set(taken);
	return columns.map((column) => {
		const plain = column
			.normalize('NFKD')
			.replace(/[^A-Za-z0-9_]+/g, '_')
			.replace(/^(?=\d)/, '_')
			.slice(0, 32);
		// v1, v2, … are what the columns are called before.
		const isFree =
			plain !== '' && plain !== '_' && !/^(v|str)\d+$/.test(plain) && !reserved.has(plain);
		const base = isFree ? plain : `column${plain.replace(/^_*/, '_')}`.slice(0, 32);
		let name = base;
		for (let n = 2; used.has(name); n += 1) name = `${base.slice(0, 28)}_${n}`;
		used.add(name);
		return name;
	});
}

/** A text between Stata's compound quotes, without what Stata would put something else for; one line. */
export function stataText(text: string): string {
	const plain = text
		.replace(/[\r\n\t\0]+/g, ' ')
		.replaceAll('`', '‘')
		.replaceAll('"', '”')
		.replaceAll('$', '＄')
		.replaceAll('\\', '／');
	return `\`"${plain}"'`;
}

/** Whether a text stands in Stata as it is. */
export function isPlainInStata(text: string): boolean {
	return stataText(text) === `\`"${text}"'`;
}

/** Lines of a comment of at most 96 characters. */
export function stataComment(text: string): string {
	const lines: string[] = [];
	let line = '*';
	for (const word of text
		.replace(/[/*]{2,}/g, ' ')
		.split(/\s+/)
		.filter(Boolean)) {
		if (line.length + word.length + 1 > 96 && line !== '*') {
			lines.push(line);
			line = '*';
		}
		line += ` ${word}`;
	}
	return [...lines, line].join('\n');
}
