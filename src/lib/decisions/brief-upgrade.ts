import {
	briefItems,
	briefShape,
	briefVersion,
	idForm,
	type Brief,
	type BriefItem
} from './brief-record.ts';
import { decisionProblem, type DecisionProblem } from './decision-problem.ts';
import type { Change } from './shape.ts';

/**
 * What opening it changed, item by item; `edition`: the data are of another edition than the brief's figures; `site`:
 * the words are those of the site, whatever the file says.
 */
export interface BriefChange {
	readonly item: BriefItem | undefined;
	readonly path: string;
	readonly kind: Change['kind'] | 'edition' | 'site';
	/** What stood there. */
	readonly was: string;
}

export interface OpenedBrief {
	readonly brief: Brief;
	readonly changes: readonly BriefChange[];
}

/** The edition has a sentence of its own; whose words the items are is found out anew. */
const silent = ['version', 'edition', 'authored'];

/**
 * A brief that was saved or sent, by this or an older version: what it has is kept, what it lacks is blank, what is no
 * longer a field stands among the changes.
 * @param saved parsed JSON of any origin
 * @param edition of the data on this site
 * @returns a problem when it is no brief, or one of a later version
 */
export function upgradeBrief(saved: unknown, edition: string): OpenedBrief | DecisionProblem {
	if (typeof saved !== 'object' || saved === null) return decisionProblem('not-a-brief');
	// What it is called is where the device keeps it: without that nobody would find it again.
	const named = 'id' in saved && typeof saved.id === 'string' && idForm.test(saved.id);
	if (!named) return decisionProblem('not-a-brief');
	const items = briefItems.filter((item) => item in saved);
	if (items.length === 0) return decisionProblem('not-a-brief');
	const found = 'version' in saved && typeof saved.version === 'number' ? saved.version : 0;
	if (found > briefVersion) {
		return decisionProblem('newer-brief', { version: found, known: briefVersion });
	}
	const changes: Change[] = [];
	const brief = briefShape.read(saved, '', changes);
	const told = changes.filter(({ path }) => !silent.includes(path));
	return {
		brief: { ...brief, version: briefVersion },
		changes: [
			...(brief.edition === edition
				? []
				: [{ item: undefined, path: 'edition', kind: 'edition' as const, was: brief.edition }]),
			...told.map((change) => ({ ...change, item: itemOf(change.path) }))
		]
	};
}

function itemOf(path: string): BriefItem | undefined {
	const [first] = path.split('.');
	return briefItems.find((item) => item === first);
}
