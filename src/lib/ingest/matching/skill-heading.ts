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
	const cut = heading
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
	const said = rest.find((part) => isMeasureOnly(part, tools));
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
		phrases.some((phrase) => wordsOf(phrase).every((word) => words.includes(word)))
	)?.[0];
}

function isMeasureOnly(text: string, tools: Tools): boolean {
	if (measureIn(text, tools) === undefined) return false;
	return !isSkill(withoutMeasure(text, tools));
}

function withoutMeasure(text: string, tools: Tools): string {
	const { short } = tools.contracts.words.general;
	const said = new Set(
		phrasesOf(tools).flatMap(([, phrases]) => phrases.flatMap((phrase) => wordsOf(phrase)))
	);
	const words = text.split(/[\s_-]+/).filter((word) => {
		const plain = word.toLowerCase();
		return !said.has(Object.hasOwn(short, plain) ? (short[plain] ?? plain) : plain);
	});
	return words.join(' ').trim();
}
