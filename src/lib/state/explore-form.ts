import type { FileQuestion } from '#lib/answers/file-question.ts';
import type { SpotIndicator } from '#lib/indicators/made-on-the-spot.ts';
import type { LonelyRule } from '#lib/survey/variance.ts';
import type { ColumnProfile } from '#lib/warehouse/describe.ts';

/** What a person has chosen in the form of a Question, as plain data. An empty text is no choice. */
export interface QuestionForm {
	kind: SpotIndicator['kind'];
	meanOf: string;
	shareOf: string;
	equals: string;
	by: string;
	andBy: string;
	whereColumn: string;
	/** Empty: all. */
	whereCodes: string[];
	weight: string;
	stratum: string;
	cluster: string;
	population: string;
	lonely: LonelyRule;
}

/** A column with more different values than this splits nothing and is not offered for it. */
export const mostGroups = 60;

/** The form of a file just opened: a count of its rows, with columns at hand for the other questions. */
export function newForm(columns: readonly ColumnProfile[]): QuestionForm {
	const numbers = numbersOf(columns);
	const shared = groupsOf(columns).find(({ kind }) => kind === 'text') ?? groupsOf(columns)[0];
	return {
		kind: numbers.length > 0 ? 'mean' : 'count',
		meanOf: numbers[0]?.name ?? '',
		shareOf: shared?.name ?? '',
		equals: shared?.frequent[0]?.value ?? '',
		...{ by: '', andBy: '', whereColumn: '', whereCodes: [] },
		...{ weight: '', stratum: '', cluster: '', population: '', lonely: 'fail' }
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
	const given = (column: string): string[] => (column === '' ? [] : [column]);
	const restricts = whereColumn !== '' && whereCodes.length > 0;
	return {
		file,
		design: {
			strata: given(stratum),
			cluster: given(cluster),
			...(weight === '' ? {} : { weight }),
			...(population === '' ? {} : { population })
		},
		indicator: indicatorOf(form),
		by: [...new Set([...given(form.by), ...given(form.andBy)])],
		where: restricts ? { [whereColumn]: [...whereCodes] } : {},
		...(lonely === 'fail' ? {} : { lonely })
	};
}

function indicatorOf({ kind, meanOf, shareOf, equals }: QuestionForm): SpotIndicator {
	if (kind === 'mean') return { kind, of: meanOf };
	return kind === 'proportion' ? { kind, of: shareOf, equals } : { kind };
}
