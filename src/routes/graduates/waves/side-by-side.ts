import type { ChartRow } from '#lib/charts/chart-row.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import type { Role } from '#lib/charts/roles.ts';
import { scaleOver } from '#lib/charts/scale.ts';
import type { Survey } from '#lib/contracts/catalogue.ts';
import type { Answer } from '#lib/vocabulary/estimate.ts';
import { story as shared } from '#lib/vocabulary/messages/story.ts';
import { sideBySide as words } from '#lib/vocabulary/messages/waves-side-by-side.ts';
import { describe } from '#lib/vocabulary/numbers.ts';
import { joinWords } from '#lib/vocabulary/words.ts';
import { estimateTable } from '../../story/estimate-table.ts';
import { absenceOf, drawn, figureAt } from '../../story/story.ts';
import { source, surveysOf, type Graduates } from '../graduates-subject.ts';
import { nameOf } from './wave-changes.ts';
import { compared } from './waves-figure.ts';

/** Told apart by shape and colour; the wave that the page is about has the first. */
const roles: readonly Role[] = ['sector-1', 'comparison', 'sector-2', 'sector-3'];

/** What stands under a View where no change may be drawn. */
export interface SideBySide {
	readonly title: string;
	readonly lead: string;
	readonly figures: readonly FigureModel[];
}

interface Asked {
	/** Of the indicator. */
	readonly id: string;
	readonly answer: Answer;
}

/** Every measure from every wave, without any difference: nobody calls the waves comparable. */
export async function wavesSideBySide(graduates: Graduates): Promise<SideBySide> {
	const { teller, view } = graduates;
	const waves = shownWaves(graduates);
	const answers: Asked[] = [];
	for (const id of compared) {
		const where = { ...view.filters, wave: waves.map(({ wave }) => wave) };
		const answer = await teller.ask({ source, indicator: id, by: ['wave'], where });
		answers.push({ id, answer });
	}
	const all = answers.map(({ answer }) => answer);
	const absence = absenceOf(all);
	const figure: FigureModel = {
		...{ id: 'waves', finding: words.finding, what: words.what, measure: 'share' },
		keyItems: [
			...waves.map(({ wave }, i) => ({
				...{ text: wave, form: 'mark' as const },
				role: roles[i] ?? 'comparison'
			})),
			{ text: shared.keyInterval },
			{ text: shared.keyHollow, form: 'hollow', role: 'comparison' }
		],
		source: words.source(
			waves.map(({ title, wave }) => words.survey(title, wave)).join('; '),
			teller.catalogue.site.notice
		),
		scale: scaleOver(
			all.flatMap(({ estimates }) => estimates),
			'share'
		),
		plot: {
			...{ kind: 'paired', label: words.label },
			rows: answers.map((one) => rowOf(one, waves))
		},
		table: tableOf(answers, waves),
		computed: teller.computed(all),
		...(absence ? { absence } : {})
	};
	return { title: absence?.title ?? words.title, lead: words.lead, figures: [figure] };
}

function rowOf({ id, answer }: Asked, waves: readonly Survey[]): ChartRow {
	const name = nameOf(id);
	return {
		...{ id, name },
		marks: waves.map(({ wave }, i) => ({
			role: roles[i] ?? 'comparison',
			figure: drawn(figureAt(answer, wave))
		})),
		sentence: describe(
			name,
			waves.map(({ wave }) => {
				return { label: wave, figure: figureAt(answer, wave), measure: 'share' as const };
			})
		)
	};
}

/** The wave that the page is about first, then those nearest to it, as many as can be told apart. */
function shownWaves({ teller }: Graduates): Survey[] {
	const all = surveysOf(teller);
	const at = all.findIndex(({ wave }) => wave === teller.catalogue.site.default.wave);
	const apart = (survey: Survey): number => Math.abs(all.indexOf(survey) - Math.max(at, 0));
	return all.toSorted((a, b) => apart(a) - apart(b)).slice(0, roles.length);
}

function tableOf(answers: readonly Asked[], waves: readonly Survey[]): FigureModel['table'] {
	const lines = answers.flatMap(({ id, answer }) =>
		waves.map(({ wave }) => ({
			...{ id: `${id} ${wave}`, labels: [nameOf(id), wave], measure: 'share' as const },
			estimate: figureAt(answer, wave)
		}))
	);
	return estimateTable(lines, {
		caption: words.caption(joinWords(waves.map(({ wave }) => wave))),
		heads: [
			{ id: 'measure', label: words.measure },
			{ id: 'wave', label: words.wave }
		],
		value: words.value
	});
}
