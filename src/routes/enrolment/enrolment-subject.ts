import { isSayable } from '#lib/answers/standing.ts';
import { labelOf } from '#lib/contracts/catalogue.ts';
import type { Answer, Estimate } from '#lib/vocabulary/estimate.ts';
import { enrolment as words } from '#lib/vocabulary/messages/enrolment.ts';
import type { Question } from '#lib/vocabulary/question.ts';
import type { View } from '#lib/vocabulary/view.ts';
import { inSentence, joinWords } from '#lib/vocabulary/words.ts';
import { isAsked, type Teller } from '../story/story.ts';

/** What the figures of the enrolment records are told with. */
export class Enrolment {
	readonly view: View;
	readonly teller: Teller;

	constructor(view: View, teller: Teller) {
		this.view = view;
		this.teller = teller;
	}

	/** The years chosen; the latest when none is. */
	get years(): readonly string[] {
		const { year = [] } = this.teller.catalogue.codeLists;
		return this.view.filters.year ?? year.slice(-1).map(({ code }) => code);
	}

	/** The years in a sentence: "2024", "2019 and 2020". */
	get when(): string {
		return joinWords(this.years);
	}

	/** The years from the first to the last of the records: "2017 to 2024". */
	get everyWhen(): string {
		const { year = [] } = this.teller.catalogue.codeLists;
		return [...new Set([year[0], year.at(-1)])].map((one) => one?.code).join('–');
	}

	/** What the years chosen do to figures that show all of them, in a sentence; empty for none. */
	get yearsNote(): string {
		return words.everyYear(this.view.filters.year ? this.when : '');
	}

	get where(): Question['where'] {
		return { ...this.view.filters, year: this.years };
	}

	source(when = this.when): string {
		const { surveys, site } = this.teller.catalogue;
		const survey = surveys.find(({ id }) => id === 'enrolment');
		return words.source(survey?.title ?? '', when, site.notice);
	}

	ask(indicator: string, ...by: readonly string[]): Promise<Answer> {
		return this.teller.ask({ source: 'enrolment', indicator, by, where: this.where });
	}

	/** As {@link ask}, whatever is chosen of one dimension. */
	askWider(indicator: string, without: string, by: readonly string[] = []): Promise<Answer> {
		const kept = Object.entries(this.where).filter(([id]) => id !== without);
		const where = Object.fromEntries(kept);
		return this.teller.ask({ source: 'enrolment', indicator, by, where });
	}

	/** The label of a code inside a sentence. */
	named(list: string, code: string): string {
		const label = labelOf(this.teller.catalogue, list, code);
		return list === 'institution' ? label : inSentence(label);
	}
}

/** Estimates of groups that have anybody, highest value first, those too few last. */
export function sorted({ estimates }: Answer): Estimate[] {
	return estimates
		.filter(isAsked)
		.toSorted((a, b) => placeOf(b) - placeOf(a) || (b.value ?? 0) - (a.value ?? 0));
}

function placeOf(estimate: Estimate): number {
	return isSayable(estimate) ? 1 : 0;
}
