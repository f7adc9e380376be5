import { compare } from '#lib/answers/standing.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import { policyBrief as words } from '#lib/vocabulary/messages/policy-brief.ts';
import type { View } from '#lib/vocabulary/view.ts';
import { byGender, byResidence, type Grouping } from '../sectors/[sector]/grouping.ts';
import { tellSector } from '../sectors/[sector]/story.ts';
import { Subject } from '../sectors/[sector]/subject.ts';
import { definitionOf, type Teller } from '../story/story.ts';
import { said, withRows, type Evidence } from './evidence.ts';
import type { Ground } from './ground.ts';

/** Rows of the charts: skills, and skills below the row of all together. */
const drawnSkills = 6;
const drawnByGroup = 3;

interface About {
	readonly view: View;
	/** Whether the jobs of a sector are likely to last. */
	readonly demand: Ground['supply']['demand'];
}

/** The evidence on one sector: gaps by skill, and those of women and men or of rural and urban workers. */
export async function evidenceOfSector(
	sector: string,
	{ view: { filters, choices }, demand: known }: About,
	teller: Teller
): Promise<Evidence> {
	const others = Object.entries(filters).filter(([id]) => id !== 'sector');
	const view = { filters: Object.fromEntries(others), choices: sectorChoices(choices) };
	const { title, lead, shown, figures } = await tellSector(sector, view, teller);
	const subject = new Subject(sector, view, teller);
	const [bySkill, gender, residence, employers] = [
		...['by-skill', 'by-gender', 'by-residence', 'employers']
	].map((id) => figures.find((figure) => figure.id === id));
	if (!bySkill || !gender || !residence || !employers) throw new RangeError('A figure is missing');
	const groups = await mostTelling(subject, [
		{ grouping: byGender(), figure: gender },
		{ grouping: byResidence(subject), figure: residence }
	]);
	const demand = known[sector];
	return {
		...{ title, lead, shown },
		findings: [
			...[gender, residence, employers].flatMap(said).map(words.sentence),
			...(demand ? [words.demand(subject.name, demand.risk, demand.text)] : [])
		],
		figures: [
			withRows(bySkill, skillsWhat(bySkill), (_id, at) => at < drawnSkills),
			withRows(
				groups,
				words.byGroup(definitionOf('incidence'), drawnByGroup),
				(_id, at) => at <= drawnByGroup
			)
		],
		answers: []
	};
}

/** Weights and conditions are no choices of a sector's page. */
function sectorChoices({ periurban }: View['choices']): View['choices'] {
	return periurban === undefined ? {} : { periurban };
}

function skillsWhat({ what }: FigureModel): string {
	return `${what} ${words.largest(drawnSkills)}`;
}

interface Compared {
	readonly grouping: Grouping;
	readonly figure: FigureModel;
}

/** The figure whose groups can be told apart, else the first whose groups could be compared. */
async function mostTelling(subject: Subject, compared: readonly Compared[]): Promise<FigureModel> {
	const order = ['above', 'below', 'unclear', 'unknown'];
	const found: { readonly figure: FigureModel; readonly at: number }[] = [];
	for (const { grouping, figure } of compared) {
		const difference = { dimension: grouping.dimension, minus: grouping.pair };
		const apart = await subject.teller.ask(subject.question('incidence', [], difference));
		found.push({ figure, at: Math.max(1, order.indexOf(compare(apart.estimates[0]))) });
	}
	const [best] = found.toSorted((a, b) => a.at - b.at);
	if (!best) throw new RangeError('No figures to choose from');
	return best.figure;
}
