import { describe, expect, test } from 'vitest';
import { match } from '#tests/support/checked-file.ts';
import { csvChecks, kindStep as kind } from '#tests/support/csv-checks.ts';

const check = csvChecks();

describe('enrolment', () => {
	test('totals are told apart from head counts', async () => {
		const csv = 'y,sex,n,new\n2023/24,F,10,4\n2023/24,M,8,9\n2023/24,Total,18,13\nTotal,,18,2\n';
		const steps = [match('year', 'y'), match('sex', 'sex'), match('enrolled', 'n')];
		const { spoken, rows } = await check(csv, [
			...[kind('enrolment', 'head-count'), ...steps, match('entrants', 'new')]
		]);
		expect(spoken.filter(({ rule }) => rule === 'total-row')).toMatchObject([
			{ column: 'y', row: 5 },
			{ column: 'sex', row: 4 }
		]);
		expect(spoken).toContainEqual(
			expect.objectContaining({ rule: 'entrants-above-enrolled', row: 3 })
		);
		expect(rows).toMatchObject([{ year: '2023', sex: 'F', enrolled: 10 }]);
	});

	test('women and men are held to the total beside them, in columns and in rows', async () => {
		const beside = 'y,Male,Female,all\n2021,10,20,30\n2022,10,20,31\n2023,,20,20\n';
		const steps = [kind('enrolment', 'head-count'), match('year', 'y')];
		const columns = await check(beside, [...steps, match('enrolled', 'all')]);
		expect(columns.spoken).toMatchObject([{ rule: 'parts-not-total', row: 3, count: 1 }]);
		expect(columns.spoken[0]?.message).toContain('“Female” and “Male”');
		const below =
			'y,s,n\n2021,F,20\n2021,M,10\n2021,Total,30\n2022,F,20\n2022,M,10\n2022,Total,31\n';
		const matched = [match('sex', 's'), match('enrolled', 'n')];
		const inRows = await check(below, [...steps, ...matched]);
		expect(inRows.spoken.filter(({ rule }) => rule === 'parts-not-total')).toMatchObject([
			{ row: 7, column: 'n', severity: 'warning' }
		]);
	});

	test('a head count as large as all the others is told', async () => {
		const csv = 'y,n\n2020,10\n2021,20\n2022,30\n,60\n';
		const steps = [kind('enrolment', 'head-count'), match('year', 'y'), match('enrolled', 'n')];
		const { spoken } = await check(csv, steps);
		expect(spoken).toContainEqual(
			expect.objectContaining({ rule: 'sum-of-others', row: 5, severity: 'warning' })
		);
	});

	test('students are counted into cells', async () => {
		const csv = 'y,sex,level\n2023,F,6\n2023,F,6\n2023,M,6\n';
		const steps = [match('year', 'y'), match('sex', 'sex'), match('isced_level', 'level')];
		const { rows } = await check(csv, [kind('enrolment', 'student'), ...steps]);
		expect(rows.map(({ sex, enrolled }) => [sex, enrolled])).toEqual([
			['F', 2],
			['M', 1]
		]);
	});
});
