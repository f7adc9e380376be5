import type { Joints } from './joint-columns.ts';
import { numberKinds, pairKinds, valuesByKey, type Kinds } from './kinds.ts';

type NumberColumns = Readonly<Record<string, ArrayLike<number>>>;

/** Bytes that whole numbers from 0 to 255 take in the file, about. */
export type SizeOf = (numbers: ArrayLike<number>) => number;

/** Numbers that fit a byte, which is what compression looks at. */
const mostKinds = 256;
/** Kinds of what the others start from. */
const mostAtFirst = 16;
/** Bytes that a value of a member takes compressed, about. */
const bytesAValue = 0.25;
/** Shorter columns are left alone. */
const leastLength = 64;

/**
 * Joins columns of one length that take less room together than apart: whether somebody works, in what, and was asked
 * about it all follow from few kinds of people. Each joint is a column of one number a row; its members hold one value
 * a number.
 * @param fixed columns that stay as they are
 */
export function joinColumns(
	columns: NumberColumns,
	fixed: readonly string[],
	sizeOf: SizeOf
): { readonly columns: NumberColumns; readonly joints: Joints } {
	const joined: Record<string, ArrayLike<number>> = { ...columns };
	const joints: Record<string, readonly string[]> = {};
	const free = Object.entries(columns).filter(([name]) => !fixed.includes(name));
	const lengths = new Set(free.map(([, { length }]) => length));
	for (const length of lengths) {
		if (length < leastLength) continue;
		let group = free.filter(([, values]) => values.length === length);
		let candidates = candidatesOf(group, length, sizeOf);
		for (;;) {
			const numbers = joinGroup(candidates, length, sizeOf);
			if (!numbers) break;
			const members = new Set<string>();
			for (const [name, values] of group) {
				const fewer = valuesByKey(values, numbers);
				if (!fewer) continue;
				joined[name] = fewer;
				members.add(name);
			}
			group = group.filter(([name]) => !members.has(name));
			candidates = candidates.filter(({ name }) => !members.has(name));
			const name = `joint_${Object.keys(joints).length}`;
			joined[name] = numbers;
			joints[name] = [...members];
		}
	}
	return { columns: joined, joints };
}

interface Joint {
	readonly kinds: Kinds;
	readonly members: number;
	readonly bytes: number;
}

interface Candidate {
	readonly name: string;
	readonly kinds: Kinds;
	/** Bytes by itself. */
	readonly alone: number;
}

function joinGroup(
	candidates: readonly Candidate[],
	rows: number,
	sizeOf: SizeOf
): Uint32Array | undefined {
	let left = candidates;
	let joint: Joint | undefined;
	for (;;) {
		const from = joint;
		const tried = left.map((one) => ({ one, ...joinOne(from, one, { rows, sizeOf }) }));
		const [best] = tried.sort((a, b) => b.saved - a.saved);
		if (!best?.joint || best.saved <= 0) break;
		joint = best.joint;
		left = left.filter((one) => one !== best.one);
	}
	return joint && joint.members > 1 ? joint.kinds.numbers : undefined;
}

/** Each column once, without those that cost nothing. */
function candidatesOf(
	group: readonly (readonly [string, ArrayLike<number>])[],
	rows: number,
	sizeOf: SizeOf
): Candidate[] {
	const seen = new Set<string>();
	return group.flatMap(([name, values]) => {
		const text = Array.prototype.join.call(values);
		const kinds = numberKinds([values], rows, mostOf(rows));
		if (!kinds || kinds.first.length < 2 || seen.has(text)) return [];
		seen.add(text);
		return [{ name, kinds, alone: sizeOf(kinds.numbers) }];
	});
}

/** The first one is that which says most in few kinds; another one joins it if that saves bytes. */
function joinOne(
	from: Joint | undefined,
	{ kinds, alone }: Candidate,
	{ rows, sizeOf }: { readonly rows: number; readonly sizeOf: SizeOf }
): { readonly saved: number; readonly joint?: Joint } {
	if (!from) {
		const bytes = alone + bytesAValue * kinds.first.length;
		return kinds.first.length > mostAtFirst
			? { saved: -Infinity }
			: { saved: alone, joint: { kinds, members: 1, bytes } };
	}
	const both = pairKinds(from.kinds, kinds, mostOf(rows));
	if (!both) return { saved: -Infinity };
	const members = from.members + 1;
	const bytes = sizeOf(both.numbers) + bytesAValue * both.first.length * members;
	return { saved: from.bytes + alone - bytes, joint: { kinds: both, members, bytes } };
}

function mostOf(rows: number): number {
	return Math.min(mostKinds, rows / 2);
}
