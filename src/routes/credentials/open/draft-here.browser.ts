import { preloadData } from '$app/navigation';
import { resolve } from '$app/paths';
import type { Brief } from '#lib/decisions/brief-record.ts';
import { findCandidates } from '#lib/decisions/candidates.ts';
import { briefOpen as words } from '#lib/vocabulary/messages/brief-open.ts';
import { problems } from '#lib/vocabulary/messages/problems.ts';
import type { View } from '#lib/vocabulary/view.ts';
import type { PageData } from '../[id]/$types';
import { briefUnder } from '../[id]/brief-for.ts';
import { whom } from '../../story/labels.ts';
import { inOrder } from '../sector-order.ts';
import { tellerHere } from '../../story/tell-here.browser.ts';
import type { Known } from './nearest.ts';

interface Place {
	readonly view: View;
	/** Path of what the site has published. */
	readonly publication: string;
}

/** A brief on the evidence of those whom the View keeps; or why there is none. */
export type DraftedHere =
	{ readonly brief: Brief; readonly whom: string } | { readonly unfit: string };

/** @throws Error when the published tables or the brief for everybody do not arrive */
export async function draftHere(
	{ id, sector }: Known,
	{ view, publication }: Place
): Promise<DraftedHere> {
	const [asker, loaded] = await Promise.all([
		tellerHere(publication),
		preloadData(resolve('/credentials/[id]', { id }))
	]);
	if (loaded.type !== 'loaded' || loaded.status !== 200) throw new Error(`No brief of ${id}`);
	const { draft, coverage } = loaded.data as PageData;
	const whole = { brief: draft, coverage };
	// Its overlaps stand in the brief already.
	const found = await findCandidates(sector, asker, { courses: [] });
	if ('code' in found) return { unfit: words.unfit['not-available'](problems.sentence(found)) };
	const candidate = found.candidates.find((one) => one.id === id);
	if (!candidate) throw new Error(`${id} is not among the candidates of these tables`);
	const where = view.filters;
	const order = await inOrder(found.candidates, { asker, where });
	const { brief, evidence } = await briefUnder(whole, candidate, { asker, where, order });
	if (evidence.problem) {
		return { unfit: words.unfit['not-available'](problems.sentence(evidence.problem)) };
	}
	const people = whom(view, asker.catalogue);
	return evidence.unfit ? { unfit: words.unfit.unreliable(people) } : { brief, whom: people };
}
