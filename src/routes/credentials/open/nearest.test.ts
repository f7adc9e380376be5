import { describe, expect, test } from 'vitest';
import { credentialAsked } from './missing-credential.ts';
import { nearest } from './nearest.ts';

const known = ['A-3f2a', 'A-3f2b', 'A-0c11', 'B-3f2a'].map((id) => ({
	...{ id, sector: id.slice(0, 1), name: `Course ${id}` }
}));
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

describe('the courses nearest to a name', () => {
	test('are those one letter away, in any case', () => {
		expect(ids(nearest('a-3F2A', known).meant)).toEqual(['A-3f2a', 'A-3f2b', 'B-3f2a']);
		expect(ids(nearest('A-0c1', known).meant)).toEqual(['A-0c11']);
		expect(ids(nearest('A-0cc11', known).meant)).toEqual(['A-0c11']);
		expect(ids(nearest('A-ffff', known).meant)).toEqual([]);
	});

	test('and those of the sector that the name begins with', () => {
		expect(ids(nearest('a-ffff', known).inSector)).toEqual(['A-3f2a', 'A-3f2b', 'A-0c11']);
		expect(ids(nearest('nothing', known).inSector)).toEqual([]);
	});
});

test.each([
	['/credentials/A-3f2a/', 'A-3f2a'],
	['/credentials/a%20b', 'a b'],
	['/credentials/%E0%A4%A/', '%E0%A4%A'],
	['/credentials/', undefined],
	['/sectors/A-3f2a/', undefined]
])('in %s the course asked for is %s', (path, asked) => {
	expect(credentialAsked(path)).toBe(asked);
});
