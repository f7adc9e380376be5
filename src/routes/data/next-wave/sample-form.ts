import { marginOf, sampleSize, type SampleSize } from '#lib/survey/sample-size.ts';

export type SampleField =
	'population' | 'margin' | 'share' | 'level' | 'designEffect' | 'responseRate';

/** What is written in the fields: people as a number, shares and points as per cent. */
export type SampleForm = Record<SampleField, string>;

export interface SampleFound {
	/** Fields that hold no number within their bounds; then nothing is worked out. */
	readonly bad: readonly SampleField[];
	readonly size?: SampleSize;
	/** Answers that come if all who may be invited are, and the margin that they give, as a share. */
	readonly reached: number;
	readonly margin: number;
}

const inside: Readonly<Record<SampleField, (value: number) => boolean>> = {
	population: (value) => value >= 1 && value <= 1e9 && Number.isInteger(value),
	margin: (value) => value > 0 && value < 100,
	share: (value) => value > 0 && value < 100,
	level: (value) => value > 0 && value < 100,
	designEffect: (value) => value >= 1 && value <= 1000,
	responseRate: (value) => value >= 1 && value <= 100
};

/** Answers and invitations for what is written; commas in numbers of people count as thousands. */
export function sampleSizeOf(form: SampleForm): SampleFound {
	const value = (field: SampleField): number => numberIn(form[field], field === 'population');
	const fields = Object.keys(inside) as SampleField[];
	const bad = fields.filter((field) => !inside[field](value(field)));
	if (bad.length > 0) return { bad, reached: 0, margin: 0 };
	const aim = {
		...{ population: value('population'), designEffect: value('designEffect') },
		...{ share: value('share') / 100, level: value('level') / 100 }
	};
	const responseRate = value('responseRate') / 100;
	const size = sampleSize({ ...aim, margin: value('margin') / 100, responseRate });
	const reached = Math.max(1, Math.floor(aim.population * responseRate));
	return { bad, size, reached, margin: marginOf(reached, aim) };
}

function numberIn(text: string, isCount: boolean): number {
	const plain = text.trim().replace(/[\s\u00a0\u202f]/g, '');
	const tidy = isCount ? plain.replaceAll(',', '') : plain.replace(',', '.');
	return tidy === '' ? NaN : Number(tidy);
}
