import type { FoundColumns } from './find-columns.ts';
import type { Step } from './recipe.ts';

/** A step by the names of the new file; columns that are gone fall out of it. */
export function renameStep(step: Step, { names }: FoundColumns): Step[] {
	const nameOf = (column: string): string[] => {
		const name = names.get(column);
		return name === undefined ? [] : [name];
	};
	switch (step.do) {
		case 'read':
			return [];
		case 'match':
			return [{ ...step, columns: step.columns.flatMap(nameOf) }];
		case 'values':
			return [{ ...step, values: renamedKeys(step.values, names) }];
		case 'lengthen':
			return [
				{
					...step,
					columns: step.columns.flatMap((one) =>
						nameOf(one.column).map((column) => ({ ...one, column }))
					)
				}
			];
		case 'leave-out':
		case 'keep':
			return nameOf(step.column).map((column) => ({ ...step, column }));
		case 'design': {
			const { weight, stratum, cluster, fpc } = step.design;
			const several = (all: readonly string[] | undefined) => all?.flatMap(nameOf) ?? [];
			const [weightNow] = nameOf(weight ?? '');
			const [fpcNow] = nameOf(fpc ?? '');
			const design = {
				...(weightNow === undefined ? {} : { weight: weightNow }),
				...(stratum ? { stratum: several(stratum) } : {}),
				...(cluster ? { cluster: several(cluster) } : {}),
				...(fpcNow === undefined ? {} : { fpc: fpcNow })
			};
			return [{ ...step, design }];
		}
		default:
			return [step];
	}
}

/** Where each answer has a column of its own, the values are names of columns. */
function renamedKeys(
	values: Readonly<Record<string, string | null>>,
	names: FoundColumns['names']
): Record<string, string | null> {
	return Object.fromEntries(
		Object.entries(values).flatMap(([value, code]) => {
			const now = names.get(value);
			return now === undefined || now === value
				? [[value, code]]
				: [
						[value, code],
						[now, code]
					];
		})
	);
}
