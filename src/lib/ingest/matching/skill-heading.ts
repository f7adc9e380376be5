import type { Tools } from './tools.ts';
import type { SkillMeasure } from './types.ts';
import { singular, wordsOf } from './words.ts';

const generic = new Set([
	'level',
	'skill',
	'proficiency',
	'score',
	'rating',
	'competency',
	'competence',
	'job',
	'by',
	'for',
	'the',
	'of',
	'worker',
	'value',
	'education',
	'qualification',
	'experience',
	'training'
]);

export function isSkill(text: string): boolean {
	return wordsOf(text).some(
		(word) => word.length > 1 && !/^\d+$/.test(word) && !generic.has(singular(word))
	);
}

/** A heading cut where its parts meet: `Skills [Welding]`, `Welding - required`, `req_welding`. */
export function segments(heading: string): string[] {
	const path = /^[a-z\d_]+(?:-\w+)+$/.test(heading) ? heading.replaceAll('-', ' / ') : heading;
	const cut = path
		.split(/\s*(?:[[\]()/:|>]+|\s[-–—]\s|__|\.(?=\D))\s*/)
		.filter((part) => part.trim() !== '');
	if (cut.length > 1) return cut.map((part) => part.replaceAll('_', ' ').trim());
	return [
		heading
			.replaceAll('_', ' ')
			.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
			.trim()
	];
}

export function sharedStart(all: readonly (readonly string[])[]): string[] {
	const [first = []] = all;
	const shared: string[] = [];
	for (const [index, part] of first.entries()) {
		if (index >= first.length - 1 || !all.every((parts) => parts[index] === part)) break;
		shared.push(part);
	}
	return shared;
}

export function partOf(
	parts: readonly string[],
	from: number,
	tools: Tools
): { skill: string; holds: SkillMeasure | undefined } {
	const rest = parts.slice(from);
	const measuring = rest.filter((part) => measureIn(part, tools) !== undefined);
	const alone = rest.find((part) => isMeasureOnly(part, tools));
	const said = alone ?? (measuring.length === 1 ? measuring[0] : undefined);
	if (said !== undefined && rest.length > 1) {
		return { skill: rest.filter((part) => part !== said).join(' '), holds: measureIn(said, tools) };
	}
	const whole = rest.join(' ');
	const holds = measureIn(whole, tools);
	return { skill: holds === undefined ? whole : withoutMeasure(whole, tools), holds };
}

function phrasesOf(tools: Tools): readonly (readonly [SkillMeasure, readonly string[]])[] {
	const { required, attained, important } = tools.contracts.words.general;
	return [
		['proficiency_required', required],
		['proficiency_attained', attained],
		['importance', important]
	];
}

/** Words of a heading with short forms written out, none left away. */
function plainWords(text: string, tools: Tools): string[] {
	const { short } = tools.contracts.words.general;
	return wordsOf(text).flatMap((word) =>
		Object.hasOwn(short, word) ? (short[word] ?? word).split(' ') : [word]
	);
}

export function measureIn(text: string, tools: Tools): SkillMeasure | undefined {
	const words = plainWords(text, tools);
	return phrasesOf(tools).find(([, phrases]) =>
		phrases.some((phrase) => isIn(wordsOf(phrase), words))
	)?.[0];
}

function isMeasureOnly(text: string, tools: Tools): boolean {
	if (measureIn(text, tools) === undefined) return false;
	return !isSkill(withoutMeasure(text, tools));
}

/** The words beside those that name the measure. */
function withoutMeasure(text: string, tools: Tools): string {
	const words = plainWords(text, tools);
	const holds = measureIn(text, tools);
	const phrases = phrasesOf(tools).find(([measure]) => measure === holds)?.[1] ?? [];
	const said = phrases.map(wordsOf).filter((phrase) => isIn(phrase, words));
	const measuring = new Set(said.flat());
	const rest = text
		.split(/[\s_-]+/)
		.filter((word) => !plainWords(word, tools).every((plain) => measuring.has(plain)));
	return rest.join(' ').trim();
}

function isIn(phrase: readonly string[], words: readonly string[]): boolean {
	return phrase.every((word) => words.includes(word));
}
