import { ownContext } from '#lib/answers/own-context.ts';
import type { AskContext } from '#lib/answers/ask.ts';
import { openWavesBook, type WavePart } from '#lib/answers/own-waves-book.ts';
import { nameOwnWaves, wavesCatalogue, type OwnWave } from '#lib/contracts/own-waves.ts';
import { ownShelf } from '#lib/state/own-surveys/own-shelf.browser.ts';
import type { KeptSurvey, Shelf } from '#lib/state/own-surveys/shelf.ts';
import { ownSurveys as words } from '#lib/vocabulary/messages/own-surveys.ts';
import { Teller } from '../story/story.ts';
import { readPublication } from '../story/tell-here.browser.ts';

/** A Teller over a survey of this device. @throws RangeError when it is not kept here with its cells */
export async function ownTeller(id: string, publication: string): Promise<Teller> {
	const shelf = await ownShelf();
	const survey = (await shelf.list()).find((one) => one.id === id);
	if (!survey || !(await shelf.hasCells(survey))) throw new RangeError(`No survey ${id} here`);
	return new Teller(await contextOf(survey, shelf, publication));
}

/** Contexts by what they answer from: decoded cells stay, as long as the survey is kept. */
const contexts = new Map<string, { readonly id: string; readonly context: Promise<AskContext> }>();

function keyOf({ id, cells, comparableWith }: KeptSurvey): string {
	return [id, ...cells.shards.flatMap(({ files }) => files), ...comparableWith].join(' ');
}

function contextOf(survey: KeptSurvey, shelf: Shelf, publication: string): Promise<AskContext> {
	const key = keyOf(survey);
	const known = contexts.get(key)?.context;
	if (known) return known;
	const context = readPublication(publication).then(({ book, catalogue }) =>
		ownContext(survey, survey.cells.shards, {
			...{ site: catalogue, manifest: book.manifest },
			fetchBytes: (path) => shelf.bytes(path)
		})
	);
	contexts.set(key, { id: survey.id, context });
	context.catch(() => contexts.delete(key));
	return context;
}

/** What was deleted, here or in another tab, is not answered from memory either. */
export function forget(kept: readonly KeptSurvey[]): void {
	const keys = new Set(kept.map(keyOf));
	for (const key of contexts.keys()) if (!keys.has(key)) contexts.delete(key);
}

interface Wanted {
	readonly survey: KeptSurvey;
	/** All that is kept. */
	readonly kept: readonly KeptSurvey[];
	readonly shelf: Shelf;
	readonly publication: string;
}

/** What answers a page for a survey: the survey alone; on the page of waves all waves of its kind. */
export async function contextFor(
	route: string | null,
	{ survey, kept, shelf, publication }: Wanted
): Promise<AskContext> {
	const own = await contextOf(survey, shelf, publication);
	if (route !== '/graduates/waves') return own;
	const others: KeptSurvey[] = [];
	for (const one of kept) {
		const isOther = one.id !== survey.id && one.kind === survey.kind;
		if (isOther && (await shelf.hasCells(one))) others.push(one);
	}
	const key = [survey, ...others].map(keyOf).join(' | ');
	const known = waves.get(key);
	if (known) return known;
	const made = wavesContext(own, { survey, kept: others, shelf, publication });
	waves.clear();
	waves.set(key, made);
	made.catch(() => waves.delete(key));
	return made;
}

/** The last context of waves, by what it answers from. */
const waves = new Map<string, Promise<AskContext>>();

async function wavesContext(
	own: AskContext,
	{ survey, kept, shelf, publication }: Wanted
): Promise<AskContext> {
	const site = await readPublication(publication);
	const [chosen, ...others] = nameOwnWaves([survey, ...kept], words.wave);
	if (!chosen) return own;
	const [{ title: siteTitle = '' } = {}] = site.catalogue.surveys.filter(
		({ id }) => id === 'tracer'
	);
	const notice = words.besideSite(words.notice(survey), siteTitle, site.catalogue.site.notice);
	const catalogue = wavesCatalogue(site.catalogue, chosen, { others, notice });
	const parts: WavePart[] = catalogue.surveys
		.toSorted((a, b) => (a.wave < b.wave ? -1 : 1))
		.flatMap(({ wave }): WavePart[] => {
			const mine = [chosen, ...others].find((one) => one.wave === wave);
			if (mine) return [ownPart(mine, { kept: [survey, ...kept], shelf, publication })];
			const entry = site.book.manifest.shards.find(
				({ table, slice }) => table === 'tracer' && slice === wave
			);
			return entry ? [{ id: wave, wave, held: entry, open: () => site.book.open(entry) }] : [];
		});
	return { ...own, catalogue, book: openWavesBook(parts, site.book) };
}

function ownPart(
	{ own, wave }: OwnWave,
	{ kept, shelf, publication }: Omit<Wanted, 'survey'>
): WavePart {
	const survey = kept.find(({ id }) => id === own.id);
	const [shard] = survey?.cells.shards.filter(({ table }) => table === 'tracer') ?? [];
	if (!survey || !shard) throw new RangeError(`No cells of ${own.id}`);
	return {
		...{ id: own.id, wave, held: shard },
		open: async () => (await contextOf(survey, shelf, publication)).book.open(shard)
	};
}
