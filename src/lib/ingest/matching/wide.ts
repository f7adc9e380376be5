import { matchingWords as words } from '#lib/vocabulary/messages/import-matching.ts';
import { plainRecord } from './cell-words.ts';
import {
	askBelow,
	type ColumnMatch,
	type ColumnProfile,
	type SkillMeasure,
	type WideColumn
} from './types.ts';
import { isSkill, measureIn, partOf, segments, sharedStart } from './skill-heading.ts';
import type { Named } from './candidates.ts';
import { cellKey } from './cell-words.ts';
import type { Tools } from './tools.ts';
import { withoutQuestionNumber, wordsOf } from './words.ts';

export interface WideSkills {
	readonly columns: readonly WideColumn[];
	/** Whether the headings say which measure they hold; else it was supposed. */
	readonly said: boolean;
}

interface Part {
	readonly name: string;
	readonly skill: string;
	readonly holds: SkillMeasure | undefined;
}

/** Columns that each hold a measure of one skill; undefined where the file has fewer than three. */
export function findWideSkills(columns: readonly Named[], tools: Tools): WideSkills | undefined {
	const rated = columns.filter(({ profile }) => {
		if (profile.filled === 0 || profile.distinct > 12 || isTicked(profile)) return false;
		const map = tools.scales.map(profile);
		return map.fit >= 0.85 && (map.codes >= 2 || map.doubt !== undefined);
	});
	if (rated.length < 3) return undefined;
	const shared = sharedStart(rated.map(({ profile }) => segments(headingOf(profile.column))));
	const parts = rated.map(({ profile: { column } }) => ({
		...partOf(segments(headingOf(column)), shared.length, tools),
		name: column.name
	}));
	const measured = parts.filter(({ holds, skill }) => holds !== undefined && isSkill(skill));
	const told = measured.length >= 3 && areSkills(measured, rated, tools) ? measured : [];
	const kept = told.length > 0 ? told : battery(parts, shared, tools);
	if (kept.length < 3) return undefined;
	const fallback: SkillMeasure = measureIn(shared.join(' '), tools) ?? 'proficiency_attained';
	const list = kept.map(({ name, skill, holds }) => ({
		column: name,
		skill: skillId(skill, tools),
		holds: holds ?? fallback
	}));
	return {
		columns: list,
		said:
			kept.every(({ holds }) => holds !== undefined) ||
			measureIn(shared.join(' '), tools) !== undefined
	};
}

/**
 * Whether columns that are answered on a scale are about skills, and not what somebody is content with "now": their
 * headings say so, most of them are known, or each is measured in two ways.
 */
function areSkills(parts: readonly Part[], rated: readonly Named[], tools: Tools): boolean {
	const { skills } = tools.contracts.words.general;
	const names = new Set(parts.map(({ name }) => name));
	const said = rated.filter(
		({ profile, naming }) =>
			names.has(profile.column.name) && skills.some((word) => naming.all.includes(word))
	);
	const known = parts.filter(({ skill }) => tools.list('skills')?.read(skill) !== undefined);
	const single = new Set(parts.map(({ skill }) => cellKey(skill))).size;
	const many = (count: number) => count >= parts.length / 2;
	return many(said.length) || many(known.length) || parts.length >= 1.5 * single;
}

/** Noughts and ones: answers that were ticked, no levels. */
function isTicked({ numbers, filled, min, max }: ColumnProfile): boolean {
	return numbers === filled && (min ?? 0) >= 0 && (max ?? 2) <= 1;
}

/** The columns of each measure as a match: which they are, and how their cells are points of the scale. */
export function wideMatches(
	{ columns, said }: WideSkills,
	all: readonly Named[],
	tools: Tools
): ColumnMatch[] {
	const measures = [...new Set(columns.map(({ holds }) => holds))];
	return measures.map((holds) => {
		const own = columns.filter((column) => column.holds === holds).map(({ column }) => column);
		const maps = all
			.filter(({ profile }) => own.includes(profile.column.name))
			.map(({ profile }) => tools.scales.map(profile, holds));
		const unmatched = new Map<string, number>();
		for (const { value, count } of maps.flatMap((map) => map.unmatched)) {
			unmatched.set(value, (unmatched.get(value) ?? 0) + count);
		}
		return {
			contract: holds,
			columns: own,
			confidence: said ? 0.93 : askBelow,
			reason: words.skillColumns(own.length),
			others: [],
			values: plainRecord(maps.flatMap((map) => Object.entries(map.values))),
			unmatched: [...unmatched].map(([value, count]) => ({ value, count })),
			as: 'scale'
		};
	});
}

/** Headings of which most name skills that are known, or whose common beginning speaks of skills. */
function battery(parts: readonly Part[], shared: readonly string[], tools: Tools): readonly Part[] {
	const skills = parts.filter(({ skill }) => isSkill(skill));
	const known = skills.filter(({ skill }) => tools.list('skills')?.read(skill) !== undefined);
	const announced = wordsOf(shared.join(' ')).some((word) =>
		/^(?:skill|competenc|proficien)/.test(word)
	);
	return announced || known.length >= Math.max(3, skills.length / 2) ? skills : [];
}

function headingOf({ heading, label }: { heading: string; label?: string }): string {
	const plain = withoutQuestionNumber(heading);
	return label && (/^\w{1,12}$/.test(heading) || label.length > heading.length + 10)
		? withoutQuestionNumber(label)
		: plain;
}

/** The skill of the catalogue that is meant; else the words themselves: a skill of this survey. */
function skillId(text: string, tools: Tools): string {
	const read = tools.list('skills')?.read(text);
	if (read && 'code' in read && read.code !== null) return read.code;
	const words = new Set(cellKey(text).split(' '));
	const near = tools.catalogue.skills.filter(({ label, escoLabel }) =>
		[label, escoLabel].some((known) => {
			const wanted = cellKey(known).split(' ').filter(Boolean);
			const hits = wanted.filter((word) => words.has(word)).length;
			return wanted.length >= 2 && hits === wanted.length && words.size <= wanted.length + 1;
		})
	);
	return near.length === 1 && near[0] ? near[0].id : text;
}
