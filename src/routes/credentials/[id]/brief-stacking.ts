import type { Catalogue, Code } from '#lib/contracts/catalogue.ts';
import type { Planning } from '#lib/contracts/planning.ts';
import type { CandidateEvidence } from '#lib/decisions/brief.ts';
import type { Candidate } from '#lib/decisions/candidates.ts';
import type { LevelRange } from '#lib/decisions/lqf.ts';
import { briefPageDraft as words } from '#lib/vocabulary/messages/brief-page-draft.ts';
import { formatCount } from '#lib/vocabulary/numbers.ts';
import { joinWords } from '#lib/vocabulary/words.ts';

/** What the framework of qualifications is called: the first word of its levels' names. */
export function frameworkOf({ codeLists }: Catalogue): string {
	return codeLists.lqf_level?.[0]?.label.split(' ')[0] ?? '';
}

/** Which kinds of qualification the course could count towards at its levels, as a proposal. */
export function towards(range: LevelRange, credits: number, catalogue: Catalogue): string {
	const levels = (catalogue.codeLists.lqf_level ?? []).filter(
		({ code }) => Number(code) >= range.low && Number(code) <= range.high
	);
	const byTypes = new Map<string, Code[]>();
	for (const level of levels) {
		const types = level.types ?? '';
		byTypes.set(types, [...(byTypes.get(types) ?? []), level]);
	}
	const said = [...byTypes].map(([types, at]) =>
		words.typesAt(
			joinWords(types.split(', '), words.or),
			frameworkOf(catalogue),
			joinWords(at.map(levelOf), words.or)
		)
	);
	return words.towards(said.join(words.orElse), formatCount(credits));
}

function levelOf({ code, minimum_credits: credits = '' }: Code): string {
	return credits === '' ? code : words.ofCredits(code, credits);
}

/** Existing short courses in the skills, with how far each overlaps. */
export function overlapsOf(
	{ overlaps, skills }: Candidate,
	{ providers }: Pick<Planning, 'providers'>
): CandidateEvidence['overlaps'] {
	return overlaps.map((course) => {
		const shared = skills.filter(({ skill }) => course.skills.includes(skill.id)).length;
		const { provider: id, hours } = course;
		const provider = providers.find((one) => one.id === id)?.label ?? id;
		return {
			title: course.title,
			provider: words.overlap.provider(
				provider ?? words.overlap.notStated,
				hours === undefined ? '' : words.overlap.hours(formatCount(hours)),
				words.overlap.teaches(shared, skills.length)
			)
		};
	});
}
