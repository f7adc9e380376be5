import type { Brief, BriefItem } from '#lib/decisions/brief-record.ts';
import { hoursOf, phraseOf } from '#lib/decisions/credential-terms.ts';
import { briefItems as labels } from '#lib/vocabulary/messages/brief-items.ts';
import { briefPageItems } from '#lib/vocabulary/messages/brief-page-items.ts';
import { formatCount, formatMoney } from '#lib/vocabulary/numbers.ts';
import { capitalised, inSentence, joinWords } from '#lib/vocabulary/words.ts';

const words = briefPageItems.read;

/** An item as it reads on the page, on paper and in a document: lines, a list, and a line after it. */
export interface ItemText {
	readonly lines: readonly string[];
	readonly list?: readonly string[];
	readonly after?: string;
	/** What only the provider knows, and has not said yet. */
	readonly yours?: string;
}

/** @param framework name of the qualifications framework */
export function itemText(brief: Brief, item: BriefItem, framework: string): ItemText {
	const { lines, ...others } = texts[item](brief, framework);
	return { lines: lines.filter((line) => line.trim() !== ''), ...others };
}

/** A sentence about a text; nothing where the text is blank. */
function about(say: (text: string) => string, text: string): string {
	return text.trim() === '' ? '' : words.sentence(say(text.trim()));
}

const texts: Readonly<Record<BriefItem, (brief: Brief, framework: string) => ItemText>> = {
	title: ({ title }) => ({ lines: [title] }),
	purpose: ({ purpose }) => ({ lines: [purpose.what, purpose.audience] }),
	evidence: ({ evidence: { sector, occupations, places, coverage, remark, notice } }) => ({
		lines: [
			[
				words.sector(sector.label),
				about(
					words.occupations,
					occupations.map(({ code, label }) => words.occupation(inSentence(label), code)).join('; ')
				),
				about(words.places, joinWords(places))
			]
				.map((line) => line.replace(/\.\.$/, '.'))
				.join(' '),
			coverage,
			notice,
			about(words.remark, remark)
		]
	}),
	skills: ({ skills }) => ({
		lines: [],
		list: skills.map(({ label, from, to }) => words.skill(label, from, to)),
		after: words.esco
	}),
	outcomes: ({ outcomes }) => ({
		lines: [],
		list: outcomes.map((one) =>
			[
				words.sentence(words.outcome(phraseOf(one), one.standard)),
				about(words.assessed, one.assessment).replace(/\.\.$/, '.')
			].join(' ')
		)
	}),
	volume: (brief) => ({
		lines: [words.total(formatCount(hoursOf(brief)), credits(brief.volume.credits))]
	}),
	level: ({ level: { proposed, low, high, track } }, framework) => ({
		lines: [words.level(framework, proposed, labels.tracks[track]), words.range(low, high)]
	}),
	duration: (brief) => {
		const { weeks, schedule } = brief.duration;
		const weekly = weeks > 0 ? hoursOf(brief) / weeks : 0;
		return {
			lines: [words.duration(weeks, labels.schedules[schedule], formatCount(Math.round(weekly)))]
		};
	},
	mode: ({ mode: { mode, delivery, power, data, terrain } }) => ({
		lines: [words.mode(capitalised(labels.modes[mode]), delivery), power, data, terrain]
	}),
	entry: ({ entry: { requirement, rpl, rcc, evidence } }) => ({
		lines: [
			requirement,
			about(words.rpl, rpl),
			about(words.rcc, rcc),
			evidence.length === 0 ? '' : words.evidence(evidence.join(', '))
		]
	}),
	assessment: ({ assessment }) => ({ lines: [assessment.standard, assessment.delivery] }),
	stacking: ({ stacking }) => ({
		lines: [
			stacking.qualification,
			stacking.type === 'none'
				? ''
				: words.type(
						labels.types[stacking.type],
						stacking.credits === null ? '' : credits(stacking.credits)
					),
			about(words.cat, stacking.cat),
			about(words.overlap, stacking.overlap)
		]
	}),
	quality: ({ quality }) => ({
		lines: [about(words.internal, quality.internal), about(words.external, quality.external)]
	}),
	capacity: ({ capacity: { provider, status, people, equipment, site } }) => ({
		lines: [
			about(words.provider, provider),
			about(words.status, status),
			about(words.people, people),
			about(words.equipment, equipment),
			about(words.site, site)
		],
		...([provider, status, people, equipment, site].every((text) => text.trim() !== '')
			? {}
			: { yours: briefPageItems.yourParts.capacity })
	}),
	cost: ({ cost: { perLearner, currency, basis, payer } }) => ({
		lines: [
			perLearner === null ? '' : words.place(formatMoney(perLearner, currency)),
			basis,
			about(words.payer, payer)
		],
		...(perLearner === null || payer.trim() === '' ? { yours: briefPageItems.yourParts.cost } : {})
	}),
	inclusion: ({ inclusion }) => ({
		lines: [inclusion.women, inclusion.rural, inclusion.disability]
	}),
	review: ({ review: { months, trigger } }) => ({ lines: [words.review(months), trigger] }),
	tracer: ({ tracer: { months, outcomes } }) => ({
		lines: [words.tracer(joinWords(months.map(String)))],
		list: outcomes
	}),
	risks: ({ risks }) => ({
		lines: [],
		list: risks.map(({ risk, response }) => words.risk(risk, response))
	}),
	exports: ({ exports }) => ({
		lines:
			exports.length === 0
				? []
				: [words.exports(joinWords(exports.map((format) => labels.formats[format])))]
	})
};

/** Credits with the tenths that they have. */
export function credits(amount: number): string {
	return String(Math.round(amount * 10) / 10);
}
