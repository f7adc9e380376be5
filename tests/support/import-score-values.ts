import type { ImportReport } from './import-report.ts';
import { asList, told } from './import-headings.ts';
import type { Fixture } from './import-truth.ts';

interface ValueMiss {
	readonly part: 'value' | 'wrong value' | 'guessed';
	readonly what: string;
}

/** Numbers that stand for no answer, as against words that say so themselves. */
const sentinel = /^-?\d+$/;

/** Compares the values matched to codes with the truth, of contract columns that were taken. */
export function valueMisses(
	truth: Fixture,
	report: ImportReport,
	taken: (contract: string) => readonly string[]
): ValueMiss[] {
	const misses: ValueMiss[] = [];
	for (const [contract, values] of Object.entries(truth.values)) {
		// Of several columns the report tells which skill each is about.
		if (taken(contract).length !== 1) continue;
		const got = report.mapping[contract]?.values ?? {};
		const labels = truth.valueLabels?.[asList(truth.mapping[contract])[0] ?? ''] ?? {};
		const asked = report.asks.some((ask) => ask.about === 'values' && ask.contract === contract);
		for (const [source, code] of Object.entries(values)) {
			const names = [source, labels[source] ?? source];
			const name = names.find((each) => Object.hasOwn(got, each));
			const found = name === undefined ? undefined : got[name];
			if (found === undefined) {
				const asIs = source === code || (code === null && !sentinel.test(source));
				const fine = asIs || (asked && truth.mayAsk.includes(contract));
				if (!fine)
					misses.push({ part: 'value', what: `${contract}: ${source}${asked ? ' (asked)' : ''}` });
			} else if (found !== code)
				misses.push({
					part: 'wrong value',
					what: `${contract}: ${source} is ${String(code)}, not ${String(found)}`
				});
		}
	}
	misses.push(...skillMisses(truth, report));
	for (const contract of truth.neverGuess ?? []) {
		const got = Object.entries(report.mapping[contract]?.values ?? {});
		const guessed = got.filter(([source, code]) => code !== null && code !== source);
		if (guessed.length > 0)
			misses.push({ part: 'guessed', what: `${contract}: ${guessed.map(String).join('; ')}` });
	}
	return misses;
}

/** Columns of a wide file that are taken for another skill than theirs. */
function skillMisses(truth: Fixture, { mapping }: ImportReport): ValueMiss[] {
	const found = Object.values(mapping).flatMap(({ column, values }) =>
		Array.isArray(column) ? Object.entries(values) : []
	);
	return Object.entries(truth.wide ?? {}).flatMap(([heading, skill]) => {
		const got = found.find(([column]) => told(truth, heading, column))?.[1];
		if (got === undefined || got === skill) return [];
		return [{ part: 'wrong value' as const, what: `${heading} is ${skill}, not ${String(got)}` }];
	});
}
