import type { Role } from '#lib/charts/roles.ts';
import { labelOf } from '#lib/contracts/catalogue.ts';
import { dimensions } from '#lib/indicators/dimensions.ts';
import { story as shared } from '#lib/vocabulary/messages/story.ts';
import { inSentence } from '#lib/vocabulary/words.ts';
import { roleOfResidence, roleOfSex } from '../../story/labels.ts';
import type { Subject } from './subject.ts';

/** Two or three groups of workers that a figure sets beside each other. */
export interface Grouping {
	readonly id: string;
	readonly dimension: string;
	/** The two groups that the title compares. */
	readonly pair: readonly [string, string];
	readonly roles: Readonly<Record<string, Role>>;
	readonly head: string;
}

export function byGender(): Grouping {
	return {
		id: 'by-gender',
		dimension: 'sex',
		pair: ['F', 'M'],
		roles: roleOfSex,
		head: shared.gender
	};
}

export function byResidence(subject: Subject): Grouping {
	return {
		id: 'by-residence',
		dimension: subject.residence,
		pair: ['rural', 'urban'],
		roles: roleOfResidence,
		head: shared.residence
	};
}

/** The label of one of its codes. */
export function label({ teller }: Subject, { dimension }: Grouping, code: string): string {
	return labelOf(teller.catalogue, dimensions[dimension]?.codeList ?? '', code);
}

/** One of its groups in words: "women", "rural workers". */
export function groupWords({ teller }: Subject, { dimension }: Grouping, code: string): string {
	const list = dimensions[dimension]?.codeList ?? '';
	const entry = teller.catalogue.codeLists[list]?.find((one) => one.code === code);
	const phrase = entry?.in_sentence ?? inSentence(entry?.label ?? code);
	return dimension === 'sex' ? phrase : `${phrase} ${shared.workers}`;
}

/** The pair in words: "women" and "men", "rural workers" and "urban workers". */
export function pairWords(subject: Subject, grouping: Grouping): [string, string] {
	const [a, b] = grouping.pair;
	return [groupWords(subject, grouping, a), groupWords(subject, grouping, b)];
}
