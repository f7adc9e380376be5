import { isSayable } from '#lib/answers/standing.ts';
import type { ChartRow } from '#lib/charts/chart-row.ts';
import type { ChartTable, TableCell } from '#lib/charts/chart-table.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import { scaleOver } from '#lib/charts/scale.ts';
import type { Estimate } from '#lib/vocabulary/estimate.ts';
import { nullWords, qualityWords } from '#lib/vocabulary/messages/charts.ts';
import { providers as words } from '#lib/vocabulary/messages/providers.ts';
import { describe, formatCount, formatFigure, formatInText } from '#lib/vocabulary/numbers.ts';
import { joinWords } from '#lib/vocabulary/words.ts';
import { careCells, careColumns, row } from '../story/estimate-table.ts';
import { roleOfSector, skillInSentence } from '../story/labels.ts';
import { absenceOf, drawn } from '../story/story.ts';
import { weeksOf } from './fit.ts';
import { levelText, type ProviderSubject } from './provider-subject.ts';
import { isAsked, type SectorNeed, type SkillWithin } from './sector-need.ts';

/** How many skills the chart of a sector shows; its table has all. */
const shownSkills = 10;

/** The skills of a sector that fit, by people short within reach. */
export async function needFigure(need: SectorNeed, subject: ProviderSubject): Promise<FigureModel> {
	const { sector, skills, answers } = need;
	const said = skills.filter(({ people }) => isSayable(people));
	const shown = said.slice(0, shownSkills);
	const failed = answers.some(({ problem }) => problem);
	const absence = failed ? absenceOf(answers) : whyNone(need, subject);
	const name = subject.sector(sector);
	const what = words.what(subject.definition('people-short'), shown.length, skills.length);
	return {
		id: `need-${sector}`,
		finding: await finding(need, subject),
		what,
		keyItems: [{ text: words.key, form: 'capsule', role: roleOfSector(subject.catalogue, sector) }],
		source: `${subject.source} ${subject.counted}`,
		measure: 'count',
		scale: scaleOver(
			shown.map(({ people }) => people),
			'count'
		),
		plot: {
			kind: 'capsule',
			rows: shown.map((one) => skillRow(one, sector, subject)),
			label: words.rowsLabel,
			readHead: words.read
		},
		table: needTable(need, subject, words.caption(name, subject.place)),
		computed: subject.computed(answers),
		...(absence ? { absence } : {})
	};
}

function whyNone(need: SectorNeed, subject: ProviderSubject): FigureModel['absence'] {
	const name = subject.sector(need.sector);
	if (need.skills.some(({ people }) => isSayable(people))) return undefined;
	const asked = isAsked(need);
	return {
		title: asked ? words.few(name) : words.nobody(name),
		sentence: (asked ? words.fewNear : words.nobodyNear)(name, subject.place),
		engineHelps: false
	};
}

async function finding(need: SectorNeed, subject: ProviderSubject): Promise<string> {
	const { teller } = subject;
	const name = subject.sector(need.sector);
	const said = need.skills.filter(({ people }) => isSayable(people));
	const [first] = said;
	if (!first) return words.few(name);
	const skillName = (id: string) => skillInSentence(teller.catalogue, id);
	if (said.length === 1) {
		return words.only(skillName(first.fit.skill.id), formatInText(first.people, 'count'), name);
	}
	if (!need.ranking) return words.apart(said.length, name);
	const ids = said.map(({ fit }) => fit.skill.id);
	const { top } = await teller.standing(need.ranking, ids);
	const [best = '', ...others] = top.map((key) => skillName(key.join()));
	if (others.length === 0) return words.top(best, name);
	return top.length <= 4
		? words.several(best, joinWords(others.map((other) => `“${other}”`)), name)
		: words.open(top.length - 1, name);
}

function skillRow(
	{ fit, people }: SkillWithin,
	sector: string,
	{ catalogue, choice }: ProviderSubject
): ChartRow {
	const under = [
		words.step(fit.from, fit.to),
		words.weeks(formatCount(fit.hours), weeksOf(fit.hours, choice.weekly))
	];
	const said = describe(fit.skill.label, [{ figure: people, measure: 'count' }], words.people);
	return {
		...{ id: fit.skill.id, name: fit.skill.label, n: people.n, under },
		marks: [{ role: roleOfSector(catalogue, sector), figure: drawn(people) }],
		sentence: `${said}; ${under.join(', ')}`
	};
}

function needTable(need: SectorNeed, subject: ProviderSubject, caption: string): ChartTable {
	const { columns: heads } = words;
	const number = true;
	const groups = need.tiers
		.flatMap((tier) => tier.groups)
		.filter((group) => need.skills.some(({ byGroup }) => (byGroup.get(group)?.n ?? 0) > 0));
	return {
		caption,
		columns: [
			{ id: 'skill', label: heads.skill },
			{ id: 'level', label: heads.step },
			{ id: 'hours', label: heads.hours, number },
			{ id: 'weeks', label: heads.weeks, number },
			{ id: 'lqf', label: heads.lqf },
			...groups.map((group) => ({ id: group, label: subject.group(group), number })),
			{ id: 'value', label: heads.people, number },
			...careColumns
		],
		rows: need.skills.map((one) => {
			const { fit, people, byGroup } = one;
			const printed = formatFigure(people, 'count');
			const weeks = weeksOf(fit.hours, subject.choice.weekly);
			const cells: TableCell[] = [
				fit.skill.label,
				words.step(fit.from, fit.to),
				{ text: formatCount(fit.hours), raw: fit.hours },
				{ text: formatCount(weeks), raw: weeks },
				levelText(fit.level),
				...groups.map((group) =>
					fit.groups.includes(group) ? groupCell(byGroup.get(group)) : words.beyond
				),
				{ text: printed.value, raw: people.value, strong: true },
				...careCells(people, printed.interval)
			];
			return row(fit.skill.id, cells, people);
		})
	};
}

/** An estimate with n and its word of care in one cell. */
export function groupCell(estimate: Estimate | undefined): TableCell {
	if (!estimate || estimate.n === 0) return words.cellNobody;
	const { value, n, quality } = estimate;
	const text = value === null ? nullWords.empty : formatInText(estimate, 'count');
	return { text: words.cell(text, formatCount(n), qualityWords[quality]), raw: value };
}
