import { isSayable } from '#lib/answers/standing.ts';
import type { ChartTable } from '#lib/charts/chart-table.ts';
import { providers as words } from '#lib/vocabulary/messages/providers.ts';
import { providersNote as note } from '#lib/vocabulary/messages/providers-note.ts';
import { formatCount, formatInText } from '#lib/vocabulary/numbers.ts';
import { careColumns, figureCells, row } from '../story/estimate-table.ts';
import { weeksOf } from './fit.ts';
import type { Learners } from './learners.ts';
import type { PeopleAndPlaces } from './places-figure.ts';
import { levelText, type ProviderSubject } from './provider-subject.ts';
import type { SectorNeed } from './sector-need.ts';

/** How many needs and how many sectors with their places fit one sheet. */
const shownNeeds = 12;
const shownPlaces = 6;

/** The demand note: what a provider takes to its board, on one sheet. */
export interface DemandNote {
	readonly finding: string;
	/** The choices in a sentence. */
	readonly choices: string;
	/** Absent where no skill fits. */
	readonly table?: ChartTable;
	readonly places: readonly string[];
	readonly learners: string;
	readonly counted: string;
	readonly sources: readonly string[];
	/** That the data are synthetic. */
	readonly notice: string;
}

interface Told {
	readonly finding: string;
	readonly needs: readonly SectorNeed[];
	readonly places: readonly PeopleAndPlaces[];
	readonly learners: Learners;
}

export function demandNote(
	{ finding, needs, places, learners }: Told,
	subject: ProviderSubject
): DemandNote {
	const { site, surveys } = subject.catalogue;
	const named = ['audit', 'tracer'].flatMap((id) => {
		const survey = surveys.filter((one) => one.id === id).at(-1);
		return survey ? [note.source(survey.title, survey.wave)] : [];
	});
	const table = needsTable(needs, subject);
	return {
		...{ finding, choices: subject.shown, learners: learners.finding },
		...(table.rows.length > 0 ? { table } : {}),
		places: placesSentences(places, subject),
		counted: subject.counted,
		sources: [...named, note.planning],
		notice: site.notice
	};
}

function placesSentences(places: readonly PeopleAndPlaces[], subject: ProviderSubject): string[] {
	const said = places.flatMap((one) => placesSentence(one, subject));
	const more = said.length - shownPlaces;
	return more > 0 ? [...said.slice(0, shownPlaces), note.placesMore(more)] : said;
}

function placesSentence(
	{ sector, ratio, places, others }: PeopleAndPlaces,
	subject: ProviderSubject
): string[] {
	const name = subject.sector(sector);
	if (!ratio) return [note.placesNone(name)];
	if (!isSayable(ratio)) return [];
	const said = formatInText(ratio, 'level');
	return [note.placesOf(name, said, note.othersPlaces(formatCount(places), others.length))];
}

/** The largest counts that may be said, of each sector as many. */
function needsTable(needs: readonly SectorNeed[], subject: ProviderSubject): ChartTable {
	const said = needs.map(({ sector, skills }) =>
		skills.filter(({ people }) => isSayable(people)).map((one) => ({ ...one, sector }))
	);
	const each = Math.max(1, Math.floor(shownNeeds / said.filter((own) => own.length > 0).length));
	const shown = said.flatMap((own) => own.slice(0, each)).slice(0, shownNeeds);
	const all = said.reduce((sum, own) => sum + own.length, 0);
	const number = true;
	return {
		caption: note.needsCaption(shown.length, all),
		columns: [
			{ id: 'skill', label: note.skillColumn },
			{ id: 'sector', label: note.sectorColumn },
			{ id: 'level', label: note.stepColumn },
			{ id: 'lqf', label: words.columns.lqf },
			{ id: 'weeks', label: note.weeksColumn, number },
			{ id: 'value', label: note.peopleColumn, number },
			...careColumns
		],
		rows: shown.map(({ sector, fit, people }) => {
			const weeks = weeksOf(fit.hours, subject.choice.weekly);
			const cells = [
				...[fit.skill.label, subject.sector(sector), words.columns.fromTo(fit.from, fit.to)],
				...[levelText(fit.level), { text: formatCount(weeks), raw: weeks }],
				...figureCells(people, 'count')
			];
			return row(`${sector} ${fit.skill.id}`, cells, people);
		})
	};
}
