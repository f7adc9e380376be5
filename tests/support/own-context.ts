import type { Manifest } from '#lib/answers/answer-book.ts';
import type { AskContext } from '#lib/answers/ask.ts';
import { makeOwnBook } from '#lib/answers/own-book.ts';
import { ownContext } from '#lib/answers/own-context.ts';
import { ownCatalogue } from '#lib/contracts/own-catalogue.ts';
import { readCatalogue, readGenerated } from './catalogue.ts';
import { openOwnTables, ownSurveyOf } from './own-survey.ts';

/** What answers for a survey of its own that is made of one of the demonstration, changed by SQL. */
export async function ownContextOf(
	kind: 'tracer' | 'audit',
	tables: readonly ('tracer' | 'audit_skill' | 'audit_establishment')[],
	changes: readonly string[]
): Promise<AskContext> {
	const site = await readCatalogue();
	const warehouse = await openOwnTables(kind, changes);
	try {
		const own = await ownSurveyOf(warehouse, kind, tables, site);
		const made = await makeOwnBook(warehouse, tables, { catalogue: ownCatalogue(site, own, '') });
		const manifest = await readGenerated<Manifest>('manifest.json');
		return await ownContext(own, made.shards, {
			...{ site, manifest },
			fetchBytes: async (file) => made.files.get(file) ?? new Uint8Array()
		});
	} finally {
		await warehouse.close();
	}
}
