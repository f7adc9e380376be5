import type { Answer } from '#lib/vocabulary/estimate.ts';
import { story as shared } from '#lib/vocabulary/messages/story.ts';
import type { Question } from '#lib/vocabulary/question.ts';
import type { View } from '#lib/vocabulary/view.ts';
import { joinWords } from '#lib/vocabulary/words.ts';
import { sectorInSentence } from '../story/labels.ts';
import type { Teller } from '../story/story.ts';

/** What the figures of all sectors are told with. */
export class Sectors {
	readonly view: View;
	readonly teller: Teller;

	constructor(view: View, teller: Teller) {
		this.view = view;
		this.teller = teller;
	}

	get wave(): string {
		return this.view.filters.wave?.join() ?? this.teller.catalogue.site.default.wave;
	}

	get source(): string {
		const { surveys, site } = this.teller.catalogue;
		const survey = surveys.find(({ id }) => id === 'audit');
		return shared.source(survey?.title ?? '', this.wave, site.notice);
	}

	/** Whether only some sectors are asked: then nothing is said of all of them. */
	get chosen(): boolean {
		return this.view.filters.sector !== undefined;
	}

	/** The sector, where the reader chose a single one. */
	get single(): string | undefined {
		const [one, ...others] = this.view.filters.sector ?? [];
		return others.length === 0 ? one : undefined;
	}

	question(indicator: string, ...by: readonly string[]): Question {
		return { source: 'audit', indicator, by, where: this.view.filters };
	}

	ask(indicator: string, ...by: readonly string[]): Promise<Answer> {
		return this.teller.ask(this.question(indicator, ...by));
	}

	named(keys: readonly (readonly string[])[]): string {
		return joinWords(keys.map((key) => sectorInSentence(this.teller.catalogue, key.join())));
	}
}
