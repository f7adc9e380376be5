import { briefItems, type Brief, type BriefItem } from './brief-record.ts';
import type { BriefChange } from './brief-upgrade.ts';
import { withNotice, type Voucher } from './brief-vouch.ts';

/** Words that are the site's and stand under its name: nobody writes them but the edition. */
const siteWords = ['sector', 'occupations', 'places', 'coverage'] as const;

export interface SiteWorded {
	readonly brief: Brief;
	/** What stood in their place, for the person to read. */
	readonly changes: readonly BriefChange[];
}

/**
 * A brief from elsewhere with the words that are the site's: of the edition of this site those around the evidence, the
 * levels that the occupations allow, and names of skills in other vocabularies; of others only the notice, since nothing
 * here can tell. All else is the author's.
 */
export function withSiteWords(brief: Brief, voucher: Voucher): SiteWorded {
	const noticed = withNotice(brief, voucher);
	const { draft, edition } = voucher;
	const made = draft && brief.edition === edition ? worded(noticed, draft) : noticed;
	const changes = [
		...[...siteWords, 'notice' as const].flatMap((name) =>
			changeOf(`evidence.${name}`, brief.evidence[name], made.evidence[name])
		),
		...(['low', 'high'] as const).flatMap((end) =>
			changeOf(`level.${end}`, brief.level[end], made.level[end])
		),
		...brief.skills.flatMap(({ uri }, i) =>
			changeOf(`skills.${i}.uri`, uri, made.skills[i]?.uri ?? '')
		)
	];
	return { brief: made, changes };
}

function worded(brief: Brief, draft: Brief): Brief {
	const own = Object.fromEntries(siteWords.map((name) => [name, draft.evidence[name]]));
	const { low, high } = draft.level;
	return withSkillNames(
		{
			...brief,
			evidence: { ...brief.evidence, ...own },
			level: { ...brief.level, low, high }
		},
		draft
	);
}

/** Skills under the names of the draft have its code and address; others none: they are skills of the author. */
export function withSkillNames(brief: Brief, draft: Brief): Brief {
	const skills = brief.skills.map((skill) => {
		const drafted = draft.skills.find(({ label }) => label === skill.label.trim());
		return { ...skill, id: drafted?.id ?? '', uri: drafted?.uri ?? '' };
	});
	return { ...brief, skills };
}

function changeOf(path: string, was: unknown, now: unknown): BriefChange[] {
	const [before, after] = [was, now].map((value) => JSON.stringify(value));
	const item = briefItems.find((one) => path.startsWith(`${one}.`));
	return before === after ? [] : [{ item, path, kind: 'site', was: before ?? '' }];
}

/** Items that are no longer as drafted: they stand in the words of the author. */
export function authoredItems(brief: Brief, draft: Brief): BriefItem[] {
	return briefItems.filter((item) => JSON.stringify(brief[item]) !== JSON.stringify(draft[item]));
}
