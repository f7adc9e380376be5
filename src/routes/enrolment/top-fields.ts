import { compare, isSayable } from '#lib/answers/standing.ts';
import type { Answer, Estimate } from '#lib/vocabulary/estimate.ts';
import type { Question } from '#lib/vocabulary/question.ts';
import type { Teller } from '../story/story.ts';

/** By sector, the field whose graduates are clearly in it most often; undefined where none stands out. */
export type TopFields = ReadonlyMap<string, string | undefined>;

/**
 * The field that stands above each other one, sector by sector: each of the k − 1 differences, covariance
 * included, is above 0 at level 1 − 0.05/(k − 1). A sector with fewer than two fields to compare is left out.
 * @param question the shares by field, that the differences are asked like
 * @returns also the Answers that it rests on
 */
export async function topFields(
	teller: Teller,
	question: Question,
	{ answer, sectors }: { answer: Answer; sectors: readonly string[] }
): Promise<{ tops: TopFields; asked: Answer[] }> {
	const asked = new Map<string, Answer>();
	const apart = async (
		one: string,
		other: string,
		sector: string
	): Promise<Estimate | undefined> => {
		const pair = `${one} ${other}`;
		const difference = { dimension: 'field', minus: [one, other] as const };
		const found = asked.get(pair) ?? (await teller.ask({ ...question, by: [], difference }));
		asked.set(pair, found);
		return found.estimates.find(({ part }) => part === sector);
	};
	const tops = new Map<string, string | undefined>();
	for (const sector of sectors) {
		const [first, ...others] = rankedFields(answer, sector);
		if (first === undefined || others.length === 0) continue;
		let isClear = true;
		// The nearest comes first, so that most sectors without a top need one comparison.
		for (const other of others) {
			isClear = compare(await apart(first, other, sector), others.length) === 'above';
			if (!isClear) break;
		}
		tops.set(sector, isClear ? first : undefined);
	}
	return { tops, asked: [...asked.values()] };
}

function rankedFields({ estimates }: Answer, sector: string): string[] {
	return estimates
		.filter((one) => one.part === sector && isSayable(one))
		.toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0))
		.map(({ key }) => key.join());
}
