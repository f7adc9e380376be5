import { worse } from '#lib/charts/chart-row.ts';
import type { Catalogue } from '#lib/contracts/catalogue.ts';
import type { Where } from '#lib/decisions/asker.ts';
import type { BriefRanks } from '#lib/decisions/brief-record.ts';
import type { Candidate } from '#lib/decisions/candidates.ts';
import { criteria, defaultWeights } from '#lib/decisions/criteria.ts';
import { drawSettings } from '#lib/decisions/draw-weights.ts';
import { bootstrapSettings } from '#lib/survey/bootstrap.ts';
import { briefPageDraft as words } from '#lib/vocabulary/messages/brief-page-draft.ts';
import { weighing } from '#lib/vocabulary/messages/credentials.ts';
import { formatCount } from '#lib/vocabulary/numbers.ts';
import { inSentence, joinWords } from '#lib/vocabulary/words.ts';
import { whom } from '../../story/labels.ts';
import type { Placed } from '../sector-order.ts';
import { orderLink } from './brief-links.ts';
import { surveyOf } from './brief-survey.ts';

/**
 * The ranks of a candidate among those of its sector; none where it is not in order, or alone.
 * @param order the candidates of its sector that may be ranked, under the same View
 */
export function ranksOf(
	{ id, sector }: Candidate,
	order: readonly Placed[],
	{ catalogue, where }: { readonly catalogue: Catalogue; readonly where: Where }
): BriefRanks[] {
	const own = order.find(({ candidate }) => candidate.id === id);
	if (!own || own.of < 2) return [];
	const { draws, evidence, of } = own;
	const { need, reach } = evidence;
	const survey = surveyOf(catalogue, where);
	const kept = Object.keys(where).length > 0;
	return [
		{
			whom: kept ? whom({ filters: where, choices: {} }, catalogue) : '',
			...{ of, low: draws.low, high: draws.high, inTop: draws.inTop },
			...{ n: reach.n, quality: worse(need.quality, reach.quality), method: methodOf(own) },
			...{ source: survey?.title ?? '', year: survey?.wave ?? '' },
			...{ synthetic: survey?.synthetic ?? false, link: orderLink(sector, where) }
		}
	];
}

/** What the ranks were drawn with. */
function methodOf({ used }: Placed): string {
	const name = (id: keyof typeof weighing.criteria) => inSentence(weighing.criteria[id].label);
	const [counted, left] = [true, false].map((is) =>
		criteria.map(({ id }) => id).filter((id) => used.includes(id) === is)
	);
	return words.ranks({
		weights: joinWords((counted ?? []).map((id) => `${name(id)} ${defaultWeights[id]}`)),
		left: joinWords((left ?? []).map(name)),
		draws: formatCount(drawSettings.draws),
		replicates: formatCount(bootstrapSettings.replicates)
	});
}
