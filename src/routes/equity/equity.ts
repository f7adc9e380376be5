import { codesOf } from '#lib/answers/plan.ts';
import { labelOf } from '#lib/contracts/catalogue.ts';
import { dimensions } from '#lib/indicators/dimensions.ts';
import { equity as words } from '#lib/vocabulary/messages/equity.ts';
import { story as shared } from '#lib/vocabulary/messages/story.ts';
import type { Difference, Question } from '#lib/vocabulary/question.ts';
import type { View } from '#lib/vocabulary/view.ts';
import { inSentence, joinWords } from '#lib/vocabulary/words.ts';
import { residenceDimension } from '../story/labels.ts';
import type { Teller } from '../story/story.ts';

export const sexes = ['F', 'M'] as const;

/** What a Question has beside its survey, indicator and filters. */
type Asked = Partial<Pick<Question, 'by' | 'difference' | 'decompose'>>;

/** What the figures of the page are told with: three surveys under one View, with short ways to ask. */
export class Equity {
	readonly view: View;
	readonly teller: Teller;
	/** How many of the graduates approached answered, in a sentence. */
	readonly response: string;

	constructor(view: View, teller: Teller, response: string) {
		this.view = view;
		this.teller = teller;
		this.response = response;
	}

	/** The dimension of residence, as the View counts peri-urban homes. */
	get residence(): string {
		return residenceDimension(this.view);
	}

	get places(): readonly string[] {
		const dimension = dimensions[this.residence];
		return dimension ? codesOf(dimension, this.teller.catalogue) : [];
	}

	/** Women minus men. */
	get bySex(): Difference {
		return { dimension: 'sex', minus: sexes };
	}

	/** Rural minus urban. */
	get byResidence(): Difference {
		return { dimension: this.residence, minus: ['rural', 'urban'] };
	}

	/** The waves of the tracer study that are shown: the latest, unless the View has chosen. */
	get waves(): readonly string[] {
		return this.view.filters.wave ?? this.#last('tracer');
	}

	get year(): string {
		const survey = this.teller.catalogue.surveys.find(({ id }) => id === 'enrolment');
		return survey?.years?.at(-1) ?? '';
	}

	get graduatesSource(): string {
		const said = this.#source('tracer', joinWords(this.waves));
		return `${said} ${this.response}`;
	}

	/** The skills audit has waves of its own, which the filter does not choose. */
	get workersSource(): string {
		return this.#source('audit', joinWords(this.#last('audit')));
	}

	get studentsSource(): string {
		return words.yearSource(this.#title('enrolment'), this.year, this.teller.catalogue.site.notice);
	}

	/** A Question to the tracer study under the filters. */
	graduates(indicator: string, asked: Asked = {}): Question {
		const where = { ...this.view.filters, wave: this.waves };
		return { source: 'tracer', indicator, by: [], where, ...asked };
	}

	/** A Question to the skills audit under all filters but the wave, which is that of the tracer study. */
	workers(asked: Asked = {}, where: Question['where'] = {}): Question {
		const kept = { ...this.#withoutWave, ...where };
		return { source: 'audit', indicator: 'incidence', by: [], where: kept, ...asked };
	}

	/** A Question to the enrolment records of their latest year. */
	students(indicator: string, asked: Asked = {}): Question {
		const where = { ...this.#withoutWave, year: [this.year] };
		return { source: 'enrolment', indicator, by: [], where, ...asked };
	}

	/** A group in words: "rural women", "urban", "men". */
	group(...codes: readonly string[]): string {
		const { codeLists } = this.teller.catalogue;
		const lists = [...(codeLists.residence ?? []), ...(codeLists.sex ?? [])];
		return codes
			.map((code) => {
				const entry = lists.find((one) => one.code === code);
				return entry?.in_sentence ?? inSentence(entry?.label ?? code);
			})
			.join(' ');
	}

	/** A difference in words, as the head of a row: "Women − men". */
	apart({ dimension, minus }: Difference): string {
		const list = dimensions[dimension]?.codeList ?? '';
		const [a, b] = minus.map((code) => labelOf(this.teller.catalogue, list, code));
		return words.minus(a ?? '', inSentence(b ?? ''));
	}

	get #withoutWave(): Question['where'] {
		return Object.fromEntries(Object.entries(this.view.filters).filter(([id]) => id !== 'wave'));
	}

	#last(source: string): string[] {
		const own = this.teller.catalogue.surveys.filter(({ id }) => id === source);
		return own.slice(-1).map(({ wave }) => wave);
	}

	#title(source: string): string {
		return this.teller.catalogue.surveys.find(({ id }) => id === source)?.title ?? '';
	}

	#source(source: string, wave: string): string {
		return shared.source(this.#title(source), wave, this.teller.catalogue.site.notice);
	}
}
