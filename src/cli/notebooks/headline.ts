import { codesOf } from '#lib/answers/plan.ts';
import type { Catalogue } from '#lib/contracts/catalogue.ts';
import type { Indicator } from '#lib/indicators/declaration.ts';
import { indicators, sourceOf } from '#lib/indicators/declared.ts';
import { dimensions } from '#lib/indicators/dimensions.ts';
import { formatQuestion, type Question } from '#lib/vocabulary/question.ts';

/** What splits the headline figures of a table: the first of these that it has. */
const splits = ['field', 'sector', 'institution'] as const;

/**
 * The headline figures of every survey, as canonical JSON: each declared indicator once as a whole, once by the
 * leading dimension of its table and, where there is a gender, once as women minus men.
 */
export function headlineQuestions(catalogue: Catalogue): string[] {
	const questions = Object.values(indicators).flatMap((indicator) =>
		questionsOf(indicator, catalogue)
	);
	return [...new Set(questions.map(formatQuestion))];
}

function questionsOf(indicator: Indicator, catalogue: Catalogue): Question[] {
	const { id, table, within, across } = indicator;
	const has = (dimension: string): boolean =>
		dimension !== across && dimensions[dimension]?.expressions[table] !== undefined;
	const where = wavesApart(indicator, catalogue);
	const ask = (by: readonly string[]): Question => ({
		...{ source: sourceOf[table], indicator: id, where },
		by: within ? [...new Set([...by, within])] : by
	});
	const split = splits.find(has);
	const { sex } = dimensions;
	const [first, second] = sex && has('sex') ? codesOf(sex, catalogue) : [];
	const isAboutGender = `${indicator.numerator}${indicator.condition ?? ''}`.includes('sex');
	return [
		ask([]),
		...(split && indicator.kind !== 'curve' ? [ask([split])] : []),
		...(first && second && !isAboutGender && indicator.kind !== 'curve'
			? [{ ...ask([]), difference: { dimension: 'sex', minus: [first, second] as const } }]
			: [])
	];
}

/** The last wave of a survey that has several. */
function wavesApart({ table }: Indicator, { surveys }: Catalogue): Question['where'] {
	const waves = surveys.filter(({ id }) => id === sourceOf[table]).map(({ wave }) => wave);
	const last = waves.sort().at(-1);
	return waves.length > 1 && last && dimensions.wave?.expressions[table] ? { wave: [last] } : {};
}
