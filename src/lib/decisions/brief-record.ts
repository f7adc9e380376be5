import { qualities } from '#lib/vocabulary/estimate.ts';
import { measures } from '#lib/vocabulary/numbers.ts';
import {
	amount,
	amountOrNull,
	flag,
	list,
	oneOf,
	record,
	text,
	textLike,
	type Held
} from './shape.ts';

/** Version of the record; it rises when a field is added, leaves or changes its kind. */
export const briefVersion = 4;

/** The 20 items of a design brief, in the order in which it prints. */
export const briefItems = [
	...(['title', 'purpose', 'evidence', 'skills', 'outcomes', 'volume', 'level'] as const),
	...(['duration', 'mode', 'entry', 'assessment', 'stacking', 'quality', 'capacity'] as const),
	...(['cost', 'inclusion', 'review', 'tracer', 'risks', 'exports'] as const)
] as const;
export type BriefItem = (typeof briefItems)[number];

/** A page of this site: a file from elsewhere must not lead to another, nor run anything. */
const ownLink = textLike(/^\/(?![/\\])[^\s\\]*$/);

/** A name of a thing in the world, as the credential formats take it. */
const webName = textLike(/^(https?|urn):[^\s<>"]+$/i);

/** What a course is called in addresses and on the device. */
export const idForm = /^[\w-]{1,60}$/;

/** A figure that the brief rests on, with all that it takes to judge it and to make it again. */
const figure = record({
	indicator: text,
	/** In words, with whom it is about. */
	label: text,
	/** A comparison holds only where its interval leaves out 0. */
	claim: oneOf(['level', 'comparison']),
	value: amountOrNull,
	low: amountOrNull,
	high: amountOrNull,
	n: amount,
	/** How it is printed. */
	measure: oneOf(['index', ...measures]),
	quality: oneOf(qualities),
	source: text,
	/** Wave or year. */
	year: text,
	synthetic: flag,
	/** The Question in its canonical form, and the address that answers it again. */
	question: text,
	link: ownLink
});
export type BriefFigure = Held<typeof figure>;

/** The ranks that the course holds among those of its sector: of many figures at once, so no figure itself. */
const ranks = record({
	/** Whom the evidence keeps; empty for everybody. */
	whom: text,
	/** Courses in order, and the ranks of this one in 95 of 100 draws. */
	of: amount,
	low: amount,
	high: amount,
	/** Share of the draws in which it is among the first three. */
	inTop: amount,
	/** Answers behind its own need, and the worst grade that it rests on. */
	n: amount,
	quality: oneOf(qualities),
	/** Weights, replicates and draws, in words. */
	method: text,
	...{ source: text, year: text, synthetic: flag },
	/** The address of the page that works them out again. */
	link: ownLink
});
export type BriefRanks = Held<typeof ranks>;

const named = record({ code: text, label: text });

const skill = record({
	id: text,
	label: text,
	/** ESCO's address of it; empty for a local skill. */
	uri: webName,
	from: amount,
	to: amount
});

/** Verb, object, condition and standard: "sharpen · drill bits · alone, in ordinary cases · the bit cuts true". */
const outcome = record({
	skill: text,
	verb: text,
	object: text,
	/** With what help, in which cases. */
	condition: text,
	/** What can be seen when it is met. */
	standard: text,
	/** How it is assessed; none may be without. */
	assessment: text
});
export type BriefOutcome = Held<typeof outcome>;

/** Notional hours by what they are spent on. */
export const hourKinds = ['contact', 'practical', 'workplace', 'self', 'assessment'] as const;
const volume = record({
	...{ contact: amount, practical: amount, workplace: amount, self: amount, assessment: amount },
	credits: amount
});

export const schedules = [
	...(['block', 'evening', 'weekend', 'full-time'] as const),
	...(['evening-weekend', 'own-time', 'at-work'] as const)
] as const;
export const modes = ['on-site', 'workplace', 'hybrid', 'online'] as const;
export const qualificationTypes = ['none', 'certificate', 'diploma', 'degree'] as const;
export const exportFormats = ['open-badges-3', 'european-learning-model-3'] as const;

/** A design brief: what a provider takes into an accreditation file. Not a credential: no learner, no date of issue. */
export const briefShape = record({
	version: amount,
	/** The candidate that it was drafted for. */
	id: text,
	/** Edition of the data that it was drafted from. */
	edition: textLike(/^[\w. -]{1,40}$/),
	title: text,
	purpose: record({ what: text, audience: text }),
	evidence: record({
		figures: list(figure),
		/** One, or none where the course is not ranked. */
		ranks: list(ranks),
		sector: named,
		occupations: list(named),
		places: list(text),
		/** Whom the counts cover. */
		coverage: text,
		/** What the author adds: the rest of the item is what the survey and this site say. */
		remark: text,
		/** The notice that the data are synthetic; empty where they are not. */
		notice: text
	}),
	skills: list(skill),
	outcomes: list(outcome),
	volume,
	/** Proposed, never granted. */
	level: record({
		proposed: amount,
		low: amount,
		high: amount,
		track: oneOf(['part-qualification', 'pda']),
		status: oneOf(['proposed'])
	}),
	duration: record({ weeks: amount, schedule: oneOf(schedules) }),
	mode: record({ mode: oneOf(modes), delivery: text, power: text, data: text, terrain: text }),
	entry: record({ requirement: text, rpl: text, rcc: text, evidence: list(text) }),
	assessment: record({ standard: text, delivery: text }),
	stacking: record({
		qualification: text,
		type: oneOf(qualificationTypes),
		credits: amountOrNull,
		/** Credit accumulation and transfer. */
		cat: text,
		/** What exists already, and how this differs. */
		overlap: text
	}),
	quality: record({ internal: text, external: text }),
	/** Who offers and awards it, with what standing before the accrediting body. */
	capacity: record({ provider: text, status: text, people: text, equipment: text, site: text }),
	cost: record({ perLearner: amountOrNull, currency: text, basis: text, payer: text }),
	inclusion: record({ women: text, rural: text, disability: text }),
	review: record({ months: amount, trigger: text }),
	tracer: record({ months: list(amount), outcomes: list(text) }),
	risks: list(record({ risk: text, response: text })),
	exports: list(oneOf(exportFormats)),
	/** Items in the words of the author, as the page found them when it saved the file; the others are as drafted. */
	authored: list(oneOf(briefItems))
});
export type Brief = Held<typeof briefShape>;
