import type { PersonalWords } from '#lib/contracts/import-contracts.ts';
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
const foreignPhone = /^(?:\+|00)\d[\d ()-]{7,16}$/;
const point = /^-?\d{1,3}\.\d{3,}[ ,;]+-?\d{1,3}\.\d{3,}(?:[ ,;]+-?\d+(?:\.\d+)?){0,2}$/;
const namePart = "\\p{Lu}[\\p{L}'’.-]*";
const personName = new RegExp(`^${namePart}(?:,?\\s+${namePart}){0,3}$`, 'u');
const fullName = new RegExp(`^${namePart}(?:,?\\s+${namePart}){1,3}$`, 'u');
const nameWord =
	/^(?:name|surname|lebitso|fane|forename|initial|nama|nom|prenom|nome|nombre|apellido)$/;
const surname =
	/^(?:surname|forename|lebitso|fane|prenom|nom|apellido|sobrenome|firstname|lastname)$/;
const phoneWord = /^(?:phone|telephone|tel|cell|cellphone|mobile|whatsapp|mohala|msisdn)$/;

function personalKind({ profile, naming }: Named, tools: Tools): PersonalKind | undefined {
	if (profile.filled === 0) return undefined;
	if (share(profile, email) > 0.5) return 'email';
	if (share(profile, point) > 0.5) return 'coordinates';
	if (naming.all.some((word) => phoneWord.test(word)) && isPhone(profile)) return 'phone';
	const kinds = Object.entries(tools.contracts.words.personal) as [PersonalKind, PersonalWords][];
	const called = kinds.find(([kind, { names, not = [] }]) => {
		const { score } = tools.namer.evidence(naming, { holds: 'text', names, not });
		return (
			score >= 0.69 &&
			holds(kind, profile, {
				said: naming.all.some((word) => nameWord.test(word)),
				ofPeople: naming.all.some((word) => surname.test(word))
			})
		);
	});
	if (called) return called[0];
	if (profile.distinct < 0.8 * profile.filled || profile.filled < 5) return undefined;
	if (share(profile, foreignPhone) > 0.8) return 'phone';
	return naming.silent && share(profile, fullName) > 0.8 ? 'name' : undefined;
}

/**
 * Whether the cells may be what the name says: a yes or no to having a phone is none.
 * @param said whether the heading says "name", so that few and short ones count too; and of people alone: "surname"
 */
function holds(
	kind: PersonalKind,
	profile: ColumnProfile,
	{ said, ofPeople }: { readonly said: boolean; readonly ofPeople: boolean }
): boolean {
	const numeric = profile.numbers > profile.filled * 0.8;
	const several = profile.distinct > Math.min(3, profile.filled / 4);
	switch (kind) {
		case 'name':
			if (said && profile.distinct > 1 && share(profile, fullName) > 0.8) return true;
			if (ofPeople && profile.distinct > 1 && share(profile, personName) > 0.9) return true;
			return !numeric && several && (said ? share(profile, personName) > 0.4 : areNames(profile));
		case 'phone':
			return several && isPhone(profile);
		case 'identity-number':
			return several && profile.maxLength >= 5 && share(profile, /\d{4,}/) > 0.5;
		case 'email':
			return share(profile, /@/) > 0.2;
		case 'address':
			return !numeric && several && profile.maxLength > 5;
		case 'birth-date':
			return isDate(profile) || (numeric && (profile.min ?? 0) > 3000);
		case 'coordinates':
			return numeric && profile.wholeNumbers < profile.numbers;
	}
}

/** First and last names, most of them different, or surnames. */
function areNames(profile: ColumnProfile): boolean {
	const different = profile.distinct >= 0.5 * profile.filled;
	return different && share(profile, fullName) > 0.6;
}

function isPhone(profile: ColumnProfile): boolean {
	const numeric = profile.numbers > profile.filled * 0.8;
	return share(profile, phone) > 0.4 || (numeric && (profile.max ?? 0) >= 1e6);
}

function isDate({ dates, filled }: ColumnProfile): boolean {
	return Object.values(dates).some((count) => count > filled / 2);
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
