import type { ChartRow } from '#lib/charts/chart-row.ts';
import type { ChartTable } from '#lib/charts/chart-table.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import { scaleOver } from '#lib/charts/scale.ts';
import type { Survey } from '#lib/contracts/catalogue.ts';
import { sourceOfKind, type OwnSurvey } from '#lib/contracts/own-survey.ts';
import { indicators } from '#lib/indicators/declared.ts';
import type { Answer } from '#lib/vocabulary/estimate.ts';
import { ownList as words } from '#lib/vocabulary/messages/own-list.ts';
import { story as shared } from '#lib/vocabulary/messages/story.ts';
import { describe } from '#lib/vocabulary/numbers.ts';
import type { Question } from '#lib/vocabulary/question.ts';
import { inSentence } from '#lib/vocabulary/words.ts';
import { estimateTable } from '../../story/estimate-table.ts';
import { drawn, figureAt, type Teller } from '../../story/story.ts';

/** Shares that tell most of each source; those that a survey was not asked are left out. */
const headlines: Readonly<Record<string, readonly string[]>> = {
	tracer: [
		...['employment', 'wage-employment', 'unemployment', 'first-job-within-12'],
		...['over-qualification-rate', 'field-mismatch', 'wants-course']
	],
	audit: [
		...['incidence', 'attainment', 'gap-density', 'gap-incidence', 'vacancy-density'],
		...['hard-to-fill-density', 'skill-shortage-density']
	],
	enrolment: ['women-among-enrolled', 'rural-among-enrolled', 'women-among-graduates']
};

/** Told from the site's by its shape as well as its colour. */
const ownRole = 'sector-1';

interface Pair {
	readonly id: string;
	readonly own: Answer;
	readonly site: Answer;
}

/**
 * The headline measures of an own survey beside those of the site's, each with its interval. Undefined where the
 * two have none in common.
 */
export async function besideFigure(
	survey: OwnSurvey,
	own: Teller,
	site: Teller
): Promise<FigureModel | undefined> {
	const source = sourceOfKind(survey.kind) ?? '';
	const theirs = latestOf(site, source);
	const pairs = await askBoth(source, own, site);
	if (pairs.length === 0 || !theirs) return undefined;
	const siteTitle = `${theirs.title}, ${theirs.wave}`;
	const estimates = pairs.flatMap((pair) => [figureAt(pair.own), figureAt(pair.site)]);
	const made = own.computed(pairs.map((pair) => pair.own));
	return {
		id: 'beside',
		finding: words.compareFinding(survey.title, inSentence(siteTitle)),
		what: words.compareWhat(survey.universe),
		keyItems: [
			{ text: words.compareOwn, form: 'mark', role: ownRole },
			{ text: words.compareSite, form: 'mark', role: 'comparison' },
			{ text: shared.keyInterval },
			{ text: shared.keyHollow, form: 'hollow', role: 'comparison' }
		],
		source: words.compareSource(
			shared.source(survey.title, survey.wave, own.catalogue.site.notice),
			shared.source(theirs.title, theirs.wave, site.catalogue.site.notice)
		),
		measure: 'share',
		scale: scaleOver(estimates, 'share'),
		plot: { kind: 'paired', rows: pairs.map(rowOf), label: words.compareLabel },
		table: tableOf(pairs, [`${survey.title}, ${survey.wave}`, siteTitle]),
		computed: {
			method: made.method,
			questions: [...made.questions, ...site.computed(pairs.map((pair) => pair.site)).questions]
		}
	};
}

/** The measures that both surveys can tell. */
async function askBoth(source: string, own: Teller, site: Teller): Promise<Pair[]> {
	const theirs = latestOf(site, source);
	const where = source === 'tracer' && theirs ? { wave: [theirs.wave] } : latestYear(theirs);
	const pairs: Pair[] = [];
	for (const id of headlines[source] ?? []) {
		const asked = { source, indicator: id, by: [] };
		const ownAnswer = await own.ask({ ...asked, where: latestYear(latestOf(own, source)) });
		const siteAnswer = await site.ask({ ...asked, where });
		if (ownAnswer.problem || siteAnswer.problem) continue;
		pairs.push({ id, own: ownAnswer, site: siteAnswer });
	}
	return pairs;
}

/** @param surveys titles with waves, the own one first */
function tableOf(pairs: readonly Pair[], surveys: readonly [string, string]): ChartTable {
	const lines = pairs.flatMap(({ id, own, site }) =>
		[own, site].map((answer, i) => ({
			...{ id: `${id} ${i}`, labels: [labelOf(id), surveys[i] ?? ''] },
			...{ estimate: figureAt(answer), measure: 'share' as const }
		}))
	);
	const [own, site] = surveys;
	return estimateTable(lines, {
		caption: words.compareCaption(own, inSentence(site)),
		heads: [
			{ id: 'measure', label: words.compareMeasure },
			{ id: 'survey', label: words.compareSurvey }
		],
		value: words.compareValue
	});
}

function latestOf({ catalogue }: Teller, source: string): Survey | undefined {
	return catalogue.surveys
		.filter(({ id }) => id === source)
		.toSorted((a, b) => (a.wave < b.wave ? -1 : 1))
		.at(-1);
}

/** Records of several years are compared in their last one. */
function latestYear(survey: Survey | undefined): Question['where'] {
	const last = survey?.years?.at(-1);
	return last === undefined ? {} : { year: [last] };
}

function labelOf(indicator: string): string {
	return indicators[indicator]?.label ?? indicator;
}

function rowOf({ id, own, site }: Pair): ChartRow {
	const name = labelOf(id);
	return {
		...{ id, name },
		marks: [
			{ role: ownRole, figure: drawn(figureAt(own)) },
			{ role: 'comparison', figure: drawn(figureAt(site)) }
		],
		sentence: describe(name, [
			{ label: words.compareOwn, figure: figureAt(own), measure: 'share' },
			{ label: words.compareSite, figure: figureAt(site), measure: 'share' }
		])
	};
}
