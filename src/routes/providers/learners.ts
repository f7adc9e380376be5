import { withheldLast, type ChartRow } from '#lib/charts/chart-row.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import { scaleOver } from '#lib/charts/scale.ts';
import type { Estimate } from '#lib/vocabulary/estimate.ts';
import { providers as words } from '#lib/vocabulary/messages/providers.ts';
import { providersBeside as beside } from '#lib/vocabulary/messages/providers-beside.ts';
import { describe, formatInText } from '#lib/vocabulary/numbers.ts';
import { joinWords } from '#lib/vocabulary/words.ts';
import { barriersFigure } from '../graduates/barriers.ts';
import { careKey, Graduates, isSaid } from '../graduates/graduates-subject.ts';
import { estimateTable } from '../story/estimate-table.ts';
import { absenceOf, drawn, figureAt } from '../story/story.ts';
import type { ProviderSubject } from './provider-subject.ts';

/** Graduates within reach who want a short course, and what stands in their way: never added to people short. */
export interface Learners {
	/** The district groups they live in, all that the figures depend on. */
	readonly groups: readonly string[];
	readonly figures: readonly FigureModel[];
	/** The finding of the first, for the note. */
	readonly finding: string;
	readonly source: string;
}

/** @param groups the district groups within reach */
export async function tellLearners(
	groups: readonly string[],
	subject: ProviderSubject
): Promise<Learners> {
	const { teller } = subject;
	const every = teller.catalogue.codeLists.district_group ?? [];
	const filters = groups.length < every.length ? { district_group: groups } : {};
	const graduates = await Graduates.open({ filters, choices: {} }, teller);
	const wants = await wantsFigure(graduates, groups, subject);
	const barriers = await barriersFigure(graduates);
	const where = beside.barriersWhere(joinWords(groups.map((group) => subject.group(group))));
	return {
		groups,
		figures: [wants, { ...barriers, what: `${barriers.what} ${where}` }],
		finding: wants.absence?.title ?? wants.finding,
		source: graduates.source
	};
}

interface Entry {
	readonly id: string;
	readonly name: string;
	readonly estimate: Estimate;
}

async function wantsFigure(
	graduates: Graduates,
	groups: readonly string[],
	subject: ProviderSubject
): Promise<FigureModel> {
	const all = await graduates.ask('wants-course');
	const byGroup = await graduates.ask('wants-course', ['district_group']);
	const entries: Entry[] = [
		{ id: 'all', name: beside.wantsAll, estimate: figureAt(all) },
		...groups.map((group) => ({
			...{ id: group, name: subject.group(group), estimate: figureAt(byGroup, group) }
		}))
	];
	const share = figureAt(all);
	const absence = absenceOf([all, byGroup]);
	return {
		id: 'wants-course',
		finding: isSaid(share) ? beside.wants(formatInText(share, 'share')) : beside.wantsFew,
		what: beside.wantsWhat(subject.definition('wants-course')),
		keyItems: careKey('comparison'),
		source: graduates.source,
		measure: 'share',
		scale: scaleOver(
			entries.map(({ estimate }) => estimate),
			'share'
		),
		plot: {
			kind: 'capsule',
			rows: withheldLast(entries.map(rowOf)),
			label: beside.wantsLabel,
			...{ readHead: beside.wantsRead, tight: true }
		},
		table: estimateTable(
			entries.map(({ id, name, estimate }) => ({ id, labels: [name], estimate, measure: 'share' })),
			{
				caption: beside.wantsCaption(graduates.wave),
				heads: [{ id: 'district_group', label: words.columns.group }],
				value: beside.wantsShare
			}
		),
		computed: subject.computed([all, byGroup]),
		...(absence ? { absence } : {})
	};
}

function rowOf({ id, name, estimate }: Entry): ChartRow {
	return {
		...{ id, name, n: estimate.n },
		marks: [{ role: 'comparison', figure: drawn(estimate) }],
		sentence: describe(name, [{ figure: estimate, measure: 'share' }], beside.graduates)
	};
}
