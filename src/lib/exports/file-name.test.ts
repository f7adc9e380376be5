import { expect, test } from 'vitest';
import { fileName } from './file-name.ts';

test('a file is named by its page, its figure and what is chosen', () => {
	const name = (path: string, id: string, query: string) => fileName({ path, id, query }, 'csv');
	expect(name('/sectors/MIN/', 'by-skill', '?sex=F')).toBe('sectors-MIN-by-skill-sex-F.csv');
	expect(name('/', 'sectors', '')).toBe('sectors.csv');
	expect(name('/', 'gap', '?age=15-24,55%2B')).toBe('gap-age-15-24-55.csv');
	expect(name('/', 'gap', `?sex=${'x'.repeat(999)}`).length).toBeLessThan(130);
});
