import { expect, test } from 'vitest';
import { roles, shapeOf, shapePath } from './roles.ts';

test('roles that meet in one chart have different shapes', () => {
	const together = [
		['sector-1', 'sector-2', 'sector-3', 'comparison'],
		['women', 'men'],
		['rural', 'periurban', 'urban'],
		['required', 'attained']
	] as const;
	for (const group of together) expect(new Set(group.map(shapeOf)).size).toBe(group.length);
});

test('every role has an outline of numbers only', () => {
	for (const role of roles) expect(shapePath(shapeOf(role), 5.5)).toMatch(/^M[-\d. 0-9LHVZahv]+$/);
});
