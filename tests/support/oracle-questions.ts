import { domainOf, evaluate } from '#lib/survey/cases/evaluate.ts';
import type { CaseSpec, Row, VariableSpec } from '#lib/survey/cases/spec.ts';
import { tableOf } from '#lib/survey/cases/table.ts';
import { designOf } from './oracle-designs.ts';

/** One question of a case, the file it is asked of, and the row of R's run that answers it. */
export interface OracleQuestion {
	readonly csv: string;
	readonly question: object;
	/** Rows of the case that the answer has to give, by their place in the case. */
	readonly answers: (row: Row) => boolean;
}

/**
 * A case as questions to the command line. Conditions and computed variables become columns of the file, since
 * a person would have them there.
 */
export function questionsOf(spec: CaseSpec, csv: string): OracleQuestion[] {
	const table = tableOf(csv);
	const added = new Map<string, readonly (string | number)[]>();
	const flags = (name: string, inside: Uint8Array) => {
		added.set(name, Array.from(inside, String));
		return { [name]: ['1'] };
	};
	const values = (name: string, variable: VariableSpec | undefined) => {
		const numbers = evaluate(table, variable ?? { const: 1 });
		added.set(
			name,
			Array.from(numbers, (one) => (Number.isFinite(one) ? one : ''))
		);
		return name;
	};
	const { level, by, domain } = spec;
	const base = {
		...designOf(spec.design ?? {}, table),
		...(by ? { by } : {}),
		...(level === undefined ? {} : { level })
	};
	const terms = (spec.cells ?? []).map((cell, k) =>
		flags(`term_${k}`, domainOf(table, cell.domain))
	);
	const where =
		domain && domain.length > 0 ? { where: flags('kept', domainOf(table, domain)) } : {};
	const ask = (question: object, answers: (row: Row) => boolean = () => true) => ({
		question: { ...base, ...where, ...question },
		answers
	});
	const questions = asked();
	const file = withColumns(csv, added);
	return questions.map((one) => ({ ...one, csv: file }));

	function asked() {
		switch (spec.estimator) {
			case 'mean':
				return [ask({ indicator: { kind: 'mean', of: values('y', spec.variable) } })];
			case 'total':
				return [ask({ indicator: { kind: 'total', of: values('y', spec.variable) } })];
			case 'ratio':
				return [ask({ indicator: ratio() })];
			case 'quantile':
				return (spec.probs ?? [0.5]).map((quantile) =>
					ask(
						{
							indicator: { kind: 'quantile', of: values('y', spec.variable) },
							...{ quantile, rule: spec.qrule ?? 'math' },
							...(spec.interval_type ? { interval: spec.interval_type } : {})
						},
						({ prob }) => prob === quantile
					)
				);
			case 'ciprop':
				return (spec.methods ?? []).map((interval) =>
					ask(
						{
							indicator: { kind: 'proportion', of: values('y', spec.variable), equals: 1 },
							interval
						},
						({ method }) => method === interval
					)
				);
			case 'proportion':
				return categories().map((equals) =>
					ask(
						{
							indicator: { kind: 'proportion', of: String(spec.variable), equals },
							interval: 'mean'
						},
						({ category }) => String(category) === equals
					)
				);
			case 'contrast':
				return [ask({ indicator: measured(), contrast: contrast() })];
			default:
				return [];
		}
	}

	function ratio() {
		return {
			kind: 'ratio',
			numerator: values('y', spec.numerator),
			denominator: values('x', spec.denominator)
		};
	}

	function measured() {
		if (spec.measure === 'ratio') return ratio();
		return { kind: spec.measure ?? 'mean', of: values('y', spec.variable) };
	}

	function contrast() {
		const { scale, coefs = [1, -1] } = spec;
		if (scale === 'relative' || scale === 'ratio') return { form: scale, of: terms };
		if (scale === 'log_ratio') return { form: 'log-ratio', of: terms };
		return terms.map((term, k) => ({ times: coefs[k] ?? 0, where: term }));
	}

	function categories(): string[] {
		if (typeof spec.variable !== 'string') return [];
		return [...new Set((spec.expected?.rows ?? []).map(({ category }) => String(category)))];
	}
}

function withColumns(
	csv: string,
	added: ReadonlyMap<string, readonly (string | number)[]>
): string {
	const lines = csv.trimEnd().split(/\r?\n/);
	return lines
		.map((line, i) => {
			const own = [...added].map(([name, cells]) => (i === 0 ? name : String(cells[i - 1])));
			return [line, ...own].join(',');
		})
		.join('\n');
}
