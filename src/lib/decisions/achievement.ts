import { briefExports as words } from '#lib/vocabulary/messages/brief-items.ts';
import type { Brief } from './brief-record.ts';
import {
	nameOf,
	paragraph,
	partOf,
	phraseOf,
	type ExportPlace,
	type Json
} from './credential-terms.ts';

/**
 * A brief that is ready, as an Achievement of Open Badges 3.0 (1EdTech, final release 2024): what may be earned, without a learner,
 * an issuer or a date. Titles, outcomes, level and skills are aligned to their frameworks.
 */
export function achievementOf(brief: Brief, place: ExportPlace): Json {
	const { title, purpose, volume, skills, level, evidence, outcomes, assessment } = brief;
	const provider = brief.capacity.provider.trim();
	return {
		'@context': [
			nameOf('www.w3.org/ns/credentials/v2', 'https'),
			nameOf('purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json', 'https')
		],
		id: partOf(place, 'achievement'),
		type: ['Achievement'],
		achievementType: 'MicroCredential',
		name: title,
		description: paragraph(purpose.what, purpose.audience, words.draft, evidence.notice),
		criteria: {
			narrative: paragraph(
				assessment.standard,
				...outcomes.map((one) => words.criterion(phraseOf(one), one.standard, one.assessment)),
				assessment.delivery
			)
		},
		...(provider === '' ? {} : { creator: profileOf(provider, place) }),
		creditsAvailable: volume.credits,
		fieldOfStudy: evidence.sector.label,
		humanCode: brief.id,
		inLanguage: place.language,
		version: brief.edition,
		alignment: [
			...skills.map(({ id, label, uri, from, to }, i) => ({
				...{ type: ['Alignment'], targetName: label },
				...(id === '' ? {} : { targetCode: id }),
				...(uri === '' ? {} : { targetFramework: 'ESCO' }),
				targetDescription: words.target(from, to),
				targetType: 'ext:skill',
				targetUrl: uri === '' ? partOf(place, `skill-${id || i + 1}`) : uri
			})),
			{
				...{
					type: ['Alignment'],
					targetName: words.proposedLevel(level.proposed, place.framework)
				},
				...{ targetCode: String(level.proposed), targetFramework: place.framework },
				...{ targetType: 'ext:proposedLevel', targetUrl: partOf(place, 'level') }
			}
		],
		resultDescription: [resultOf(place)]
	};
}

/** Who offers it, by name: the brief knows no other address of theirs. */
function profileOf(name: string, place: ExportPlace): Json {
	return { id: partOf(place, 'provider'), type: ['Profile'], name };
}

/** All outcomes are met, or not: there is no grade. */
function resultOf(place: ExportPlace): Json {
	return {
		...{ id: partOf(place, 'result'), type: ['ResultDescription'], name: words.result },
		...{ resultType: 'Status', allowedValue: ['Completed', 'Failed'] }
	};
}
