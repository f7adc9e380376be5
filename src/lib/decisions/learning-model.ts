import { briefExports as words, briefItems } from '#lib/vocabulary/messages/brief-items.ts';
import { hourKinds, type Brief } from './brief-record.ts';
import {
	calendarOf,
	decimal,
	durationOf,
	hoursOf,
	nameOf,
	paragraph,
	partOf,
	phraseOf,
	type ExportPlace,
	type Json
} from './credential-terms.ts';

/**
 * A brief that is ready, as a LearningOpportunity of the European Learning Model 3 (European Commission): what is offered, the
 * qualification it leads to, and the activity by hours. Of the elements of the Council Recommendation 2022/C 243/02,
 * Annex I, the learner and the date of issue stay out, since nothing has been issued; so does the European level, to
 * which the national framework is not referenced.
 */
export function learningModelOf(brief: Brief, place: ExportPlace): Json {
	const { title, duration, entry, mode, evidence } = brief;
	const provider = brief.capacity.provider.trim();
	const say = sayIn(place);
	return {
		'@context': [nameOf('data.europa.eu/snb/model/context/edc-ap', 'http')],
		id: partOf(place, 'opportunity'),
		type: 'LearningOpportunity',
		identifier: { type: 'Identifier', notation: brief.id, schemeVersion: brief.edition },
		title: say(title),
		additionalNote: [note(say(paragraph(words.draft, evidence.notice)))],
		duration: calendarOf(duration.weeks),
		mode: [concept(say(briefItems.modes[mode.mode]), mode.mode)],
		scheduleInformation: note(
			say(words.schedule(duration.weeks, briefItems.schedules[duration.schedule]))
		),
		admissionProcedure: note(say(paragraph(entry.requirement, entry.rpl, entry.rcc))),
		location: locationOf(place),
		...(provider === '' ? {} : { providedBy: [organisation(provider, place)] }),
		learningAchievementSpecification: qualification(brief, place),
		learningActivitySpecification: activity(brief, place),
		status: 'draft'
	};
}

function qualification(brief: Brief, place: ExportPlace): Json {
	const { title, purpose, level, volume, skills, outcomes, assessment, quality } = brief;
	const say = sayIn(place);
	const provider = brief.capacity.provider.trim();
	const credits = concept(say(words.credits(place.framework)), place.framework);
	return {
		...{ id: partOf(place, 'qualification'), type: 'Qualification', title: say(title) },
		description: say(paragraph(purpose.what, purpose.audience)),
		isPartialQualification: level.track === 'part-qualification',
		nqfLevel: [
			concept(say(words.proposedLevel(level.proposed, place.framework)), String(level.proposed))
		],
		volumeOfLearning: durationOf(hoursOf(brief)),
		creditPoint: [{ type: 'CreditPoint', framework: credits, point: decimal(volume.credits) }],
		entryRequirement: note(say(brief.entry.requirement)),
		learningOutcome: outcomes.map((outcome, i) => {
			const uri = skills.find(({ id }) => id === outcome.skill)?.uri ?? '';
			return {
				...{ id: partOf(place, `outcome-${i + 1}`), type: 'LearningOutcome' },
				title: say(phraseOf(outcome)),
				additionalNote: [note(say(outcome.standard))],
				...(uri === '' ? {} : { relatedESCOSkill: [{ id: uri, type: 'Concept' }] })
			};
		}),
		provenBy: outcomes.map((outcome, i) => ({
			...{ id: partOf(place, `assessment-${i + 1}`), type: 'LearningAssessmentSpecification' },
			title: say(phraseOf(outcome)),
			description: say(paragraph(outcome.assessment, assessment.delivery))
		})),
		additionalNote: [note(say(paragraph(quality.internal, quality.external)))],
		...(provider === ''
			? {}
			: {
					awardingOpportunity: [
						{ type: 'AwardingOpportunity', awardingBody: [organisation(provider, place)] }
					]
				}),
		status: level.status
	};
}

/** Who offers and awards it. */
function organisation(name: string, place: ExportPlace): Json {
	return {
		...{ id: partOf(place, 'provider'), type: 'Organisation', legalName: sayIn(place)(name) },
		location: locationOf(place)
	};
}

function locationOf(place: ExportPlace): Json {
	const { name, code } = place.country;
	const countryCode = concept(sayIn(place)(name), code);
	return [{ type: 'Location', address: [{ type: 'Address', countryCode }] }];
}

function activity(brief: Brief, place: ExportPlace): Json {
	const say = sayIn(place);
	const { volume, mode } = brief;
	const spent = hourKinds.filter((kind) => volume[kind] > 0);
	return {
		...{ id: partOf(place, 'activity'), type: 'LearningActivitySpecification' },
		title: say(words.activity),
		description: say(mode.delivery),
		volumeOfLearning: durationOf(hoursOf(brief)),
		contactHour: spent.map((kind) => words.hours(volume[kind], briefItems.hours[kind])),
		mode: [concept(say(briefItems.modes[mode.mode]), mode.mode)]
	};
}

type LangString = Readonly<Record<string, string>>;

function sayIn({ language }: ExportPlace): (text: string) => LangString {
	return (text) => ({ [language]: text });
}

function note(noteLiteral: LangString): Json {
	return { type: 'Note', noteLiteral };
}

function concept(prefLabel: LangString, notation: string): Json {
	return { type: 'Concept', prefLabel, notation };
}
