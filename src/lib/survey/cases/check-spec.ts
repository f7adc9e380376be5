import { proportionMethods } from '#lib/survey/proportion-interval.ts';
import { quantileRules } from '#lib/survey/quantile.ts';
import { lonelyRules } from '#lib/vocabulary/question.ts';
import type { CaseSpec, DesignSpec } from './spec.ts';

/** A case as it comes from a file, where a list of one may stand as a scalar. */
type Given = Readonly<Record<string, unknown>>;

const listFields = ['by', 'methods', 'probs', 'coefs', 'terms', 'cells', 'domain', 'rows'];

/** Fields that name one thing of several. */
const choices = {
	qrule: quantileRules,
	interval_type: [...proportionMethods, 'quantile'],
	methods: proportionMethods,
	measure: ['mean', 'total', 'ratio'],
	scale: ['difference', 'relative', 'ratio', 'log_ratio']
} as const;

const designChoices = { kind: ['taylor', 'replicate'], lonely_psu: lonelyRules } as const;

/** What a method of calibration cannot do without. */
const calibrationFields: Readonly<Record<string, readonly string[]>> = {
	poststratify: ['columns', 'population'],
	rake: ['margins'],
	greg: ['totals'],
	raking_calfun: ['totals']
};

/**
 * The case with its lists as lists, once its choices, level and probabilities are found to be of the format:
 * a word that is not known must not be taken for another.
 * @throws RangeError naming the field
 */
export function checkedSpec(given: CaseSpec): CaseSpec {
	const fields: Given = { ...given };
	const lists = listFields
		.filter((name) => isPresent(fields[name]))
		.map((name) => [name, listOf(fields[name])] as const);
	const spec = { ...given, ...Object.fromEntries(lists) } as CaseSpec;
	const { level, probs = [], design } = spec;
	if (isPresent(level) && !(level > 0 && level < 1)) throw wrong('level', level, 'between 0 and 1');
	for (const prob of probs) {
		if (!(prob >= 0 && prob <= 1)) throw wrong('probs', prob, 'from 0 to 1');
	}
	assertChoices({ ...spec }, choices);
	if (spec.estimator === 'contrast') assertContrast(spec);
	return isPresent(design) ? { ...spec, design: checkedDesign(design) } : spec;
}

function checkedDesign(given: DesignSpec): DesignSpec {
	assertChoices({ ...given }, designChoices);
	if ((given as Given).adjust_domain_lonely === true) {
		throw new RangeError(
			'adjust_domain_lonely is not offered: only strata of the design are lonely'
		);
	}
	const calibration = given.calibration as Given | null | undefined;
	if (isPresent(calibration)) {
		const { method } = calibration;
		assertChoices(calibration, { method: Object.keys(calibrationFields) });
		for (const name of calibrationFields[String(method)] ?? ['method']) {
			if (!isPresent(calibration[name])) {
				throw new RangeError(`The calibration ${String(method)} names no ${name}`);
			}
		}
	}
	const { replicate_weights: replicates } = given;
	return isPresent(replicates) ? { ...given, replicate_weights: listOf(replicates) } : given;
}

/** A difference has a factor for each domain; the other scales compare two. */
function assertContrast({ cells = [], coefs = [1, -1], scale = 'difference' }: CaseSpec): void {
	const isSum = scale === 'difference';
	if (isSum ? cells.length !== coefs.length : cells.length < 2) {
		const needed = isSum ? `${coefs.length} coefs` : 'two';
		throw new RangeError(`A contrast of ${cells.length} cells needs ${needed}: ${scale}`);
	}
}

function assertChoices(fields: Given, known: Readonly<Record<string, readonly string[]>>): void {
	for (const [name, words] of Object.entries(known)) {
		for (const word of isPresent(fields[name]) ? listOf(fields[name]) : []) {
			if (!words.includes(String(word))) throw wrong(name, word, `one of ${words.join(', ')}`);
		}
	}
}

function wrong(field: string, value: unknown, must: string): RangeError {
	return new RangeError(`${field} is ${JSON.stringify(value)}, and must be ${must}`);
}

function isPresent<Value>(value: Value): value is NonNullable<Value> {
	return value !== null && value !== undefined;
}

function listOf<Item>(value: Item | readonly Item[]): readonly Item[] {
	return Array.isArray(value) ? (value as readonly Item[]) : [value as Item];
}
