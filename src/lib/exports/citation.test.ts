import { expect, test } from 'vitest';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import { bibtex, citation } from './citation.ts';
import { embedCode } from './embed-code.ts';
import { runnableSql } from './runnable-sql.ts';
import type { Taken } from './taken.ts';

const taken: Taken = {
	model: {
		finding: 'Rural & urban: 31% (28–33) against 25%',
		source: 'Skills audit, wave 2024. Demonstration data.'
	} as FigureModel,
	shown: 'Showing women: 185 workers.',
	address: 'https://example.org/sectors/MIN/?age=15-24,25-34#by-residence',
	site: { country: 'Somewhere', edition: '2024.1', editionDate: '2025-11-03' },
	day: '2025-11-22'
};

test('a citation names figure, View, site, edition, survey, notice, address and day', () => {
	expect(citation(taken)).toBe(
		'“Rural & urban: 31% (28–33) against 25%.” Showing women: 185 workers. ' +
			'Skills Gap Observatory, Somewhere. Edition 2024.1, 3 November 2025. ' +
			'Skills audit, wave 2024. Demonstration data. ' +
			'https://example.org/sectors/MIN/?age=15-24,25-34#by-residence (read on 22 November 2025).'
	);
});

test('BibTeX reads no sign of it as a command', () => {
	expect(bibtex(taken)).toBe(`@misc{skills-gap-sectors-MIN-age-15-24-25-34-by-residence-2024-1,
  title = {{Rural \\& urban: 31\\% (28--33) against 25\\%}},
  author = {{Skills Gap Observatory, Somewhere}},
  year = {2025},
  version = {2024.1},
  url = {https://example.org/sectors/MIN/?age=15-24,25-34#by-residence},
  urldate = {2025-11-22},
  note = {Showing women: 185 workers. Skills audit, wave 2024. Demonstration data.},
}`);
});

test('a figure is embedded by its address under the same filters', () => {
	expect(embedCode('https://example.org/?sex=F#by-skill', 'So “far” & "wide"', 640)).toBe(
		'<iframe src="https://example.org/?sex=F&amp;embed#by-skill" title="So “far” &amp; &quot;wide&quot;" width="100%" height="640" loading="lazy" style="border:1px solid #d3dad6"></iframe>'
	);
	expect(embedCode('https://example.org/#x', 'X', 1)).toContain(
		'src="https://example.org/?embed#x"'
	);
});

test('SQL is handed out with its parameters in place', () => {
	const sql = `SELECT '?', "a?" FROM t WHERE b IN (?, ?)`;
	expect(runnableSql({ sql, parameters: ['MIN', "o'"] })).toBe(
		`SELECT '?', "a?" FROM t WHERE b IN ('MIN', 'o''');`
	);
});
