import { findCandidates, type Candidate } from '#lib/decisions/candidates.ts';
import { readAnswerBook, readCatalogue, readPlanning } from '../../generated.server.ts';
import { Teller } from '../../story/story.ts';

let found: Promise<readonly Candidate[]> | undefined;

/** The candidates of every sector, found once a build. */
export function allCandidates(): Promise<readonly Candidate[]> {
	return (found ??= find());
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
