import type { Naming } from './names.ts';
import type { Tools } from './tools.ts';

/**
 * A heading that says only that something is counted, `Headcount`, with what the title of the table says is counted:
 * graduates. As it was where the title names none, or several.
 */
export function withSubject(naming: Naming, titles: readonly string[], tools: Tools): Naming {
	const { counts, counted } = tools.contracts.words.kinds;
	const bare = new Set(counts.map((phrase) => tools.namer.phrase(phrase).join(' ')));
	if (!naming.readings.some(({ words }) => bare.has(words.join(' ')))) return naming;
	const said = titles.flatMap((title) => tools.namer.meaning(title));
	const subjects = Object.entries(counted)
		.filter(([, phrases]) => phrases.some((word) => said.includes(word)))
		.map(([subject]) => subject);
	const [subject] = subjects;
	if (subject === undefined || subjects.length > 1) return naming;
	const words = ['number', ...tools.namer.phrase(subject)];
	return { ...naming, readings: [{ words, unknown: [] }], all: words };
}
