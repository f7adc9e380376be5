import { compare, isSayable } from '#lib/answers/standing.ts';
import { decomposition as words } from '#lib/vocabulary/messages/equity-decomposition.ts';
import { formatSaid } from '#lib/vocabulary/said.ts';
import { joinWords } from '#lib/vocabulary/words.ts';
import { parts, partOf, type Part, type Taken } from './taken.ts';

/** Words of one of the two figures. */
export type Own = (typeof words)['graduates' | 'workers'];

/** Gaps that are clear, with what is clear of their parts when all gaps of the figure are looked at together. */
function clearOf(made: readonly Taken[]) {
	const sayable = made.filter((one) => parts.every((part) => isSayable(partOf(one, part))));
	const side = (one: Taken, part: Part) => compare(partOf(one, part), sayable.length);
	const isClear = (one: Taken, part: Part) => ['above', 'below'].includes(side(one, part));
	const gaps = sayable.filter((one) => isClear(one, 'difference'));
	return {
		...{ sayable, gaps },
		compositions: gaps.filter((one) => isClear(one, 'composition')),
		rates: gaps.filter(
			(one) => isClear(one, 'rate') && side(one, 'rate') === side(one, 'difference')
		)
	};
}

/** What is clear of the gaps and of their parts, as the title of a figure. */
export function decompositionFinding(made: readonly Taken[], own: Own): string {
	const { sayable, gaps, compositions, rates } = clearOf(made);
	const [first] = compositions;
	if (sayable.length === 0) return words.few;
	if (gaps.length === 0) return own.noGap;
	if (first) return compositionWords(first, words.titled);
	if (rates.length < gaps.length) return own.noPart;
	return own.within(joinWords([...new Set(gaps.map(categoriesOf))]));
}

/** A sentence for each gap of which composition makes a clear part. */
export function clearParts(made: readonly Taken[]): string[] {
	const { compositions, sayable } = clearOf(made);
	const said = compositions.map((one) => compositionWords(one, words.said));
	return said.length === 0 ? [] : [words.together(said.join(' '), sayable.length)];
}

function compositionWords(one: Taken, say: (typeof words)['titled' | 'said']): string {
	const [gap, composition] = [partOf(one, 'difference'), partOf(one, 'composition')];
	const category = categoriesOf(one);
	const [whole, part] = [gap, composition].map((of) => formatSaid(of, 'points')) as [
		string,
		string
	];
	const towards = Math.sign(gap.value ?? 0) === Math.sign(composition.value ?? 0);
	const within = Math.abs(composition.value ?? 0) <= Math.abs(gap.value ?? 0);
	const how = towards ? (within ? 'part' : 'beyond') : 'against';
	return say[how]({ title: one.title, category, part, whole });
}

function categoriesOf({ over }: Taken): string {
	return words.categories[over as keyof typeof words.categories];
}
