import type { Answer } from '#lib/vocabulary/estimate.ts';
import { story as words } from '#lib/vocabulary/messages/story.ts';
import type { Question } from '#lib/vocabulary/question.ts';
import type { View } from '#lib/vocabulary/view.ts';
import { joinWords } from '#lib/vocabulary/words.ts';
import { sectorInSentence } from '../story/labels.ts';
import type { Teller } from '../story/story.ts';

/** Some sectors, each asked by itself: from the tables that its courses need too. */
export class Several {
	readonly sectors: readonly string[];
	readonly view: View;
	readonly teller: Teller;

	constructor(sectors: readonly string[], view: View, teller: Teller) {
		this.sectors = sectors;
		this.view = view;
		this.teller = teller;
	}

	get names(): string {
		return joinWords(this.sectors.map((code) => sectorInSentence(this.teller.catalogue, code)));
	}

	get wave(): string {
		return this.view.filters.wave?.join() ?? this.teller.catalogue.site.default.wave;
	}

	get source(): string {
		const { surveys, site } = this.teller.catalogue;
		const survey = surveys.find(({ id }) => id === 'audit');
		return words.source(survey?.title ?? '', this.wave, site.notice);
	}

	question(indicator: string, sector: string, by: readonly string[]): Question {
		return { source: 'audit', indicator, by, where: { ...this.view.filters, sector: [sector] } };
	}

	ask(indicator: string, sector: string, by: readonly string[] = []): Promise<Answer> {
		return this.teller.ask(this.question(indicator, sector, by));
	}
}
