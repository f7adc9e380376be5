import type { Named } from './candidates.ts';
import type { Tools } from './tools.ts';
import type { ColumnProfile, PersonalColumn, PersonalKind } from './types.ts';

/** Columns that may tell who somebody is, by name and by content. */
export function findPersonal(columns: readonly Named[], tools: Tools): PersonalColumn[] {
	return columns.flatMap((named) => {
		const looksLike = personalKind(named, tools);
		return looksLike === undefined ? [] : [{ column: named.profile.column.name, looksLike }];
	});
}

const email = /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i;
const phone = /^(?:\+|00)\d[\d ()-]{7,16}$|^\(?0?\d{2,4}\)?[ -]?\d{3,4}[ -]?\d{3,4}$/;
const point = /^-?\d{1,3}\.\d{3,}[ ,;]+-?\d{1,3}\.\d{3,}(?:[ ,;]+-?\d+(?:\.\d+)?){0,2}$/;
const personName = /^\p{Lu}[\p{L}'’.-]*(?:\s+\p{Lu}[\p{L}'’.-]*){0,3}$/u;

function personalKind(named: Named, tools: Tools): PersonalKind | undefined {
	const { profile, naming } = named;
	if (profile.filled === 0) return undefined;
	if (share(profile, email) > 0.5) return 'email';
	if (share(profile, point) > 0.5) return 'coordinates';
	const kinds = Object.entries(tools.contracts.words.personal) as [
		PersonalKind,
		{ names: string[]; not?: string[] }
	][];
	const called = kinds.find(([kind, words]) => {
		const { score } = tools.namer.evidence(naming, {
			holds: 'text',
			names: words.names,
			not: words.not ?? []
		});
		const heading = profile.column.heading.trim();
		return score >= 0.69 || (score > 0 && heading.length < 40 && score >= 0.6 && kind !== 'name')
			? holds(kind, profile)
			: false;
	})?.[0];
	if (called) return called;
	const repeated = profile.distinct < 0.8 * profile.filled;
	if (repeated || profile.filled < 5) return undefined;
	if (share(profile, /^(?:\+|00)\d[\d ()-]{7,16}$/) > 0.8) return 'phone';
	return naming.silent &&
		share(profile, /^\p{Lu}\p{Ll}+(?:\s+\p{Lu}\p{Ll}*\.?)?\s+\p{Lu}\p{Ll}+$/u) > 0.8
		? 'name'
		: undefined;
}

/** Whether the cells may be what the name says: a yes or no to having a phone is none. */
function holds(kind: PersonalKind, profile: ColumnProfile): boolean {
	const numeric = profile.numbers > profile.filled * 0.8;
	const several = profile.distinct > Math.min(3, profile.filled / 4);
	switch (kind) {
		case 'name':
			return !numeric && several && share(profile, personName) > 0.4;
		case 'phone':
			return (several && share(profile, phone) > 0.4) || (numeric && (profile.max ?? 0) >= 1e6);
		case 'identity-number':
			return several && profile.maxLength >= 5 && share(profile, /\d{4,}/) > 0.5;
		case 'email':
			return share(profile, /@/) > 0.2;
		case 'address':
			return !numeric && several && profile.maxLength > 5;
		case 'birth-date':
			return (
				Object.values(profile.dates).some((count) => count > profile.filled / 2) ||
				(numeric && (profile.min ?? 0) > 3000)
			);
		case 'coordinates':
			return numeric && profile.wholeNumbers < profile.numbers;
	}
}

function share(profile: ColumnProfile, pattern: RegExp): number {
	let all = 0;
	let fitting = 0;
	for (const { value, count } of profile.top) {
		all += count;
		if (value.length <= 200 && pattern.test(value)) fitting += count;
	}
	return all === 0 ? 0 : fitting / all;
}
