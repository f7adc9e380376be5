import type { Role } from './roles.ts';

/** An entry of a key: a sample of the mark and what it means; without `form` only the words. */
export interface KeyItem {
	readonly text: string;
	readonly form?: 'mark' | 'hollow' | 'capsule' | 'dashed' | 'gap' | 'withheld';
	/** Whose colour and shape the sample has; `comparison` when left out. */
	readonly role?: Role;
}
