import { readFileSync } from 'node:fs';
import process from 'node:process';
import type { Manifest } from '#lib/answers/answer-book.ts';
import type { Catalogue } from '#lib/contracts/catalogue.ts';
import { rScript } from '#lib/exports/r-script.ts';
import { parseQuestion } from '#lib/vocabulary/question.ts';
import { harvestQuestions } from './notebooks/harvest.ts';
import { headlineQuestions } from './notebooks/headline.ts';

const usage = `Usage: tsx src/cli/r-script.ts [--address ADDRESS] [--headline] [--pages COUNT SEED] [QUESTION…]

Prints the R script that works out Questions (JSON), as the site offers it under a figure; the canonical JSON of
each stands as a comment in the script. --headline adds the headline figures of every survey, --pages COUNT
Questions picked at random from the pages in build/.
`;

function readGenerated<Shape>(name: string): Shape {
	return JSON.parse(readFileSync(`static/generated/${name}`, 'utf8')) as Shape;
}

/** The values that follow a flag, taken out of the arguments. */
function take(options: string[], flag: string, count: number): string[] | undefined {
	const at = options.indexOf(flag);
	return at === -1 ? undefined : options.splice(at, count + 1).slice(1);
}

function main(): void {
	const options = process.argv.slice(2);
	const [address = 'http://localhost:4173'] = take(options, '--address', 1) ?? [];
	const [count = '0', seed = '1'] = take(options, '--pages', 2) ?? [];
	const isHeadline = take(options, '--headline', 0) !== undefined;
	const catalogue = readGenerated<Catalogue>('catalogue.json');
	const manifest = readGenerated<Manifest>('manifest.json');
	const headline = isHeadline ? headlineQuestions(catalogue) : [];
	const picked = harvestQuestions('build', Number(count), Number(seed));
	const questions = [...options, ...headline, ...picked].map(parseQuestion);
	if (questions.length === 0) {
		process.stderr.write(usage);
		process.exitCode = 2;
		return;
	}
	process.stdout.write(rScript(questions, { catalogue, manifest, address }));
}

main();
