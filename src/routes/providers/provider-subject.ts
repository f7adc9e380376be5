import type { Answer } from '#lib/vocabulary/estimate.ts';
import { labelOf, type Catalogue } from '#lib/contracts/catalogue.ts';
import type { LevelRange } from '#lib/decisions/lqf.ts';
import { providers as words } from '#lib/vocabulary/messages/providers.ts';
import { story } from '#lib/vocabulary/messages/story.ts';
import type { View } from '#lib/vocabulary/view.ts';
import { inSentence, joinWords } from '#lib/vocabulary/words.ts';
import { sectorInSentence, skillInSentence } from '../story/labels.ts';
import { definitionOf, type Teller } from '../story/story.ts';
import { readChoice, type Choice } from './choice.ts';
import type { Offer } from './offer.ts';
import { modeIds } from './teaching-modes.ts';

/** What the figures of providers are told with. */
export class ProviderSubject {
	readonly view: View;
	readonly teller: Teller;
	readonly offer: Offer;
	readonly choice: Choice;

	constructor(view: View, teller: Teller, offer: Offer) {
		this.view = view;
		this.teller = teller;
		this.offer = offer;
		this.choice = readChoice(view, offer, teller.catalogue);
	}

	get catalogue(): Catalogue {
		return this.teller.catalogue;
	}

	/** The place of the site: "in the south". */
	get place(): string {
		const { at } = this.choice;
		const entry = this.catalogue.codeLists.district_group?.find(({ code }) => code === at);
		return entry?.in_sentence ?? entry?.label ?? at;
	}

	group(code: string): string {
		return labelOf(this.catalogue, 'district_group', code);
	}

	sector(code: string): string {
		return sectorInSentence(this.catalogue, code);
	}

	/** Survey, wave and the notice of synthetic data. */
	get source(): string {
		const { site, surveys } = this.catalogue;
		const survey = surveys.find(({ id }) => id === 'audit');
		return story.source(survey?.title ?? '', survey?.wave ?? '', site.notice);
	}

	/** Whom a count of people covers. */
	get counted(): string {
		const survey = this.catalogue.surveys.find(({ id }) => id === 'audit');
		return words.counted(inSentence(survey?.coverage ?? ''));
	}

	definition(indicator: string): string {
		return definitionOf(indicator);
	}

	computed(answers: readonly Answer[]) {
		return this.teller.computed(answers);
	}

	/** Fields, levels, place, modes and hours in a sentence; the sectors too where some are chosen. */
	get shown(): string {
		const { fields, skills, levels, modes, weekly, sectors } = this.choice;
		const taught = fields.map((code) => inSentence(labelOf(this.catalogue, 'field', code)));
		const { low, high } = levels;
		const say = low > high ? words.levelsNone : words.levels;
		const every = modes.length === modeIds.length;
		const named = joinWords(
			modes.map((id) => words.modes[id]),
			story.or
		);
		const how = every ? words.anyMode : words.inModes(named);
		const listed = joinWords(sectors.map((code) => this.sector(code)));
		const inFields = fields.length === 0 ? words.anyField : joinWords(taught);
		const names = skills.map((id) => skillInSentence(this.catalogue, id));
		return words.shown(
			names.length === 0 ? words.taught(inFields, listed) : words.chosen(names, inFields, listed),
			say(`${low}`, `${high}`),
			words.how(this.place, how, `${weekly}`)
		);
	}
}

/** Levels in print: `5` or `3–5`. */
export function levelText(level: LevelRange | undefined): string {
	if (!level) return '';
	return level.low === level.high ? `${level.low}` : `${level.low}–${level.high}`;
}
