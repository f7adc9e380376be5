import { personalOut } from '#lib/ingest/recipe/settle.ts';
import { ownPackage } from '#lib/vocabulary/messages/own-package.ts';
import { formatCount } from '#lib/vocabulary/numbers.ts';
import type { DescribedPackage } from './described-package.ts';

const words = ownPackage.readme;

/** README.txt: what the package is, whose, what lies in it, and what was left out. */
export function readme(described: DescribedPackage): string {
	const { head, recipe, table, codeFiles, source, rejected, settled } = described;
	const left = personalOut(settled);
	const kept = [...settled.kept];
	const files = [
		words.table(`${table.name}.csv`, formatCount(table.rows)),
		words.descriptor,
		words.design,
		words.codebook,
		...(codeFiles.length > 0 ? [words.codeLists] : []),
		...[words.readR, words.readDo],
		words.recipe(recipe.file.name),
		words.tableRecipe(`${table.name}.recipe.json`, `${table.name}.csv`),
		...(source ? [words.source(source.path)] : [])
	];
	const paragraphs = [
		...head,
		...(left.length > 0 ? [words.leftOut(left)] : []),
		...(left.length > 0 && source ? [words.personalInSource(source.path)] : []),
		...(kept.length > 0 ? [words.kept(kept)] : []),
		...(rejected > 0 ? [words.rejected(formatCount(rejected))] : []),
		...(source ? [] : [words.noSource(recipe.file.name, recipe.file.sha256)]),
		files.join('\n'),
		...[words.exact, words.again(`${table.name}.recipe.json`)]
	];
	return `${paragraphs.map(wrap).join('\n\n')}\n`;
}

/** Lines of at most 96 characters; those of the list of files stay. */
function wrap(text: string): string {
	return text
		.split('\n')
		.map((line) => {
			const rows: string[] = [''];
			for (const word of line.split(/(?<=\S) (?=\S)/)) {
				const last = rows.at(-1) ?? '';
				if (last !== '' && last.length + word.length + 1 > 96) rows.push(word);
				else rows[rows.length - 1] = last === '' ? word : `${last} ${word}`;
			}
			return rows.join('\n');
		})
		.join('\n');
}
