import type { Cell } from '#lib/exports/csv-text.ts';
import { csvText } from '#lib/exports/csv-text.ts';
import type { EnrolmentParameters, Programme } from './parameters.ts';
import { Random } from './random.ts';
import { allocated, clamped, rounded } from './whole-numbers.ts';

const columns = [
	'year',
	'institution',
	'isced_level',
	'field',
	'sex',
	'residence_at_entry',
	'enrolled',
	'entrants',
	'graduates',
	'synthetic'
] as const;

/**
 * Head counts by year. Fields and women in each are split off the total first, so that the shares of
 * women hold exactly; institutions, levels and homes share out what is left of the freedom.
 */
export function enrolment(
	parameters: EnrolmentParameters,
	programmes: readonly Programme[]
): string {
	const random = new Random(parameters.seed, 'enrolment');
	const fields = Object.keys(parameters.fields).sort();
	let students = parameters.students;
	const rows = parameters.years.flatMap((year, i) => {
		if (i > 0) students += rounded(students * (parameters.growth[i - 1] ?? 0), 10_000);
		const heads = allocated(
			students,
			fields.map((field) => parameters.fields[field]?.share ?? 0)
		);
		return fields.flatMap((field, k) =>
			fieldRows({ year, field, heads: heads[k] ?? 0 }, { parameters, programmes, random })
		);
	});
	return csvText(columns, rows);
}

interface Context {
	readonly parameters: EnrolmentParameters;
	readonly programmes: readonly Programme[];
	readonly random: Random;
}

function fieldRows(
	{ year, field, heads }: { year: string; field: string; heads: number },
	{ parameters, programmes, random }: Context
): Cell[][] {
	const women = rounded(heads * (parameters.fields[field]?.women ?? 0), 1000);
	const offered = programmes.filter((programme) => programme.field === field);
	return (['F', 'M'] as const).flatMap((sex) => {
		const shares = offered.map(({ size }) => size * (900 + random.below(201)));
		const parts = allocated(sex === 'F' ? women : heads - women, shares);
		return offered.flatMap((programme, i) =>
			homeRows(parts[i] ?? 0, { year, sex, programme }, { parameters, random })
		);
	});
}

function homeRows(
	heads: number,
	cell: { year: string; sex: string; programme: Programme },
	{ parameters, random }: Pick<Context, 'parameters' | 'random'>
): Cell[][] {
	const { year, sex, programme } = cell;
	const homes = Object.entries(parameters.residence[sex] ?? {});
	const parts = allocated(
		heads,
		homes.map(([, share]) => share * (85 + random.below(31)))
	);
	return homes.flatMap(([home], i) => {
		const enrolled = parts[i] ?? 0;
		if (enrolled === 0) return [];
		const part = (shares: Readonly<Record<string, number>>): number => {
			const perMille = (shares[programme.level] ?? 0) + random.around(45);
			return clamped(rounded(enrolled * perMille, 1000), 0, enrolled);
		};
		const { institution, level, field } = programme;
		const counts = [enrolled, part(parameters.entrants), part(parameters.graduates)];
		return [[year, institution, level, field, sex, home, ...counts, 'true']];
	});
}
