/** What is decided from an own survey, an order of courses, its files, a plan, a policy brief, rests on what may leave. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { AskContext } from '#lib/answers/ask.ts';
import { forLeaving } from '#lib/answers/own-withhold.ts';
import type { Planning } from '#lib/contracts/planning.ts';
import { draftSettings } from '#lib/decisions/brief.ts';
import { criteria } from '#lib/decisions/criteria.ts';
import type { Estimate } from '#lib/vocabulary/estimate.ts';
import { emptyView, type View } from '#lib/vocabulary/view.ts';
import { settingsOf } from '../src/routes/credentials/choices.ts';
import { orderFile } from '../src/routes/credentials/files.ts';
import { gatherFor, type Gathered } from '../src/routes/credentials/gathered.ts';
import { orderOf } from '../src/routes/credentials/order.ts';
import { askPlan } from '../src/routes/credentials/portfolio/ask-plan.ts';
import { fieldsOf } from '../src/routes/credentials/portfolio/fields.ts';
import { readSettings } from '../src/routes/credentials/portfolio/settings.ts';
import { tellPlan } from '../src/routes/credentials/portfolio/told-plan.ts';
import { tellBrief } from '../src/routes/brief/story.ts';
import { groundOf } from '../src/routes/brief/ground.ts';
import { Teller } from '../src/routes/story/story.ts';
import { readGenerated } from './support/catalogue.ts';
import { ownContextOf } from './support/own-context.ts';

const women: View = { filters: { sex: ['F'] }, choices: {} };

let context: AskContext;
let planning: Planning;
let screen: Gathered;
let leaving: Gathered;

beforeAll(async () => {
	// Few employers with vacancies in mining; elsewhere few enough that groups of a course are small.
	context = await ownContextOf(
		'audit',
		['audit_skill', 'audit_establishment'],
		[
			`DELETE FROM audit_skill WHERE hash(cluster) % 6 > 0`,
			`UPDATE audit_skill SET wave = '2025', stratum = sector`,
			`DELETE FROM audit_establishment WHERE sector = 'MIN' AND establishment NOT IN (
			SELECT establishment FROM audit_establishment
			WHERE sector = 'MIN' AND vacancies > 0 ORDER BY establishment LIMIT 2
		)`,
			`UPDATE audit_establishment SET wave = '2025', stratum = sector`
		]
	);
	planning = await readGenerated<Planning>('planning.json');
	// The page tells its order before it is told again for what leaves.
	screen = await gatherFor(women, new Teller(context), planning);
	leaving = await gatherFor(women, new Teller(forLeaving(context)), planning);
}, 60_000);

const all = ({ measured, unfit }: Gathered) => [...measured.weighed, ...unfit];
const idsOf = (gathered: Gathered): string[] => all(gathered).map(({ candidate }) => candidate.id);
const ofWorkers = ({ evidence }: ReturnType<typeof all>[number]): Estimate[] =>
	[evidence.reach, evidence.need, evidence.rural, evidence.residenceGap].filter(
		(one) => one !== undefined
	);
const told = (one: Estimate): boolean => one.value !== null;
const ofFewWorkers = ({ n, clusters }: Estimate): boolean => n < 10 || clusters < 3;
const ofFewEmployers = ({ n }: Estimate): boolean => n < 3;

test('the same courses leave as stand on screen', () => {
	expect(idsOf(leaving).toSorted()).toEqual(idsOf(screen).toSorted());
	expect(leaving.measured.weighed.length).toBeGreaterThan(0);
});

test('no figure of fewer than ten people or three employers leaves with them', () => {
	const figures = (gathered: Gathered) => all(gathered).flatMap(ofWorkers).filter(told);
	const vacancies = (gathered: Gathered) =>
		all(gathered)
			.map(({ evidence }) => evidence.scarcity)
			.filter(told);
	expect(figures(screen).some(ofFewWorkers)).toBe(true);
	expect(vacancies(screen).some(ofFewEmployers)).toBe(true);
	expect(figures(leaving).filter(ofFewWorkers)).toEqual([]);
	expect(vacancies(leaving).filter(ofFewEmployers)).toEqual([]);
});

test('the file of replicates holds no draw of what is withheld', () => {
	const at = criteria.findIndex(({ id }) => id === 'scarcity');
	const withheld = leaving.measured.weighed.flatMap(({ evidence: { scarcity } }, i) =>
		scarcity.quality === 'suppressed' ? [i] : []
	);
	expect(withheld.length).toBeGreaterThan(0);
	for (const i of withheld) expect(leaving.measured.replicates[i]?.[at]).toHaveLength(0);
	const { catalogue } = context;
	const order = orderOf(leaving, settingsOf(women), { catalogue, supply: planning });
	const { table } = orderFile('replicates', order, settingsOf(women));
	const lines = table.rows.filter(({ cells: [, criterion] }) => criterion === 'scarcity');
	const ofMining = lines.filter(({ cells: [candidate] }) => String(candidate).startsWith('MIN'));
	for (const { cells } of ofMining)
		expect(cells.slice(3).filter((one) => one !== null)).toEqual([]);
});

describe('a plan within a budget', () => {
	async function planned(from: AskContext) {
		const fields = fieldsOf(planning.costs, draftSettings.hours);
		const settings = readSettings(fields, {}, 'levels');
		if ('wrong' in settings) throw new Error(JSON.stringify(settings.wrong));
		const { currency } = planning.costs;
		const asked = await askPlan(
			{
				...{ view: emptyView, courses: idsOf(screen), settings, fields, texts: {}, currency },
				supply: planning
			},
			new Teller(from)
		);
		if ('code' in asked) throw new Error(asked.code);
		return asked;
	}

	test('offers nothing that may not leave, and says where that was', async () => {
		const asked = await planned(forLeaving(context));
		const { offers, left } = asked.offers;
		expect(offers.length).toBeGreaterThan(0);
		expect(offers.filter(({ short }) => !told(short) || ofFewWorkers(short))).toEqual([]);
		expect(left.some(({ reason }) => reason === 'withheld')).toBe(true);
		const plan = tellPlan({ asked, seconds: 0, result: { status: 'none', loosen: [], reach: {} } });
		expect(plan.left.some((one) => one.endsWith('as is all that leaves this device'))).toBe(true);
	});

	test('says nothing of that where its owner protects nobody', async () => {
		const { left } = (await planned(context)).offers;
		expect(left.length).toBeGreaterThan(0);
		expect(left.some(({ reason }) => reason === 'withheld')).toBe(false);
	});
});

test('a policy brief on paper has the courses of the screen', async () => {
	const ground = groundOf(context.catalogue, planning);
	const brief = (from: AskContext) => tellBrief(emptyView, new Teller(from), ground);
	const ids = (text: string) => new Set(text.match(/\b(MIN|TEX|AGR)-[0-9a-f]{4}\b/g));
	const onScreen = ids(JSON.stringify(await brief(context)));
	expect(onScreen.size).toBeGreaterThan(0);
	expect(ids(JSON.stringify(await brief(forLeaving(context))))).toEqual(onScreen);
});
