import type { ChartTable } from '#lib/charts/chart-table.ts';
import { labelOf } from '#lib/contracts/catalogue.ts';
import type { Provider } from '#lib/contracts/planning.ts';
import { providers as words } from '#lib/vocabulary/messages/providers.ts';
import { providersBeside as beside } from '#lib/vocabulary/messages/providers-beside.ts';
import { story } from '#lib/vocabulary/messages/story.ts';
import { formatCount } from '#lib/vocabulary/numbers.ts';
import { joinWords } from '#lib/vocabulary/words.ts';
import type { SectorFit } from './fit.ts';
import type { PeopleAndPlaces } from './places-figure.ts';
import { levelText, type ProviderSubject } from './provider-subject.ts';
import { isMode } from './teaching-modes.ts';

/** Who else teaches what a provider could: nothing of it comes from a survey. */
export interface Served {
	/** Absent where nobody does. */
	readonly providers?: ChartTable;
	readonly courses?: ChartTable;
}

export function servedBy(
	all: readonly PeopleAndPlaces[],
	fits: readonly SectorFit[],
	subject: ProviderSubject
): Served {
	const ids = new Set(all.flatMap(({ others }) => others.map(({ id }) => id)));
	const listed = subject.offer.providers.filter(({ id }) => ids.has(id));
	const courses = coursesTable(fits, subject);
	return {
		...(listed.length > 0 ? { providers: providerTable(listed, all, subject) } : {}),
		...(courses.rows.length > 0 ? { courses } : {})
	};
}

function providerTable(
	listed: readonly Provider[],
	all: readonly PeopleAndPlaces[],
	subject: ProviderSubject
): ChartTable {
	const { served: heads } = beside;
	return {
		caption: beside.servedCaption,
		columns: [
			{ id: 'provider', label: heads.provider },
			{ id: 'sectors', label: heads.sectors },
			{ id: 'lqf', label: heads.levels },
			{ id: 'where', label: heads.where },
			{ id: 'modes', label: heads.modes },
			{ id: 'places', label: heads.places, number: true },
			{ id: 'status', label: heads.status }
		],
		rows: listed.map(({ id, label, lqf, districtGroup, modes, seatsAYear, status }) => {
			const own = all.filter(({ others }) => others.some((other) => other.id === id));
			return {
				id,
				cells: [
					label,
					own.map(({ sector }) => labelOf(subject.catalogue, 'sector', sector)).join(', '),
					levelText({ low: lqf.from, high: lqf.to }),
					subject.group(districtGroup),
					joinWords(
						modes.filter(isMode).map((mode) => words.modes[mode]),
						story.or
					),
					{ text: formatCount(seatsAYear), raw: seatsAYear },
					status
				]
			};
		})
	};
}

/** Short courses that exist, with those of their skills that fit. */
function coursesTable(fits: readonly SectorFit[], { offer }: ProviderSubject): ChartTable {
	const skills = new Map(fits.flatMap((fit) => fit.skills.map(({ skill }) => [skill.id, skill])));
	const { course: heads } = beside;
	return {
		caption: beside.courseCaption,
		columns: [
			{ id: 'course', label: heads.title },
			{ id: 'skills', label: heads.skills },
			{ id: 'status', label: heads.status },
			{ id: 'made_up', label: heads.made }
		],
		rows: offer.courses.flatMap(({ id, title, skills: taught, status, synthetic }) => {
			const own = taught.flatMap((skill) => skills.get(skill)?.label ?? []);
			const made = synthetic ? beside.yes : beside.no;
			return own.length > 0 ? [{ id, cells: [title, own.join('; '), status, made] }] : [];
		})
	};
}
