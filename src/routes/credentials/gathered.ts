import type { AnswerBook } from '#lib/answers/answer-book.ts';
import { breathing } from '#lib/answers/breath.ts';
import type { Computed } from '#lib/charts/figure-parts.ts';
import type { Where } from '#lib/decisions/asker.ts';
import { findCandidates, type SectorCandidates } from '#lib/decisions/candidates.ts';
import { gatherEvidence } from '#lib/decisions/evidence.ts';
import { measure, type Measured, type Weighed } from '#lib/decisions/measure.ts';
import type { Answer } from '#lib/vocabulary/estimate.ts';
import type { Problem } from '#lib/vocabulary/problem.ts';
import { formatView, type View } from '#lib/vocabulary/view.ts';
import type { Teller } from '../story/story.ts';
import type { Supply } from './conditions.ts';
import { placesOf } from './places.ts';

/** All that the filters of a View decide; weights and conditions only choose from it. */
export interface Gathered {
	readonly sectors: readonly SectorCandidates[];
	/** District groups with people short, by sector. */
	readonly places: ReadonlyMap<string, readonly string[]>;
	/** Candidates whose evidence may be ranked, measured. */
	readonly measured: Measured;
	/** Candidates whose evidence may not. */
	readonly unfit: readonly Weighed[];
	/** Why a sector has no candidates at all. */
	readonly problem?: Problem;
	readonly answers: readonly Answer[];
	/** The Questions behind it, printed once. */
	readonly computed: Computed;
}

/** How many sets of filters are kept: enough to go back and forth. */
const kept = 6;

const memory = new WeakMap<AnswerBook, Map<string, Promise<Gathered>>>();

/** The candidates of a View with evidence and replicates; asked anew only when its filters change. */
export async function gatherFor(view: View, teller: Teller, supply: Supply): Promise<Gathered> {
	const { book, engine, prefer = 'book', withhold } = teller.context;
	const entries = memory.get(book) ?? new Map<string, Promise<Gathered>>();
	memory.set(book, entries);
	// What DuckDB and the published tables say is never mixed, nor what may leave the device with what may not.
	const made = [prefer, engine ? 'engine' : '', withhold ? 'leaving' : ''];
	const key = [...made, formatView({ ...view, choices: {} })].join(' ');
	const known = entries.get(key);
	if (known) {
		const gathered = await known;
		teller.asked.push(...gathered.answers);
		return gathered;
	}
	const asked = gatherAnew(view, teller, supply);
	entries.set(key, asked);
	for (const old of [...entries.keys()].slice(0, -kept)) entries.delete(old);
	// A download that failed is tried again.
	asked.catch(() => entries.delete(key));
	return asked;
}

async function gatherAnew(view: View, teller: Teller, supply: Supply): Promise<Gathered> {
	const { sector: chosen, ...where } = view.filters;
	const targets = teller.catalogue.site.targetSectors.map(({ code }) => code);
	const wave: Where = where.wave ? { wave: where.wave } : {};
	const before = teller.asked.length;
	const breathe = breathing();
	const sectors: SectorCandidates[] = [];
	const places = new Map<string, readonly string[]>();
	const weighed: Weighed[] = [];
	let problem: Problem | undefined;
	for (const code of chosen ?? targets) {
		const found = await findCandidates(code, teller, { courses: supply.courses, wave });
		if ('code' in found) {
			problem ??= found;
			continue;
		}
		sectors.push(found);
		const known = where.wave || teller.own ? undefined : supply.places?.[code];
		places.set(code, known ?? (await placesOf(found, wave, teller)));
		for (const candidate of found.candidates) {
			weighed.push({ candidate, evidence: await gatherEvidence(candidate, where, teller) });
			await breathe();
		}
	}
	const answers = teller.asked.slice(before);
	const fit = weighed.filter(({ evidence }) => evidence.unfit === undefined);
	return {
		...{ sectors, places, measured: await measure(fit, teller) },
		unfit: weighed.filter(({ evidence }) => evidence.unfit !== undefined),
		...{ answers, computed: computedOnce(answers, teller) },
		...(problem ? { problem } : {})
	};
}

/** Candidates of a sector share Questions; each is printed once. */
function computedOnce(answers: readonly Answer[], teller: Teller): Computed {
	const { method, questions } = teller.computed(answers);
	return { method, questions: [...new Set(questions)] };
}
