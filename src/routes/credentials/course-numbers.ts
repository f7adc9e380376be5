import { isSayable } from '#lib/answers/standing.ts';
import { labelOf, type Catalogue } from '#lib/contracts/catalogue.ts';
import { auditQuestion, type Where } from '#lib/decisions/asker.ts';
import { shareWeights } from '#lib/decisions/composite.ts';
import { drawSettings } from '#lib/decisions/draw-weights.ts';
import { evidenceParts, type EvidencePart } from '#lib/decisions/evidence.ts';
import { indicators } from '#lib/indicators/declared.ts';
import { bootstrapSettings } from '#lib/survey/bootstrap.ts';
import { charts, qualityWords } from '#lib/vocabulary/messages/charts.ts';
import { courseNumbers as words } from '#lib/vocabulary/messages/course-numbers.ts';
import { weighing } from '#lib/vocabulary/messages/credentials.ts';
import { formatCount, formatFigure, formatRanks, formatValue } from '#lib/vocabulary/numbers.ts';
import { formatQuestion, type Question } from '#lib/vocabulary/question.ts';
import { tooFewToShow } from '#lib/vocabulary/said.ts';
import type { View } from '#lib/vocabulary/view.ts';
import { capitalised, inSentence, joinWords } from '#lib/vocabulary/words.ts';
import type { Settings } from './choices.ts';
import type { Supply } from './conditions.ts';
import { proposedWords, topWords } from './facts.ts';
import type { Order, Ranked } from './order.ts';

/** A number of a course as the list prints it, and where it comes from. */
export interface CourseNumber {
	readonly label: string;
	readonly value: string;
	/** 95%; empty for what is counted or reckoned. */
	readonly interval: string;
	/** Answers behind it; empty for what rests on several figures. */
	readonly n: string;
	/** What it asks care for; empty for nothing. */
	readonly care: string;
	/** What it is, in a sentence. */
	readonly said: string;
	/** The Question that gives it; absent for what no survey was asked. */
	readonly question?: string;
}

interface Told {
	readonly order: Order;
	readonly settings: Settings;
	readonly view: View;
	readonly catalogue: Catalogue;
	readonly supply: Supply;
	/** Of an own survey, in place of that of the site. */
	readonly source?: string;
}

/** All the numbers that list and table give of a course, in their order. */
export function courseNumbers(one: Ranked, told: Told): CourseNumber[] {
	const text = (question: Question): string =>
		formatQuestion(told.source === undefined ? question : { ...question, source: told.source });
	return [
		...evidenceParts.flatMap((part) => surveyed(one, part, text)),
		...ofCourse(one, told, text),
		...ofOrder(one, told)
	];
}

type AsText = (question: Question) => string;

function surveyed({ evidence }: Ranked, part: EvidencePart, text: AsText): CourseNumber[] {
	const estimate = evidence[part];
	if (!estimate) return [];
	const question = evidence.questions[part];
	const declared = indicators[question.indicator];
	const own = declared?.measure ?? 'index';
	const measure = question.difference && own === 'share' ? 'points' : own;
	const sayable = isSayable(estimate);
	const printed = formatFigure(estimate, measure);
	return [
		{
			label: words.labels[part],
			value: !sayable
				? tooFewToShow(estimate)
				: measure === 'points'
					? charts.points(printed.value, /^\D?1$/.test(printed.value))
					: printed.value,
			interval: sayable ? printed.interval : '',
			n: sayable ? words.n(formatCount(estimate.n)) : '',
			care: sayable ? qualityWords[estimate.quality] : '',
			...{ said: declared?.definition ?? '', question: text(question) }
		}
	];
}

/** A number that is reckoned from others, or counted in data/. */
function reckoned(label: string, value: string, said: string): CourseNumber {
	return { label, value, said, interval: '', n: '', care: '' };
}

function ofCourse(one: Ranked, { catalogue, supply, view }: Told, text: AsText): CourseNumber[] {
	const { sector, skills, hours, credits, level, occupations } = one.candidate;
	const { wave } = view.filters;
	const where: Where = { ...(wave ? { wave } : {}), sector: [sector] };
	const short = (skill: readonly string[], ...by: readonly string[]) => ({
		question: text(auditQuestion('people-short', { ...where, skill }, 'skill', ...by))
	});
	const byOccupation = short(
		skills.map(({ skill }) => skill.id),
		'occupation'
	);
	const named = occupations.map((code) => inSentence(labelOf(catalogue, 'major_group', code)));
	const sum = skills.map(({ skill, step }) => `${step.to - step.from} × ${skill.hoursPerLevel}`);
	return [
		...skills.map(({ skill, step, people }): CourseNumber => ({
			...reckoned(skill.label, words.step(step.from, step.to), words.said.step),
			n: words.n(formatCount(people.n)),
			...short([skill.id], 'required_level', 'attained_level')
		})),
		{
			...reckoned(words.labels.occupations, capitalised(joinWords(named)), words.said.occupations),
			...byOccupation
		},
		reckoned(
			words.labels.volume,
			words.hours(formatCount(hours), formatCount(credits)),
			words.said.volume(sum.join(' + '))
		),
		...(level
			? [
					{
						...reckoned(words.labels.level, proposedWords(level), words.said.level),
						...byOccupation
					}
				]
			: []),
		...besideIt(one, { catalogue, supply })
	];
}

/** What data/ says of the jobs of the sector, and of courses that exist. */
function besideIt(
	{ candidate: { sector, overlaps }, risk }: Ranked,
	{ catalogue, supply }: Pick<Told, 'catalogue' | 'supply'>
): CourseNumber[] {
	const demand = (supply.demand ?? catalogue.site.demandRisk)[sector];
	const titles = overlaps.map(({ title }) => title).join('; ');
	const { labels, said } = words;
	return [
		...(risk === undefined ? [] : [reckoned(labels.demand, risk, demand?.text ?? '')]),
		...(titles === ''
			? []
			: [reckoned(labels.overlaps, formatCount(overlaps.length), said.overlaps(titles))])
	];
}

function ofOrder({ draws, indices, shares }: Ranked, told: Told): CourseNumber[] {
	const { order, settings } = told;
	const said = words.said.ranks(
		formatCount(order.ranked.length),
		formatCount(drawSettings.draws),
		formatCount(bootstrapSettings.replicates)
	);
	const { used } = order;
	const weights = shareWeights(
		used.map((id) => settings.weights[id]),
		used.map((id) => ({ id }))
	);
	if ('code' in weights) return [];
	const terms = used.map((id, j) => ({
		name: inSentence(weighing.criteria[id].label),
		share: formatValue(shares[id] ?? 0, 'index'),
		weight: formatValue(weights[j] ?? 0, 'index')
	}));
	const { aggregation } = settings;
	const written =
		aggregation === 'linear'
			? terms.map(({ name, share, weight }) => `${weight} × ${name} ${share}`).join(' + ')
			: terms.map(({ name, share, weight }) => `(${name} ${share})^${weight}`).join(' × ');
	const index = `${words.labels.index}, ${weighing.indices[aggregation]}`;
	return [
		reckoned(words.labels.ranks, formatRanks(draws.low, draws.high), said),
		reckoned(words.labels.top, words.draws(topWords(draws.inTop)), said),
		reckoned(index, formatValue(indices[aggregation], 'level'), words.said[aggregation](written))
	];
}
