import type { FileDesign, FileQuestion } from '#lib/answers/file-question.ts';
import type { SpotIndicator } from '#lib/indicators/made-on-the-spot.ts';
import type { LonelyRule } from '#lib/survey/variance.ts';
import type { ColumnProfile } from '#lib/warehouse/describe.ts';

/** What a person has chosen in the form of a Question, as plain data. An empty text is no choice. */
export interface QuestionForm {
	kind: SpotIndicator['kind'];
	/** Of a mean or a total. */
	meanOf: string;
	shareOf: string;
	equals: string;
	by: string;
	andBy: string;
	whereColumn: string;
	/** Empty: all. */
	whereCodes: string[];
	weight: string;
	/** One column, or several as `joined` writes them. */
	stratum: string;
	cluster: string;
	population: string;
	lonely: LonelyRule;
}

/** A column with more different values than this splits nothing and is not offered for it. */
export const mostGroups = 60;

/** Between the names of several columns; no name of a column holds it. */
const separator = '\u001f';

/** Several columns as one choice of a list. */
export function joined(columns: readonly string[]): string {
	return columns.join(separator);
}

/** The columns of a choice. */
export function columnsOf(choice: string): string[] {
	return choice === '' ? [] : choice.split(separator);
}

const noDesign: FileDesign = { strata: [], cluster: [] };

/**
 * The form of data just opened, with columns at hand for each question.
 * @param design of the recipe, where there is one
 */
export function newForm(
	columns: readonly ColumnProfile[],
	design: FileDesign = noDesign
): QuestionForm {
	const { weight = '', strata, cluster, population = '' } = design;
	const ofDesign = [weight, population, ...strata, ...cluster];
	const rest = columns.filter(({ name }) => !ofDesign.includes(name));
	const numbers = numbersOf(rest).length > 0 ? numbersOf(rest) : numbersOf(columns);
	const groups = groupsOf(rest).length > 0 ? groupsOf(rest) : groupsOf(columns);
	const shared = groups.find(({ kind }) => kind === 'text') ?? groups[0];
	return {
		kind: numbers.length > 0 ? 'mean' : 'count',
		meanOf: numbers[0]?.name ?? '',
		shareOf: shared?.name ?? '',
		equals: shared?.frequent[0]?.value ?? '',
		...{ by: '', andBy: '', whereColumn: '', whereCodes: [] },
		...{ weight, stratum: joined(strata), cluster: joined(cluster), population },
		// Without a rule a recipe's stratum with one cluster would stop the first answer.
		lonely: 'fail'
	};
}

/** Columns that a mean, a weight or a population can be made of. */
export function numbersOf(columns: readonly ColumnProfile[]): ColumnProfile[] {
	return columns.filter(({ kind }) => kind === 'number');
}

/** Columns that can split or restrict. */
export function groupsOf(columns: readonly ColumnProfile[]): ColumnProfile[] {
	return columns.filter(({ distinct }) => distinct > 0 && distinct <= mostGroups);
}

/** The Question that the form asks of a file. */
export function questionOf(form: QuestionForm, file: string): FileQuestion {
	const { whereColumn, whereCodes, weight, stratum, cluster, population, lonely } = form;
	const restricts = whereColumn !== '' && whereCodes.length > 0;
	return {
		file,
		design: {
			strata: columnsOf(stratum),
			cluster: columnsOf(cluster),
			...(weight === '' ? {} : { weight }),
			...(population === '' ? {} : { population })
		},
		indicator: indicatorOf(form),
		by: [...new Set([form.by, form.andBy].filter((column) => column !== ''))],
		where: restricts ? { [whereColumn]: [...whereCodes] } : {},
		...(lonely === 'fail' ? {} : { lonely })
	};
}

function indicatorOf({ kind, meanOf, shareOf, equals }: QuestionForm): SpotIndicator {
	if (kind === 'mean' || kind === 'total') return { kind, of: meanOf };
	return kind === 'proportion' ? { kind, of: shareOf, equals } : { kind };
}

/** The form that asks a Question; undefined where no choice of it does. `questionOf(formOf(q), q.file)` is `q`. */
export function formOf(
	question: FileQuestion,
	columns: readonly ColumnProfile[]
): QuestionForm | undefined {
	const { design, indicator, by, where, lonely = 'fail' } = question;
	const restrictions = Object.entries(where);
	const [whereColumn = '', whereCodes = []] = restrictions[0] ?? [];
	const named = [...by, ...Object.keys(where), ...designColumns(design)];
	const isKnown = (name: string): boolean => columns.some((column) => column.name === name);
	if (by.length > 2 || restrictions.length > 1 || !named.every(isKnown)) return undefined;
	if (indicator.kind !== 'count' && !isKnown(indicator.of)) return undefined;
	const form: QuestionForm = {
		...newForm(columns, design),
		...{ kind: indicator.kind, by: by[0] ?? '', andBy: by[1] ?? '' },
		...{ whereColumn, whereCodes: [...whereCodes], lonely }
	};
	if (indicator.kind === 'mean' || indicator.kind === 'total') form.meanOf = indicator.of;
	if (indicator.kind === 'proportion') {
		form.shareOf = indicator.of;
		form.equals = indicator.equals;
	}
	return form;
}

function designColumns({ weight, strata, cluster, population }: FileDesign): string[] {
	return [...strata, ...cluster, ...[weight, population].filter((name) => name !== undefined)];
}
