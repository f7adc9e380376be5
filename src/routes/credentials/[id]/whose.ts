import { briefItems, type BriefItem } from '#lib/decisions/brief-record.ts';
import { formatDate } from '#lib/vocabulary/dates.ts';
import { briefPage as words } from '#lib/vocabulary/messages/brief-page.ts';
import { joinWords } from '#lib/vocabulary/words.ts';
import { numberOf } from './progress.ts';

/** Which items are in the author's words, and which as an edition of the site drafts them. */
export function whoseSentence(authored: readonly BriefItem[], edition: string): string {
	if (authored.length === 0) return words.whose.site(edition);
	const others = briefItems.filter((item) => item !== 'evidence' && !authored.includes(item));
	if (others.length === 0) return words.whose.author;
	const numbers = authored.map((item) => String(numberOf(item)));
	return words.whose.some(joinWords(numbers), numbers.length > 1, edition);
}

/** The edition of a brief, with its date where it is that of this site. */
export function editionSaid(
	edition: string,
	site: { readonly edition: string; readonly editionDate: string }
): string {
	return edition === site.edition
		? words.edition(edition, formatDate(site.editionDate))
		: words.otherEdition(edition);
}
