import { isSayable } from '#lib/answers/standing.ts';
import type { ChartRow } from '#lib/charts/chart-row.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import { labelOf } from '#lib/contracts/catalogue.ts';
import type { Estimate } from '#lib/vocabulary/estimate.ts';
import { qualityWords } from '#lib/vocabulary/messages/charts.ts';
import { scaleOver } from '#lib/charts/scale.ts';
import { credentials as words } from '#lib/vocabulary/messages/credentials.ts';
import { story as shared } from '#lib/vocabulary/messages/story.ts';
import { describe, formatCount, formatInText, formatRanks } from '#lib/vocabulary/numbers.ts';
import type { View } from '#lib/vocabulary/view.ts';
import { inSentence, joinWords } from '#lib/vocabulary/words.ts';
import { roleOfSector, sectorInSentence, whom } from '../story/labels.ts';
import { absenceOf, definitionOf, drawn, type Teller } from '../story/story.ts';
import { candidateTable } from './candidate-table.ts';
import { sectorCandidates, type Candidate, type SectorCandidates } from './sector-candidates.ts';

/** The page of skills that courses are aimed at, as plain data. */
export interface CredentialsStory {
	readonly title: string;
	readonly lead: string;
	readonly shown: string;
	readonly sectors: readonly SectorPart[];
}

export interface SectorPart {
	readonly sector: string;
	readonly figure: FigureModel;
	/** Skills that are not put forward, with the reason. */
	readonly others: readonly { readonly name: string; readonly reason: string }[];
}

/** How many skills a sector's chart shows; its table has all. */
const shownSkills = 10;

export const credentialsFilters = [
	'sector',
	'sex',
	'residence',
	'wave',
	'occupation',
	'age',
	'isced_level'
];

export async function tellCredentials(view: View, teller: Teller): Promise<CredentialsStory> {
	const { catalogue } = teller;
	const found: SectorCandidates[] = [];
	const targets = catalogue.site.targetSectors.map(({ code }) => code);
	for (const code of view.filters.sector ?? targets) {
		found.push(await sectorCandidates(code, view, teller));
	}
	const names = found.map(({ sector }) => sectorInSentence(catalogue, sector));
	const count = found.reduce((sum, { eligible }) => sum + eligible.length, 0);
	const where = `${joinWords(names)}, ${view.filters.wave?.join() ?? catalogue.site.default.wave}`;
	return {
		title: title(found, teller),
		lead: words.lead(formatCount(count), joinWords(names), count),
		shown: shared.showing(
			whom(withoutSector(view), catalogue),
			words.skillCount(formatCount(count), count),
			words.inSectors(where)
		),
		sectors: found.map((one) => sectorPart(one, view, teller))
	};
}

function title(found: readonly SectorCandidates[], { catalogue }: Teller): string {
	if (found.every(({ eligible }) => eligible.length === 0)) return words.titleNone;
	const [first, ...others] = found;
	if (first && others.length === 0) {
		const count = first.eligible.length;
		return words.titleOne(labelOf(catalogue, 'sector', first.sector), count, formatCount(count));
	}
	const common = first?.top.find((id) => others.every(({ top }) => top.includes(id)));
	const skill = catalogue.skills.find(({ id }) => id === common);
	if (skill) return words.titleCommon(skill.label);
	const clear = found.flatMap(({ sector, top, eligible }) => {
		const only =
			top.length === 1 && eligible.length > 1
				? eligible.find((one) => one.skill.id === top[0])
				: undefined;
		const name = sectorInSentence(catalogue, sector);
		return only ? [words.firstOf(name, inSentence(only.skill.label))] : [];
	});
	return clear.length > 0 ? words.titleFirst(joinWords(clear)) : words.titleOpen;
}

function sectorPart(found: SectorCandidates, view: View, teller: Teller): SectorPart {
	const { sector, eligible, answers } = found;
	const { catalogue } = teller;
	const name = sectorInSentence(catalogue, sector);
	const wave = view.filters.wave?.join() ?? catalogue.site.default.wave;
	const survey = catalogue.surveys.find(({ id }) => id === 'audit');
	const shown = eligible.slice(0, shownSkills);
	const absence =
		absenceOf(answers) ??
		(eligible.length === 0
			? {
					title: words.sectorNone(name),
					sentence: words.noneHelp,
					engineHelps: false
				}
			: undefined);
	return {
		sector,
		figure: {
			id: sector,
			finding: finding(found, name),
			what: `${words.what(definitionOf('people-short'), shown.length, eligible.length)} ${words.counted(inSentence(survey?.coverage ?? ''))}`,
			keyItems: [{ text: words.keyShort, form: 'capsule', role: roleOfSector(catalogue, sector) }],
			source: shared.source(survey?.title ?? '', wave, catalogue.site.notice),
			measure: 'count',
			scale: scaleOver(
				eligible.map(({ people }) => people),
				'count'
			),
			plot: {
				kind: 'capsule',
				rows: shown.map((one) =>
					candidateRow(one, eligible.length, roleOfSector(catalogue, sector))
				),
				label: words.label,
				readHead: words.read
			},
			table: candidateTable(eligible, words.caption(name, wave)),
			computed: teller.computed(answers),
			...(absence ? { absence } : {})
		},
		others: found.others.flatMap((one) =>
			one.eligibility === 'eligible'
				? []
				: [{ name: one.skill.label, reason: words.reasons[one.eligibility] }]
		)
	};
}

function finding({ top, eligible }: SectorCandidates, name: string): string {
	if (eligible.length === 0) return words.sectorNone(name);
	const skills = top.map((id) => {
		const found = eligible.find(({ skill }) => skill.id === id);
		return inSentence(found?.skill.label ?? id);
	});
	if (eligible.length === 1) return words.sectorOnly(skills.join(), name);
	if (skills.length === 1) return words.sectorTop(skills.join(), name);
	const [first = '', ...others] = skills;
	return skills.length <= 4
		? words.sectorSeveral(first, joinWords(others.map((skill) => `“${skill}”`)), name)
		: words.sectorOpen(skills.length, name);
}

/** A share with its interval, and its word of care. */
function shareWords(share: Estimate): [string, string] {
	return [formatInText(share, 'share'), qualityWords[share.quality]];
}

/** The sectors are named in the sentence already. */
function withoutSector({ filters, choices }: View): View {
	const others = Object.entries(filters).filter(([id]) => id !== 'sector');
	return { filters: Object.fromEntries(others), choices };
}

function candidateRow(
	{ skill, people, women, rural, step, ranks }: Candidate,
	of: number,
	role: ChartRow['marks'][number]['role']
): ChartRow {
	const said = [
		words.step(`${step.from}`, `${step.to}`),
		words.hours(formatCount(step.hours)),
		...(women ? [isSayable(women) ? words.women(...shareWords(women)) : words.womenFew] : []),
		...(rural ? [isSayable(rural) ? words.rural(...shareWords(rural)) : words.ruralFew] : []),
		...(ranks ? [words.rank(formatRanks(ranks.best, ranks.worst), of)] : [])
	];
	return {
		id: skill.id,
		name: skill.label,
		n: people.n,
		under: said,
		marks: [{ role, figure: drawn(people) }],
		sentence: `${describe(skill.label, [{ figure: people, measure: 'count' }], words.people)}; ${said.join(', ')}`
	};
}
