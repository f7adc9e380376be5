import { labelOf } from '#lib/contracts/catalogue.ts';
import type { PageServerLoad } from './$types';
import { allCandidates } from '../[id]/all-candidates.server.ts';
import { frameworkOf } from '../[id]/brief-stacking.ts';
import { readCatalogue } from '../../generated.server.ts';
import { candidateName } from '../../story/candidate-names.ts';
import { pageFilters } from '../../story/view-options.ts';
import { briefFilters } from './brief-view.ts';

export const load: PageServerLoad = async () => {
	const catalogue = await readCatalogue();
	const known = (await allCandidates()).map((one) => ({
		...{ id: one.id, sector: one.sector, name: candidateName(one) }
	}));
	return {
		known,
		sectors: (catalogue.codeLists.sector ?? []).map(({ code }) => ({
			code,
			label: labelOf(catalogue, 'sector', code)
		})),
		framework: frameworkOf(catalogue),
		filters: pageFilters(catalogue, briefFilters)
	};
};
