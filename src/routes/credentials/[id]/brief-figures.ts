import type { Asker, Where } from '#lib/decisions/asker.ts';
import { auditQuestion } from '#lib/decisions/asker.ts';
import { isSayable } from '#lib/answers/standing.ts';
import type { BriefFigure } from '#lib/decisions/brief-record.ts';
import type { Candidate } from '#lib/decisions/candidates.ts';
import { evidenceParts, type Evidence, type EvidencePart } from '#lib/decisions/evidence.ts';
import { indicators } from '#lib/indicators/declared.ts';
import type { Estimate } from '#lib/vocabulary/estimate.ts';
import { briefPageDraft as words } from '#lib/vocabulary/messages/brief-page-draft.ts';
import { formatQuestion, type Question } from '#lib/vocabulary/question.ts';
import { whom } from '../../story/labels.ts';
import { orderLink, skillsLink } from './brief-links.ts';
import { shortByPlace } from './brief-places.ts';
import { surveyOf } from './brief-survey.ts';

/** Without them a brief rests on nothing; the others are left out where too few answered. */
const needed: readonly EvidencePart[] = ['reach', 'need'];

export interface BriefFigures {
	/** What too few answered about, by label. */
	readonly left: readonly string[];
	/** In the order of the table: those of the course, then a shortfall for each skill. */
	readonly figures: readonly BriefFigure[];
	readonly women?: BriefFigure;
	readonly rural?: BriefFigure;
	/** District groups where people are short, by label. */
	readonly places: readonly string[];
}

/**
 * The figures of a brief. A difference is called a comparison only where its interval leaves out 0; the label of
 * another says that the groups can't be told apart.
 */
export async function briefFigures(
	candidate: Candidate,
	evidence: Evidence,
	{ asker, where }: { readonly asker: Asker; readonly where: Where }
): Promise<BriefFigures> {
	const { catalogue } = asker;
	const of = figureMaker(candidate.sector, { asker, where });
	const made = evidenceParts.flatMap((part) => {
		const estimate = evidence[part];
		if (!estimate || !(needed.includes(part) || isSayable(estimate))) return [];
		const question = evidence.questions[part];
		// Vacancies are those of everybody, whoever is kept.
		const label = part === 'scarcity' ? words.figures[part] : of.label(words.figures[part]);
		return [[part, of.figure(estimate, { question, label })] as const];
	});
	const by = new Map<EvidencePart, BriefFigure>(made);
	const left = evidenceParts.filter(
		(part) => evidence[part] && !made.some(([one]) => one === part)
	);
	const skills = candidate.skills.map(({ skill }) => skill.id);
	const asked = { ...where, sector: [candidate.sector], skill: skills };
	const answer = await asker.ask(auditQuestion('shortfall', asked, 'skill'));
	const shortfalls = skills.flatMap((id) => {
		const estimate = answer.estimates.find(({ key }) => key[0] === id);
		if (!estimate || !isSayable(estimate)) return [];
		const skill = catalogue.skills.find((one) => one.id === id);
		const label = of.label(words.figures.shortfall(skill?.label ?? id));
		return [of.figure(estimate, { question: answer.question, label })];
	});
	const { question, counted, few } = await shortByPlace(candidate, { asker, where });
	// Where all of them are in one place, the figure stands above.
	const byPlace = counted.length + few.length < 2 ? [] : counted;
	const inPlaces = byPlace.map(({ label, people }) =>
		of.figure(people, { question, label: of.label(words.figures.place(label)) })
	);
	const [women, rural] = [by.get('women'), by.get('rural')];
	const shares: readonly EvidencePart[] = ['women', 'rural'];
	return {
		left: [...left.map((part) => words.figures[part]), ...few.map(words.figures.place)],
		places: counted.map(({ label }) => label),
		figures: [
			...made.filter(([part]) => !shares.includes(part)).map(([, figure]) => figure),
			...inPlaces,
			...shortfalls
		],
		...(women ? { women } : {}),
		...(rural ? { rural } : {})
	};
}

interface Said {
	readonly question: Question;
	readonly label: string;
}

function figureMaker(
	sector: string,
	{ asker, where }: { readonly asker: Asker; readonly where: Where }
) {
	const { catalogue } = asker;
	const survey = surveyOf(catalogue, where);
	const view = { filters: where, choices: {} };
	const kept = Object.keys(where).length > 0;
	return {
		label: (label: string): string => (kept ? words.ofWhom(label, whom(view, catalogue)) : label),
		figure(estimate: Estimate, { question, label }: Said): BriefFigure {
			const { value, low, high, n, quality } = estimate;
			const { difference, indicator, by } = question;
			const measure = indicators[indicator]?.measure ?? 'index';
			const isBySkill = by.includes('skill') || indicator.endsWith('density');
			const isClear = low !== null && high !== null && low * high > 0;
			return {
				indicator,
				label: difference && !isClear ? words.open(label) : label,
				claim: difference && isClear ? 'comparison' : 'level',
				...{ value: short(value), low: short(low), high: short(high), n, quality },
				measure: difference && measure === 'share' ? 'points' : measure,
				...{ source: survey?.title ?? question.source, year: survey?.wave ?? '' },
				synthetic: survey?.synthetic ?? false,
				question: formatQuestion(question),
				link: isBySkill ? skillsLink(sector, where) : orderLink(sector, where)
			};
		}
	};
}

/** More digits than any form prints only make files longer. */
function short(value: number | null): number | null {
	return value === null ? null : Number(value.toPrecision(9));
}
