import type { Reading } from '#lib/ingest/reading/reading.ts';
import { plainReading } from './raw-table.ts';
import type { Step } from '#lib/ingest/recipe/recipe.ts';

/** A file, the steps over it, and what they come to: the same in Node and in the browser. */
export interface CheckCase {
	readonly name: string;
	readonly csv: string;
	readonly reading: Reading;
	readonly steps: readonly Step[];
	/** The canonical table as exact CSV, columns without any value left out. */
	readonly table: string;
	/** Problems that are no notes: rule, column, first row, count. */
	readonly problems: readonly (readonly [string, string | undefined, number | undefined, number])[];
	/** The file of rejected rows. */
	readonly rejected: string;
}

const match = (contract: string, ...columns: string[]): Step => ({
	...{ do: 'match', contract, columns }
});

export const checkCases: readonly CheckCase[] = [
	{
		name: 'a tracer study with marks of another country, codes, several answers and a design',
		csv: [
			'N°;Sexe;Année;Statut;Mois;Salaire;Obstacle;Poids;Strate;Grappe',
			'1;1;2021;employee;3;"12 345,50";Coût|Distance;1,5;A;p1',
			"2;2;2022;seeking;NSP;;'=1+1;0,5;A;p2",
			'3;9;2031;employee;−;;;1,25;B;p3',
			'3;1;2020;employee;-4;1 000;Coût;1;B;p4',
			'4;1;2020;employee;4;1.000;Coût;lourd;B;p4'
		].join('\n'),
		reading: { ...plainReading, delimiter: ';', decimal: ',', thousands: ' ' },
		steps: [
			{ do: 'kind', kind: 'tracer', unit: 'graduate' },
			...[match('respondent', 'N°'), match('sex', 'Sexe'), match('cohort', 'Année')],
			...[match('status', 'Statut'), match('months_to_first_job', 'Mois')],
			match('pay', 'Salaire'),
			{ do: 'match', contract: 'barrier', columns: ['Obstacle'], separator: '|' },
			{ do: 'values', contract: 'sex', values: { '1': 'F', '2': 'M', '9': null } },
			{ do: 'values', contract: 'months_to_first_job', values: { NSP: null } },
			{ do: 'values', contract: 'barrier', values: { Coût: 'cost', Distance: 'distance' } },
			{ do: 'design', design: { weight: 'Poids', stratum: ['Strate'], cluster: ['Grappe'] } }
		],
		table: [
			'wave,respondent,cohort,sex,status,months_to_first_job,pay,barrier,stratum,cluster,weight,synthetic',
			'2024,1,2021,F,employee,3,12346,cost distance,A,p1,1.5,false',
			'2024,2,2022,M,seeking,,,,A,p2,0.5,false',
			''
		].join('\n'),
		problems: [
			['not-a-whole-number', 'Mois', 4, 1],
			['out-of-range', 'Mois', 5, 1],
			['not-a-whole-number', 'Salaire', 6, 1],
			['not-a-number', 'Poids', 6, 1],
			['cohort-after-survey', 'Année', 4, 1],
			['duplicate-key', 'N°', 5, 1],
			['unmatched-value', 'Obstacle', 3, 1]
		],
		rejected: [
			'row,reasons,N°,Sexe,Année,Statut,Mois,Salaire,Obstacle,Poids,Strate,Grappe',
			'4,Année: lies after the survey; Mois: is no whole number,3,9,2031,employee,−,,,"1,25",B,p3',
			'5,N°: came in a row above; Mois: lies outside of what is possible,3,1,2020,employee,-4,1 000,Coût,1,B,p4',
			'6,Poids: is no number; Salaire: is no whole number,4,1,2020,employee,4,1.000,Coût,lourd,B,p4',
			''
		].join('\n')
	},
	{
		name: 'skills side by side',
		csv: 'w;crew;weld need;weld has;drive has\nA;c1;4;expert;none\nB;c1;;;2\nC;c2;9;3;\n',
		reading: { ...plainReading, delimiter: ';' },
		steps: [
			{ do: 'kind', kind: 'audit', unit: 'worker' },
			match('worker', 'w'),
			{
				do: 'lengthen',
				columns: [
					{ column: 'weld need', skill: "weld, 'O''Brien'", holds: 'proficiency_required' },
					{ column: 'weld has', skill: "weld, 'O''Brien'", holds: 'proficiency_attained' },
					{ column: 'drive has', skill: 'drive', holds: 'proficiency_attained' }
				]
			},
			{ do: 'values', contract: 'proficiency_attained', values: { expert: '5', none: '1' } },
			{ do: 'design', design: { cluster: ['crew'] } }
		],
		table: [
			'wave,worker,skill,proficiency_required,proficiency_attained,stratum,cluster,weight,synthetic',
			'2024,A,drive,,1,1,c1,1,false',
			`2024,A,"weld, 'O''Brien'",4,5,1,c1,1,false`,
			'2024,B,drive,,2,1,c1,1,false',
			''
		].join('\n'),
		problems: [['out-of-range', 'weld need', 4, 1]],
		rejected: [
			'row,reasons,w,crew,weld need,weld has,drive has',
			'4,weld need: lies outside of what is possible,C,c2,9,3,',
			''
		].join('\n')
	},
	{
		name: 'a file of no contract, with names that SQL and objects use themselves',
		csv: '__proto__;row;"a ""b""";select\n1,5;x;=1+1;é😀\n2;y;"line\nbreak";\n',
		reading: { ...plainReading, delimiter: ';', decimal: ',' },
		steps: [{ do: 'leave-out', column: 'select', why: 'personal' }],
		table: '__proto__,row,"a ""b"""\n1.5,x,=1+1\n2,y,"line\nbreak"\n',
		problems: [['personal-data', 'select', undefined, 1]],
		rejected: 'row,reasons,__proto__,row,"a ""b"""\n'
	}
];
