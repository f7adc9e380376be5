import type { Manifest } from '#lib/answers/answer-book.ts';
import type { Survey } from '#lib/contracts/catalogue.ts';
import { formatDate, isPast } from '#lib/vocabulary/dates.ts';
import { data as words } from '#lib/vocabulary/messages/data.ts';
import { formatCount } from '#lib/vocabulary/numbers.ts';
import { capitalised } from '#lib/vocabulary/words.ts';
import type { TableSchema } from '#lib/contracts/table-schema.ts';
import type { Packages } from './taken-home.server.ts';

/** A survey with all its waves, as the page shows it. */
export interface SurveyPanel {
	readonly id: string;
	readonly title: string;
	readonly facts: readonly { readonly term: string; readonly lines: readonly string[] }[];
	readonly records: readonly {
		readonly path: string;
		readonly title: string;
		readonly text: string;
	}[];
	readonly published: string;
	/** The other files of the survey's data package. */
	readonly package: readonly PackageFile[];
}

/** A file of a data package, by its path from the folder `generated/`. */
export interface PackageFile {
	readonly path: string;
	readonly name: string;
	readonly text: string;
}

type Published = Pick<Manifest, 'records' | 'shards'>;

/** One panel a survey, in the order of data/, from the manifest of what was published. */
export function surveyPanels(
	surveys: readonly Survey[],
	manifest: Published,
	about: { readonly schemas: readonly TableSchema[]; readonly packages: Packages }
): SurveyPanel[] {
	const ids = [...new Set(surveys.map(({ id }) => id))];
	return ids.flatMap((id) => {
		const waves = surveys.filter((survey) => survey.id === id);
		const [first] = waves;
		return first ? [panel(waves, first, { manifest, ...about })] : [];
	});
}

function panel(
	waves: readonly Survey[],
	first: Survey,
	{
		manifest,
		schemas,
		packages
	}: {
		readonly manifest: Published;
		readonly schemas: readonly TableSchema[];
		readonly packages: Packages;
	}
): SurveyPanel {
	const shards = manifest.shards.filter(({ source }) => source === first.id);
	const bytes = shards.reduce((sum, shard) => sum + shard.bytes, 0);
	return {
		id: first.id,
		title: first.title,
		facts: facts(waves, first),
		records: (manifest.records[first.id] ?? []).map((entry) => {
			const title = schemas.find(({ name }) => name === entry.table)?.title ?? entry.table;
			const size = words.size(entry.bytes);
			return {
				path: entry.path,
				title,
				text: words.recordsOf(title, formatCount(entry.rows), size)
			};
		}),
		published:
			shards.length > 0 ? words.tablesOf(shards.length, words.size(bytes)) : words.noTables,
		package: packageFiles(packages[first.id] ?? [])
	};
}

/** Those that say what the records are; the records stand in a list of their own. */
function packageFiles(files: Packages[string]): PackageFile[] {
	const texts: Readonly<Record<string, string>> = words.packageTexts;
	return files.flatMap(({ path, bytes }) => {
		const name = path.slice(path.lastIndexOf('/') + 1);
		const text = name.endsWith('.zip') ? words.packageZip : texts[name];
		return text === undefined ? [] : [{ path, name, text: words.fileOf(text, words.size(bytes)) }];
	});
}

function facts(waves: readonly Survey[], first: Survey): SurveyPanel['facts'] {
	/** What the waves say of themselves, once where they agree. */
	const each = (of: (wave: Survey) => string): string[] => [...new Set(waves.map(of))];
	const dates = ({ wave, from, to }: Survey): string =>
		words.wave(wave, formatDate(from), formatDate(to));
	const last = waves.at(-1) ?? first;
	const comparable = new Set(
		waves
			.filter(({ comparableWith }) => comparableWith.length > 0)
			.map(({ wave, comparableWith }) => words.comparableWith([wave, ...comparableWith].sort()))
	);
	const kinds: Readonly<Record<string, string>> = words.kinds;
	return [
		{ term: words.kind, lines: [kinds[first.kind] ?? first.kind] },
		{ term: words.unit, lines: [words.units(Object.values(first.units))] },
		first.years ? yearsFact(first.years) : { term: words.waves, lines: each(dates) },
		{ term: words.mode, lines: each(({ mode }) => capitalised(mode)) },
		{ term: words.covers, lines: each(({ coverage }) => coverage) },
		{ term: words.excludes, lines: each(({ excludes }) => excludes) },
		{ term: words.design, lines: each(({ design }) => design) },
		{ term: words.access, lines: each(({ access }) => words.accessWords[access]) },
		{
			term: words.licence,
			lines: each(({ licence, synthetic }) => words.licenceWords(licence, synthetic))
		},
		...(comparable.size > 0 ? [{ term: words.comparable, lines: [...comparable] }] : []),
		{ term: words.due, lines: [words.dueIn(last.nextWaveDue, isPast(last.nextWaveDue))] }
	];
}

/** Records come by year, not by wave. */
function yearsFact(years: readonly string[]): SurveyPanel['facts'][number] {
	const line = words.yearsOf(years[0] ?? '', years.at(-1) ?? '', years.length);
	return { term: words.years, lines: [line] };
}
