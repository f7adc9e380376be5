import type { Catalogue } from '#lib/contracts/catalogue.ts';
import { firmness as words } from '#lib/vocabulary/messages/credentials-firm.ts';
import { formatCount } from '#lib/vocabulary/numbers.ts';
import { capitalised } from '#lib/vocabulary/words.ts';
import { candidateName } from '../story/candidate-names.ts';
import { sectorInSentence } from '../story/labels.ts';
import type { Supply } from './conditions.ts';
import type { Gathered } from './gathered.ts';
import type { Failed, Order } from './order.ts';

/** Who is not in the order, and why. */
export interface LeftOut {
	readonly title: string;
	readonly candidates: readonly string[];
	/** By sector: skills that no course is aimed at. */
	readonly skills: readonly { readonly title: string; readonly lines: readonly string[] }[];
	/** Whether the jobs are likely to last. */
	readonly demand: readonly string[];
}

export function leftOutOf(
	order: Order,
	gathered: Gathered,
	{ catalogue, supply }: { readonly catalogue: Catalogue; readonly supply: Supply }
): LeftOut {
	const demand = supply.demand ?? catalogue.site.demandRisk;
	const candidates = [
		...order.failed,
		...gathered.unfit.map((one): Failed => ({ ...one, conditions: [] }))
	];
	const nameOf = (code: string) => sectorInSentence(catalogue, code);
	return {
		title: words.outTitle(candidates.length),
		candidates: candidates.map((one) =>
			words.out(
				candidateName(one.candidate),
				nameOf(one.candidate.sector),
				reasonsOf(one).join('; ')
			)
		),
		skills: gathered.sectors.map(({ sector, needs }) => ({
			title: words.skillsTitle(nameOf(sector)),
			lines: needs.skills.flatMap(({ skill, eligibility }) =>
				eligibility === 'eligible' ? [] : [`${skill.label}: ${words.skillReasons[eligibility]}`]
			)
		})),
		demand: gathered.sectors.flatMap(({ sector }) => {
			const known = demand[sector];
			return known
				? [
						words.demand(
							capitalised(nameOf(sector)),
							known.risk,
							words.withSource(known.text, known.source)
						)
					]
				: [];
		})
	};
}

function reasonsOf({ candidate, evidence, conditions }: Failed): string[] {
	const failed = conditions.map((id) =>
		id === 'hours' ? words.reasons.hours(formatCount(candidate.hours)) : words.reasons[id]
	);
	return failed.length > 0 ? failed : [words.reasons[evidence.unfit ?? 'unreliable']];
}
