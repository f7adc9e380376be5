import type { Problem } from '#lib/vocabulary/problem.ts';
import type { Part, PartOptions } from './part.ts';
import type { GivenFile } from './raw-table.ts';
import type { Examined } from './reading.ts';

/** What the page asks of the worker that reads files; one at a time. Parts are asked for one by one. */
export type ReadingRequest =
	| {
			readonly kind: 'examine';
			/** The same for the same file: the Blob itself is another each time that it is sent. */
			readonly id: number;
			readonly blob: Blob;
			readonly name: string;
	  }
	| {
			readonly kind: 'read';
			readonly id: number;
			readonly file: GivenFile;
			readonly options: Omit<PartOptions, 'signal'>;
	  }
	| { readonly kind: 'next' };

export type ReadingReply =
	| { readonly kind: 'examined'; readonly examined: Examined }
	| { readonly kind: 'part'; readonly part: Part | undefined }
	| { readonly kind: 'problem'; readonly problem: Problem }
	| { readonly kind: 'failed'; readonly message: string };
