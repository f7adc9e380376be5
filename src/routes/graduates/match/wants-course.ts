import { compare } from '#lib/answers/standing.ts';
import { withheldLast, type ChartRow } from '#lib/charts/chart-row.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import type { Role } from '#lib/charts/roles.ts';
import { scaleOver } from '#lib/charts/scale.ts';
import type { Estimate } from '#lib/vocabulary/estimate.ts';
import { graduates as shared } from '#lib/vocabulary/messages/graduates.ts';
import { graduatesCourses as words } from '#lib/vocabulary/messages/graduates-courses.ts';
import { describe } from '#lib/vocabulary/numbers.ts';
import { formatSaid } from '#lib/vocabulary/said.ts';
import { estimateTable } from '../../story/estimate-table.ts';
import { roleOfResidence, roleOfSex } from '../../story/labels.ts';
import { absenceOf, definitionOf, drawn, figureAt } from '../../story/story.ts';
import { careKey, isSaid, pairsOf, type Graduates } from '../graduates-subject.ts';

interface Entry {
	readonly id: string;
	readonly name: string;
	readonly role: Role;
	readonly estimate: Estimate;
}

/** Who would take a short course now: would-be learners, apart from workers who are short of a skill. */
export async function wantsCourseFigure(graduates: Graduates): Promise<FigureModel> {
	const { teller } = graduates;
	const all = await graduates.ask('wants-course');
	const answers = [all];
	const entries: Entry[] = [
		{ id: 'all', name: words.all, role: 'comparison', estimate: figureAt(all) }
	];
	const clauses: string[] = [];
	for (const { dimension, minus } of pairsOf(graduates)) {
		const answer = await graduates.ask('wants-course', [dimension]);
		const apart = await graduates.apart('wants-course', { dimension, minus });
		answers.push(answer, apart);
		entries.push(...answer.estimates.map((one) => entryOf(graduates, dimension, one)));
		const [a, b] = minus.map((code) => graduates.group(dimension, code)) as [string, string];
		const comparison = compare(apart.estimates[0]);
		if (comparison === 'above') clauses.push(words.wantsAbove(a, b));
		if (comparison === 'below') clauses.push(words.wantsAbove(b, a));
		if (comparison === 'unclear') clauses.push(words.wantsUnclear(a, b));
	}
	const share = figureAt(all);
	const absence = absenceOf([all]);
	return {
		id: 'wants-course',
		finding: isSaid(share)
			? [words.wants(formatSaid(share, 'share'), graduates.people), ...clauses].join(words.clauses)
			: words.wantsFew,
		what: words.wantsWhat(definitionOf('wants-course')),
		keyItems: careKey('comparison'),
		source: graduates.source,
		measure: 'share',
		scale: scaleOver(
			entries.map(({ estimate }) => estimate),
			'share'
		),
		plot: {
			kind: 'capsule',
			rows: withheldLast(entries.map(rowOf)),
			label: words.wantsLabel,
			...{ readHead: words.read, tight: true }
		},
		table: wantsTable(graduates, entries),
		computed: teller.computed(answers),
		...(absence ? { absence } : {})
	};
}

function wantsTable(graduates: Graduates, entries: readonly Entry[]): FigureModel['table'] {
	const lines = entries.map(({ id, name, estimate }) => ({
		...{ id, labels: [name], estimate, measure: 'share' as const }
	}));
	return estimateTable(lines, {
		caption: words.wantsCaption(graduates.wave),
		heads: [{ id: 'group', label: words.group }],
		value: words.share
	});
}

function entryOf(graduates: Graduates, dimension: string, estimate: Estimate): Entry {
	const code = estimate.key.join();
	return {
		id: `${dimension} ${code}`,
		name: graduates.label(dimension, code),
		role: roleOfSex[code] ?? roleOfResidence[code] ?? 'comparison',
		estimate
	};
}

function rowOf({ id, name, role, estimate }: Entry): ChartRow {
	return {
		...{ id, name, n: estimate.n },
		marks: [{ role, figure: drawn(estimate) }],
		sentence: describe(name, [{ figure: estimate, measure: 'share' }], shared.people)
	};
}
