import { withoutQuestionNumber } from './words.ts';

/** The heading without the groups that survey tools put before it: `status` of `answers/Status`. */
export function bareHeading(heading: string): string {
	return (heading.split(/[/:.]/).at(-1) ?? '').trim().toLowerCase();
}

/** Heading as a whole, its last part in a group path, and each without the number of the question. */
export function readingsOf(text: string): string[] {
	const plain = withoutLabels(text);
	const mark = /^[a-z\d_]+(?:-[\w]+)+$/.test(plain) ? /-/ : /\/|::|\s>\s/;
	const last = plain.split(mark).at(-1) ?? '';
	const parts = /^(?:id|no|num|number|code|key|index)$/i.test(last) ? [plain] : [plain, last];
	return [...new Set(parts.flatMap((part) => [part, withoutQuestionNumber(part)]))];
}

/** Leaves out codes that a heading explains, `Sex (1=Male, 2=Female)`; the number of a section is none: `Section 1: You`. */
export function withoutLabels(text: string): string {
	const start = /[([{]?\s*\b\d{1,3}\s*[=:]\s*\S/.exec(text);
	if (!start) return text;
	const rest = text.slice(start.index);
	const bracketed = /^[([{]/.test(rest);
	const several = (rest.match(/\b\d{1,3}\s*:/g) ?? []).length > 1 && !rest.includes(' / ');
	return bracketed || several || rest.includes('=') ? text.slice(0, start.index) + ' ' : text;
}
