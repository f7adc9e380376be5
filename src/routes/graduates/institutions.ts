import type { Standing } from '#lib/answers/standing.ts';
import { withheldLast, type ChartRow } from '#lib/charts/chart-row.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import { scaleOver } from '#lib/charts/scale.ts';
import { indicators } from '#lib/indicators/declared.ts';
import type { Answer, Estimate } from '#lib/vocabulary/estimate.ts';
import { graduates as shared } from '#lib/vocabulary/messages/graduates.ts';
import { graduatesWork as words } from '#lib/vocabulary/messages/graduates-work.ts';
import { describe, formatValue } from '#lib/vocabulary/numbers.ts';
import { formatSaid } from '#lib/vocabulary/said.ts';
import { joinWords } from '#lib/vocabulary/words.ts';
import { estimateTable } from '../story/estimate-table.ts';
import { absenceOf, definitionOf, drawn, figureAt } from '../story/story.ts';
import { careKey, ordered, sayable, source, stands, type Graduates } from './graduates-subject.ts';

const measures = ['employment', 'wage-employment', 'unemployment', 'underutilisation'];

/** Share in work by institution, with the response rate of each; the table has four measures. */
export async function institutionsFigure(graduates: Graduates): Promise<FigureModel> {
	const { teller } = graduates;
	const answers: Answer[] = [];
	for (const id of measures) answers.push(await graduates.ask(id, ['institution']));
	const [inWork] = answers as [Answer, ...Answer[]];
	const standing = await teller.standing(inWork.question);
	const rates = await teller.ask({
		...{ source, indicator: 'response-rate', by: ['institution'] },
		where: { wave: graduates.waves }
	});
	const order = ordered(inWork);
	const codes = order.map(({ key }) => key.join());
	const absence = absenceOf(answers);
	return {
		id: 'institutions',
		finding: finding(graduates, inWork, standing),
		what: words.institutionWhat(definitionOf('employment'), ratesSentence(rates, codes)),
		keyItems: careKey('attained'),
		source: graduates.source,
		measure: 'share',
		scale: scaleOver(inWork.estimates, 'share'),
		plot: {
			kind: 'capsule',
			rows: withheldLast(order.map((one) => institutionRow(graduates, one, rates))),
			label: words.institutionLabel,
			readHead: words.read
		},
		table: institutionTable(graduates, { answers, rates, codes }),
		computed: teller.computed([...answers, rates]),
		...(absence ? { absence } : {})
	};
}

function institutionTable(
	graduates: Graduates,
	told: {
		readonly answers: readonly Answer[];
		readonly rates: Answer;
		readonly codes: readonly string[];
	}
): FigureModel['table'] {
	const { answers, rates, codes } = told;
	const lines = codes.flatMap((code) =>
		answers.map((answer) => {
			const { indicator } = answer.question;
			const label = indicators[indicator]?.label ?? indicator;
			return {
				id: `${code} ${indicator}`,
				labels: [graduates.label('institution', code), rateOf(rates, code), label],
				...{ estimate: figureAt(answer, code), measure: 'share' as const }
			};
		})
	);
	return estimateTable(lines, {
		caption: words.institutionCaption(graduates.wave),
		heads: [
			{ id: 'institution', label: words.institution },
			{ id: 'response_rate', label: words.rateHead },
			{ id: 'measure', label: words.measure }
		],
		value: words.share
	});
}

function rateOf(rates: Answer, code: string): string {
	const { value } = figureAt(rates, code);
	return value === null ? '' : formatValue(value, 'share');
}

/** Lowest and highest of those shown: complete counts, which can be put in order. */
function ratesSentence(rates: Answer, codes: readonly string[]): string {
	const known = codes.flatMap((code) => figureAt(rates, code).value ?? []);
	if (known.length === 0) return shared.responseUnknown;
	const [lowest, highest] = [Math.min(...known), Math.max(...known)].map((rate) =>
		formatValue(rate, 'share')
	) as [string, string];
	return known.length === 1 ? words.rateOf(lowest) : words.ratesFrom(lowest, highest);
}

function institutionRow(graduates: Graduates, estimate: Estimate, rates: Answer): ChartRow {
	const code = estimate.key.join();
	const name = graduates.label('institution', code);
	const rate = rateOf(rates, code);
	return {
		...{ id: code, name, n: estimate.n },
		...(rate === '' ? {} : { under: [words.rate(rate)] }),
		marks: [{ role: 'attained', figure: drawn(estimate) }],
		sentence: describe(name, [{ figure: estimate, measure: 'share' }], shared.people)
	};
}

function finding(graduates: Graduates, inWork: Answer, standing: Standing): string {
	const [only] = sayable(inWork);
	if (only && inWork.estimates.length === 1) {
		const share = formatSaid(only.estimate, 'share');
		return words.institutionOne(graduates.label('institution', only.code), share);
	}
	const { top, ranked } = standing;
	const named = top.map((key) => graduates.label('institution', key.join()));
	if (ranked === 0) return words.institutionFew;
	if (ranked === 1) return words.institutionOnly(named.join());
	return stands(standing)
		? words.institutionTop(joinWords(named))
		: words.institutionOpen(top.length);
}
