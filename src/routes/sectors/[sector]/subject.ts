import type { Teller } from '../../story/story.ts';
import { residenceDimension, sectorInSentence, whom } from '../../story/labels.ts';
import type { Answer } from '#lib/vocabulary/estimate.ts';
import { story as words } from '#lib/vocabulary/messages/story.ts';
import type { Difference, Question } from '#lib/vocabulary/question.ts';
import type { View } from '#lib/vocabulary/view.ts';

/** What a sector's page is about: the sector and whom the View keeps, with short ways to ask. */
export class Subject {
	readonly sector: string;
	readonly view: View;
	readonly teller: Teller;

	constructor(sector: string, view: View, teller: Teller) {
		this.sector = sector;
		this.view = view;
		this.teller = teller;
	}

	get name(): string {
		return sectorInSentence(this.teller.catalogue, this.sector);
	}

	get whom(): string {
		return whom(this.view, this.teller.catalogue);
	}

	get wave(): string {
		return this.view.filters.wave?.join() ?? this.teller.catalogue.site.default.wave;
	}

	get source(): string {
		const { surveys, site } = this.teller.catalogue;
		const survey = surveys.find(({ id }) => id === 'audit');
		return words.source(survey?.title ?? '', this.wave, site.notice);
	}

	get residence(): string {
		return residenceDimension(this.view);
	}

	/** A Question about this sector under the filters. */
	question(indicator: string, by: readonly string[], difference?: Difference): Question {
		const where = { ...this.view.filters, sector: [this.sector] };
		return { source: 'audit', indicator, by, where, ...(difference ? { difference } : {}) };
	}

	ask(indicator: string, ...by: readonly string[]): Promise<Answer> {
		return this.teller.ask(this.question(indicator, by));
	}
}
