import { isSayable } from '#lib/answers/standing.ts';
import type { Answer, Estimate } from '#lib/vocabulary/estimate.ts';
import { enrolmentSectors as words } from '#lib/vocabulary/messages/enrolment-sectors.ts';
import { story as shared } from '#lib/vocabulary/messages/story.ts';
import { formatSaid } from '#lib/vocabulary/said.ts';
import { joinWords } from '#lib/vocabulary/words.ts';
import { sectorInSentence } from '../story/labels.ts';
import { figureAt } from '../story/story.ts';
import type { Enrolment } from './enrolment-subject.ts';
import type { TopFields } from './top-fields.ts';

/** Fields with the share of their graduates in work who are in each target sector. */
export interface Reached {
	readonly enrolment: Enrolment;
	readonly answer: Answer;
	readonly sectors: readonly string[];
	/** Fields, the largest share in any target sector first. */
	readonly fields: readonly string[];
}

/** The share of a field's graduates in work who are in a sector. */
export function shareOf(
	{ answer }: Pick<Reached, 'answer'>,
	field: string,
	sector: string
): Estimate {
	const found = answer.estimates.find(({ key, part }) => key.join() === field && part === sector);
	return found ?? figureAt({ ...answer, estimates: [] }, field);
}

/** Which fields stand out; of one field its shares. */
export function reachedTitle(reached: Reached, tops: TopFields): string {
	const { enrolment, fields, sectors } = reached;
	const { catalogue } = enrolment.teller;
	const [only, ...others] = fields;
	if (only !== undefined && others.length === 0) return titleOfOne(reached, only);
	if (tops.size === 0) return words.reachedFew;
	const clear = sectors.flatMap((sector) => {
		const field = tops.get(sector);
		return field === undefined ? [] : [{ sector: sectorInSentence(catalogue, sector), field }];
	});
	if (clear.length === 0) return words.reachedOpen(namedSectors(reached, [...tops.keys()]));
	const said = clear.map(({ sector, field }, i) =>
		(i === 0 ? words.reachedFirst : words.reachedNext)(sector, enrolment.named('field', field))
	);
	return said.join('; ');
}

function titleOfOne(reached: Reached, field: string): string {
	const { enrolment, sectors } = reached;
	const shares = sectors.flatMap((sector) => {
		const one = shareOf(reached, field, sector);
		const name = sectorInSentence(enrolment.teller.catalogue, sector);
		return isSayable(one) ? [words.reachedShare(formatSaid(one, 'share'), name)] : [];
	});
	return shares.length === 0
		? words.reachedFew
		: words.reachedOne(enrolment.named('field', field), joinWords(shares));
}

/** The sectors that no field stands out for, where one does for others. */
export function openNote(reached: Reached, tops: TopFields): string {
	const open = [...tops].filter(([, field]) => field === undefined).map(([sector]) => sector);
	if (open.length === 0 || open.length === tops.size) return '';
	return words.reachedUnclear(namedSectors(reached, open));
}

function namedSectors({ enrolment }: Reached, sectors: readonly string[]): string {
	return joinWords(
		sectors.map((code) => sectorInSentence(enrolment.teller.catalogue, code)),
		shared.or
	);
}
