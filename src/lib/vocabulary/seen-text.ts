/**
 * What nobody sees in a text, and what turns the order in which it is read: control and format characters, marks of
 * direction, letters that are blank by definition, halves of characters. Tabs and ends of lines are text.
 */
const unseen = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cs}\p{Co}]|(?![\t\n])\p{Cc}/gu;

/** The text as it is seen: without those characters, each kind of line end as one. */
export function seenText(text: string): string {
	return text.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(unseen, '');
}

/** The characters that `seenText` takes out, each once, by their codes: `U+202E`. */
export function unseenIn(text: string): string[] {
	const found = text.replace(/\r\n?/g, '\n').match(unseen) ?? [];
	return [...new Set(found)].map(codeOf);
}

function codeOf(character: string): string {
	const code = character.codePointAt(0) ?? 0;
	return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
