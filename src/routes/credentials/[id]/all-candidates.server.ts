import { findCandidates, type Candidate } from '#lib/decisions/candidates.ts';
import { readAnswerBook, readCatalogue, readPlanning } from '../../generated.server.ts';
import { Teller } from '../../story/story.ts';
import { inOrder, type Placed } from '../sector-order.ts';

let found: Promise<readonly Candidate[]> | undefined;

/** The candidates of every sector, found once a build. */
export function allCandidates(): Promise<readonly Candidate[]> {
	return (found ??= find());
}

const orders = new Map<string, Promise<readonly Placed[]>>();

/** Those of a sector in order, over everybody asked; worked out once a build. */
export function orderOfSector(sector: string): Promise<readonly Placed[]> {
	const known = orders.get(sector) ?? order(sector);
	orders.set(sector, known);
	return known;
}

async function order(sector: string): Promise<readonly Placed[]> {
	const own = (await allCandidates()).filter((candidate) => candidate.sector === sector);
	const asker = new Teller({ catalogue: await readCatalogue(), book: await readAnswerBook() });
	return inOrder(own, { asker, where: {} });
}

async function find(): Promise<readonly Candidate[]> {
	const catalogue = await readCatalogue();
	const teller = new Teller({ catalogue, book: await readAnswerBook() });
	const planning = await readPlanning();
	const candidates: Candidate[] = [];
	for (const { code } of catalogue.codeLists.sector ?? []) {
		const inSector = await findCandidates(code, teller, planning);
		if ('code' in inSector) throw new Error(`${code}: ${inSector.code}`);
		candidates.push(...inSector.candidates);
	}
	return candidates;
}
