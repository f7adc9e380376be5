import type { Catalogue } from '#lib/contracts/catalogue.ts';
import { ownCatalogue } from '#lib/contracts/own-catalogue.ts';
import type { OwnSurvey } from '#lib/contracts/own-survey.ts';
import { dimensions } from '#lib/indicators/dimensions.ts';
import { ownSurveys as words } from '#lib/vocabulary/messages/own-surveys.ts';
import { problem, type Problem } from '#lib/vocabulary/problem.ts';
import { baseOf, type FetchBytes, type Manifest } from './answer-book.ts';
import type { AskContext } from './ask.ts';
import { openOwnBook } from './own-answer-book.ts';
import type { OwnShard } from './own-book.ts';
import type { Plan } from './plan.ts';

/** What answers Questions from an own survey: its book, and the catalogue with its codes and its notice. */
export function ownContext(
	own: OwnSurvey,
	shards: readonly OwnShard[],
	{
		site,
		manifest,
		fetchBytes
	}: { readonly site: Catalogue; readonly manifest: Manifest; readonly fetchBytes: FetchBytes }
): AskContext {
	return {
		catalogue: ownCatalogue(site, own, words.notice(own)),
		book: openOwnBook(manifest, shards, fetchBytes),
		own: { id: own.id, absent: (plan) => whyAbsent(plan, own, shards) }
	};
}

/** The first thing in a plan that nobody in the survey was asked. */
function whyAbsent(
	{ indicator, columns, question }: Plan,
	{ title }: OwnSurvey,
	shards: readonly OwnShard[]
): Problem {
	const held = shards.filter(({ table }) => table === indicator.table);
	const answered = held.some(({ indicators }) => indicators.includes(indicator.id));
	const lacking = [...columns, ...Object.keys(question.where)].find(
		(id) => !held.some((shard) => shard.dimensions.includes(baseOf(id)))
	);
	const label = answered ? (dimensions[lacking ?? '']?.label ?? indicator.label) : indicator.label;
	return problem('not-asked', { survey: title, what: label });
}
