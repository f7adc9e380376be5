import { isSayable } from '#lib/answers/standing.ts';
import type { ChartRow } from '#lib/charts/chart-row.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import { scaleOver } from '#lib/charts/scale.ts';
import { labelOf } from '#lib/contracts/catalogue.ts';
import type { Answer, Estimate } from '#lib/vocabulary/estimate.ts';
import { enrolmentSectors as words } from '#lib/vocabulary/messages/enrolment-sectors.ts';
import { enrolment as shared } from '#lib/vocabulary/messages/enrolment.ts';
import { story as storyWords } from '#lib/vocabulary/messages/story.ts';
import { describe } from '#lib/vocabulary/numbers.ts';
import type { Question } from '#lib/vocabulary/question.ts';
import { Graduates } from '../graduates/graduates-subject.ts';
import { estimateTable, type EstimateLine } from '../story/estimate-table.ts';
import { roleOfSector, sectorInSentence } from '../story/labels.ts';
import { absenceOf, drawn } from '../story/story.ts';
import type { Enrolment } from './enrolment-subject.ts';
import { openNote, reachedTitle, shareOf, type Reached } from './reached-title.ts';
import { topFields } from './top-fields.ts';

/** Which fields' graduates work in the target sectors: the tracer study, its latest wave. */
export async function sectorsReached(enrolment: Enrolment): Promise<FigureModel> {
	const { teller, view } = enrolment;
	const question = questionOf(enrolment);
	const answer = await teller.ask(question);
	const sectors = teller.catalogue.site.targetSectors.map(({ code }) => code);
	const reached: Reached = { enrolment, answer, sectors, fields: fieldsOf(answer, sectors) };
	const { tops, asked } = await topFields(teller, question, reached);
	const absence = absenceOf([answer]);
	const wave = latestWave(enrolment);
	const home = view.filters.residence ? words.reachedHome : '';
	const graduates = await Graduates.open({ filters: { wave: [wave] }, choices: {} }, teller);
	return {
		id: 'sectors-reached',
		finding: reachedTitle(reached, tops),
		what: words.reachedWhat(wave, openNote(reached, tops) + home),
		keyItems: [
			...sectors.map((code) => ({
				text: sectorInSentence(teller.catalogue, code),
				form: 'mark' as const,
				role: roleOfSector(teller.catalogue, code)
			})),
			{ text: storyWords.keyInterval },
			{ text: storyWords.keyHollow, form: 'hollow' }
		],
		source: graduates.source,
		measure: 'share',
		scale: scaleOver(shareLines(reached), 'share'),
		plot: {
			kind: 'paired',
			rows: reached.fields.map((field) => fieldRow(reached, field)),
			label: words.reachedLabel
		},
		table: estimateTable(
			reached.fields.flatMap((field) => tableLines(reached, field)),
			{
				caption: words.reachedCaption(wave),
				heads: [
					{ id: 'field', label: shared.field },
					{ id: 'sector', label: words.sector }
				],
				value: words.share
			}
		),
		computed: teller.computed([answer, ...asked]),
		...(absence ? { absence } : {})
	};
}

function latestWave({ teller }: Enrolment): string {
	const waves = teller.catalogue.surveys.filter(({ id }) => id === 'tracer');
	return (
		waves
			.map(({ wave }) => wave)
			.sort()
			.at(-1) ?? ''
	);
}

/** The home that the records know at entry is the one before studying; a year chosen stays, to be refused. */
function questionOf(enrolment: Enrolment): Question {
	const { residence, ...others } = enrolment.view.filters;
	return {
		...{ source: 'tracer', indicator: 'sector-mix', by: ['field'] },
		where: {
			...others,
			...(residence ? { residence_origin: residence } : {}),
			wave: [latestWave(enrolment)]
		}
	};
}

function fieldsOf(answer: Answer, sectors: readonly string[]): string[] {
	const fields = [
		...new Set(answer.estimates.filter(({ n }) => n > 0).map(({ key }) => key.join()))
	];
	const largest = (field: string) =>
		Math.max(
			...sectors
				.map((sector) => shareOf({ answer }, field, sector))
				.map((one) => (isSayable(one) ? (one.value ?? 0) : -1))
		);
	return fields.toSorted((a, b) => largest(b) - largest(a));
}

function shareLines(reached: Reached): Estimate[] {
	return reached.fields.flatMap((field) =>
		reached.sectors.map((sector) => shareOf(reached, field, sector))
	);
}

function fieldRow(reached: Reached, field: string): ChartRow {
	const { catalogue } = reached.enrolment.teller;
	const name = labelOf(catalogue, 'field', field);
	const shares = reached.sectors.map((sector) => ({
		sector,
		figure: shareOf(reached, field, sector)
	}));
	const n = shares[0]?.figure.n;
	return {
		...{ id: field, name, n },
		marks: shares.map(({ sector, figure }) => ({
			role: roleOfSector(catalogue, sector),
			figure: drawn(figure)
		})),
		sentence: describe(
			name,
			shares.map(({ sector, figure }) => ({
				...{ label: sectorInSentence(catalogue, sector), figure, measure: 'share' as const }
			}))
		)
	};
}

function tableLines(reached: Reached, field: string): EstimateLine[] {
	const { catalogue } = reached.enrolment.teller;
	return reached.sectors.map((sector) => ({
		id: `${field} ${sector}`,
		labels: [labelOf(catalogue, 'field', field), labelOf(catalogue, 'sector', sector)],
		estimate: shareOf(reached, field, sector),
		measure: 'share'
	}));
}
