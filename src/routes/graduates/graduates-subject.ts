import { isSayable, type Standing } from '#lib/answers/standing.ts';
import type { Absence } from '#lib/charts/figure-model.ts';
import type { KeyItem } from '#lib/charts/key-item.ts';
import type { Role } from '#lib/charts/roles.ts';
import { labelOf, type Survey } from '#lib/contracts/catalogue.ts';
import { dimensions } from '#lib/indicators/dimensions.ts';
import type { Answer, Estimate } from '#lib/vocabulary/estimate.ts';
import { graduates as words } from '#lib/vocabulary/messages/graduates.ts';
import { story } from '#lib/vocabulary/messages/story.ts';
import { formatCount, formatFigure } from '#lib/vocabulary/numbers.ts';
import type { Difference, Question } from '#lib/vocabulary/question.ts';
import type { View } from '#lib/vocabulary/view.ts';
import { inSentence, joinWords } from '#lib/vocabulary/words.ts';
import { residenceDimension, whom } from '../story/labels.ts';
import { figureAt, isAsked, type Teller } from '../story/story.ts';

/** The survey that this page tells of. */
export const source = 'tracer';

/** What the response rate is known by; it is that of all other groups together. */
const responseKnownBy = ['wave', 'institution'];

/** What the figures of graduates are told with. */
export class Graduates {
	readonly view: View;
	readonly teller: Teller;
	/** Response rate of the wave, or of the institutions that were chosen. */
	readonly response: Answer;

	private constructor(view: View, teller: Teller, response: Answer) {
		this.view = view;
		this.teller = teller;
		this.response = response;
	}

	static async open(view: View, teller: Teller): Promise<Graduates> {
		const { institution } = view.filters;
		const where = { wave: wavesOf(view, teller), ...(institution ? { institution } : {}) };
		const question = { source, indicator: 'response-rate', by: [], where };
		return new Graduates(view, teller, await teller.ask(question));
	}

	get waves(): readonly string[] {
		return wavesOf(this.view, this.teller);
	}

	/** For captions and sources. */
	get wave(): string {
		return joinWords(this.waves);
	}

	/** The wave that is shown, or the last of them. */
	get survey(): Survey | undefined {
		return surveysOf(this.teller).find(({ wave }) => wave === this.waves.at(-1));
	}

	/** Survey, wave, response rate and the notice of synthetic data: what stands under every figure. */
	get source(): string {
		const { site } = this.teller.catalogue;
		const said = words.source(this.survey?.title ?? '', this.wave, this.responseSentence);
		return `${said} ${site.notice}`;
	}

	/** How many of those approached answered, and of whom this isn't known. */
	get responseSentence(): string {
		const rate = figureAt(this.response);
		if (rate.value === null) return words.responseUnknown;
		const { value } = formatFigure(rate, 'share');
		const unknown = Object.keys(this.view.filters)
			.filter((id) => !responseKnownBy.includes(id))
			.map((id) => dimensions[id]?.label ?? id);
		return words.response(value, formatCount(rate.n), joinWords(unknown, words.or));
	}

	/** The dimension of residence, as the View counts peri-urban homes. */
	get residence(): string {
		return residenceDimension(this.view);
	}

	question(indicator: string, by: readonly string[] = [], more: Partial<Question> = {}): Question {
		const where = { ...this.view.filters, wave: this.waves };
		return { source, indicator, by, where, ...more };
	}

	ask(indicator: string, by: readonly string[] = [], more: Partial<Question> = {}) {
		return this.teller.ask(this.question(indicator, by, more));
	}

	/** First group minus second, of everybody that the View keeps. */
	async apart(indicator: string, difference: Difference): Promise<Answer> {
		return this.ask(indicator, [], { difference });
	}

	/** A group of the View as a noun phrase: "rural graduates", "rural women". */
	group(dimension: string, code: string): string {
		const { sex, residence } = this.view.filters;
		const kept = { ...(sex ? { sex } : {}), ...(residence ? { residence } : {}) };
		const key = dimension === 'sex' ? 'sex' : 'residence';
		const filters = code === '' ? kept : { ...kept, [key]: [code] };
		return whom({ filters, choices: {} }, this.teller.catalogue, words.people);
	}

	/** Everybody that the View keeps, by gender and residence: "graduates", "rural women". */
	get people(): string {
		return this.group('sex', '');
	}

	label(dimension: string, code: string): string {
		return labelOf(this.teller.catalogue, dimensions[dimension]?.codeList ?? '', code);
	}

	/** Codes of a dimension as labels inside a sentence. */
	named(dimension: string, keys: readonly (readonly string[])[]): string {
		return listed(keys.map((key) => inSentence(this.label(dimension, key.join()))));
	}
}

/** As a list in a sentence; names that hold an "and" of their own are parted by semicolons. */
function listed(names: readonly string[]): string {
	const plain = names.every((name) => !name.includes(words.and));
	return plain ? joinWords(names) : names.join(words.semicolon);
}

/** The waves of the survey, oldest first. */
export function surveysOf({ catalogue }: Teller): Survey[] {
	return catalogue.surveys
		.filter(({ id }) => id === source)
		.toSorted((a, b) => (a.wave < b.wave ? -1 : 1));
}

/** Those chosen; the last without a choice. */
function wavesOf({ filters }: View, teller: Teller): readonly string[] {
	const last = surveysOf(teller).at(-1);
	return filters.wave ?? (last ? [last.wave] : []);
}

/** Whether a sentence may give the value: it is reliable enough and has an interval to stand beside it. */
export function isSaid(estimate: Estimate): boolean {
	return isSayable(estimate) && estimate.low !== null;
}

/** The estimates of an Answer that a sentence may give, with their codes. */
export function sayable({ estimates }: Answer): { code: string; estimate: Estimate }[] {
	return estimates.filter(isSaid).map((estimate) => ({ code: estimate.key.join(), estimate }));
}

/** The keys that have answers: highest value first, those that can’t be shown last. */
export function ordered({ estimates }: Answer): Estimate[] {
	const place = (one: Estimate): number => (isSayable(one) ? (one.value ?? -1) : -1);
	return estimates.filter(isAsked).toSorted((a, b) => place(b) - place(a));
}

/** The title of a page whose figure stands empty. */
export function absentTitle(absence: Absence | undefined): string | undefined {
	return absence?.engineHelps ? words.titleEngine : absence?.title;
}

/** What capsules and hollow marks mean. */
export function careKey(role: Role): KeyItem[] {
	return [{ text: story.keyInterval }, { text: story.keyHollow, form: 'hollow', role }];
}

/** The pairs that were chosen beforehand: each is compared at the level of the site. */
export function pairsOf({ residence }: Graduates): Difference[] {
	return [
		{ dimension: 'sex', minus: ['F', 'M'] },
		{ dimension: residence, minus: ['rural', 'urban'] }
	];
}

/** Whether those at the top are few enough to be named, and not all. */
export function stands({ top, ranked }: Standing): boolean {
	return top.length <= 4 && top.length < ranked;
}
