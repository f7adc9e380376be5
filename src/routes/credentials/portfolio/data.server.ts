import { draftSettings } from '#lib/decisions/brief.ts';
import { readManifest, readPlanning } from '../../generated.server.ts';

/** What the page needs for plans: assumptions, and where the solver lies. */
export async function portfolioData() {
	const { costs } = await readPlanning();
	const { solver } = await readManifest();
	return { costs, solver, hours: draftSettings.hours };
}
