import type { Provider } from '#lib/contracts/planning.ts';
import type { View } from '#lib/vocabulary/view.ts';

/** What a provider teaches, where and how, as choices of the page. */
export function startView({ id, fields, sectors, modes, districtGroup, lqf }: Provider): View {
	return {
		filters: { field: fields, sector: sectors, mode: modes },
		choices: {
			...{ start: id, at: districtGroup },
			...{ lqf_from: `${lqf.from}`, lqf_to: `${lqf.to}` }
		}
	};
}
