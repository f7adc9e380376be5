import type { Design, Kind, RowUnit, WideColumn } from '#lib/ingest/matching/types.ts';
import type { Reading } from '#lib/ingest/reading/reading.ts';
import type { MatchStep, Step } from './recipe.ts';

/** What a list of steps comes to. */
export interface Settled {
	/** Absent: the file is read as it looks. */
	readonly reading?: Reading;
	readonly kind: Kind;
	readonly unit: RowUnit;
	/** By contract column, in the order in which they were first matched. */
	readonly matches: ReadonlyMap<string, SettledMatch>;
	/** By contract column: value of the file to code, null where it says that there is no answer. */
	readonly values: ReadonlyMap<string, ReadonlyMap<string, string | null>>;
	readonly lengthen: readonly WideColumn[];
	/** RawColumn.name. */
	readonly leftOut: ReadonlyMap<string, 'personal' | 'chosen'>;
	readonly kept: ReadonlySet<string>;
	readonly design: Design;
	/** Rules whose rows stay. */
	readonly accepted: ReadonlySet<string>;
}

export type SettledMatch = Omit<MatchStep, 'do'>;

/** What the steps come to; without any step a file of no known kind, all of its columns as they are. */
export function settle(steps: readonly Step[]): Settled {
	const matches = new Map<string, SettledMatch>();
	const leftOut = new Map<string, 'personal' | 'chosen'>();
	const kept = new Set<string>();
	for (const step of steps) {
		if (step.do === 'match') {
			matches.set(step.contract, step);
		} else if (step.do === 'leave-out') {
			leftOut.set(step.column, step.why);
			kept.delete(step.column);
		} else if (step.do === 'keep') {
			leftOut.delete(step.column);
			kept.add(step.column);
		}
	}
	for (const [contract, { columns }] of matches) if (columns.length === 0) matches.delete(contract);
	const reading = last(steps, 'read')?.reading;
	return {
		...(reading ? { reading } : {}),
		kind: last(steps, 'kind')?.kind ?? 'other',
		unit: last(steps, 'kind')?.unit ?? 'row',
		...{ matches, leftOut, kept },
		values: valuesByContract(steps),
		lengthen: last(steps, 'lengthen')?.columns ?? [],
		design: last(steps, 'design')?.design ?? {},
		accepted: new Set(steps.flatMap((step) => (step.do === 'accept' ? [step.rule] : [])))
	};
}

/** Columns of the file that look personal and stayed out. */
export function personalOut({ leftOut }: Pick<Settled, 'leftOut'>): string[] {
	return [...leftOut].flatMap(([column, why]) => (why === 'personal' ? [column] : []));
}

/** Values of steps one upon the other. */
function valuesByContract(steps: readonly Step[]): Map<string, Map<string, string | null>> {
	const values = new Map<string, Map<string, string | null>>();
	for (const step of steps) {
		if (step.do !== 'values') continue;
		const known = values.get(step.contract) ?? new Map<string, string | null>();
		for (const [value, code] of Object.entries(step.values)) known.set(value, code);
		values.set(step.contract, known);
	}
	return values;
}

type StepOf<Do extends Step['do']> = Extract<Step, { readonly do: Do }>;

function last<Do extends Step['do']>(steps: readonly Step[], kind: Do): StepOf<Do> | undefined {
	return steps.findLast((step): step is StepOf<Do> => step.do === kind);
}
