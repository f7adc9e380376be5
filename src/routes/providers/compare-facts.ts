import type { Answer, Estimate } from '#lib/vocabulary/estimate.ts';
import { qualityWords } from '#lib/vocabulary/messages/charts.ts';
import { providers as words } from '#lib/vocabulary/messages/providers.ts';
import { providersNote as note } from '#lib/vocabulary/messages/providers-note.ts';
import { formatCount, formatInText, type Measure } from '#lib/vocabulary/numbers.ts';
import { story } from '#lib/vocabulary/messages/story.ts';
import { capitalised, joinWords } from '#lib/vocabulary/words.ts';
import { figureAt } from '../story/story.ts';
import type { CourseWithin } from './courses.ts';
import { weeksOf, type FitCandidate } from './fit.ts';
import { othersServing, placesOf } from './others.ts';
import { levelText, type ProviderSubject } from './provider-subject.ts';

/** A course with what the survey says of the people short of it. */
export interface Compared {
	readonly within: CourseWithin;
	readonly women: Answer;
	readonly rural: Answer;
}

type FactId = Exclude<keyof typeof note.rows, 'about'>;

/** What is compared: in words, or an estimate of the people short. */
export type Fact = { readonly id: FactId } & (
	| { readonly say: (one: Compared) => string }
	| { readonly estimate: (one: Compared) => Estimate; readonly measure: Measure }
);

/** Everything that courses are compared by, in the order of the table. */
export function factsOf(subject: ProviderSubject): readonly Fact[] {
	return [...courseFacts(subject), ...peopleFacts, ...placeFacts(subject)];
}

/** The fact of a course as the table says it. */
export function factText(fact: Fact, one: Compared): string {
	return 'say' in fact ? fact.say(one) : figureText(fact.estimate(one), fact.measure);
}

function ofCourse(id: FactId, say: (course: FitCandidate) => string): Fact {
	return { id, say: ({ within }) => say(within.course) };
}

function courseFacts(subject: ProviderSubject): Fact[] {
	const { weekly } = subject.choice;
	const skillsOf = ({ skills }: FitCandidate) =>
		skills.map(({ skill, from, to }) => note.skill(skill.label, from, to)).join('; ');
	return [
		ofCourse('sector', ({ sector }) => capitalised(subject.sector(sector))),
		ofCourse('skills', skillsOf),
		ofCourse('hours', ({ hours, credits }) =>
			note.volume(formatCount(hours), formatCount(credits))
		),
		ofCourse('weeks', ({ hours }) => note.weeks(weeksOf(hours, weekly), weekly)),
		ofCourse('lqf', ({ level }) => levelText(level)),
		ofCourse('modes', ({ modes }) =>
			modes.length === 0
				? note.modesNone
				: joinWords(
						modes.map((id) => words.modes[id]),
						story.or
					)
		),
		ofCourse('power', ({ skills }) =>
			skills.some(({ skill }) => skill.needsPower) ? note.power : note.powerNone
		)
	];
}

const peopleFacts: readonly Fact[] = [
	{ id: 'people', estimate: ({ within }) => within.people, measure: 'count' },
	{ id: 'women', estimate: ({ women }) => figureAt(women), measure: 'share' },
	{ id: 'rural', estimate: ({ rural }) => figureAt(rural), measure: 'share' }
];

function placeFacts(subject: ProviderSubject): Fact[] {
	const { offer } = subject;
	return [
		ofCourse('groups', ({ groups }) => groups.map((code) => subject.group(code)).join(', ')),
		ofCourse('others', ({ sector, groups }) => {
			const others = othersServing(sector, groups, subject);
			return note.others(others.length, formatCount(placesOf(others)));
		}),
		ofCourse('overlap', ({ skills: own }) => {
			const ids = own.map(({ skill }) => skill.id);
			const found = offer.courses.filter(({ skills }) => skills.some((id) => ids.includes(id)));
			const said = found.map(({ title, status }) => note.overlap(title, status));
			return said.length > 0 ? said.join('; ') : note.overlapNone;
		}),
		ofCourse('demand', ({ sector }) => {
			const demand = offer.demand[sector];
			return demand ? note.demand(demand.risk, demand.text) : note.demandNone;
		})
	];
}

/** A value with interval, n and its word of care; an unreliable one stands in tables alone, with that word. */
function figureText(estimate: Estimate, measure: Measure): string {
	if (estimate.value === null) return note.few;
	const text = formatInText(estimate, measure);
	const care = qualityWords[estimate.quality];
	return note.figure(text, formatCount(estimate.n), care);
}
