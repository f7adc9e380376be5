import { spread } from './spread.ts';

type NumberColumns = Readonly<Record<string, ArrayLike<number>>>;

/** Columns by the number that stands for them. */
export type Joints = Readonly<Record<string, readonly string[]>>;

/** The columns as they were before they were joined. */
export function expandJoints(columns: NumberColumns, joints: Joints): NumberColumns {
	const expanded = Object.entries(joints).flatMap(([name, members]) => {
		const numbers = new Uint32Array(columns[name] ?? []);
		return members.map((member) => [member, spread(numbers, columns[member] ?? [])] as const);
	});
	return { ...columns, ...Object.fromEntries(expanded) };
}
