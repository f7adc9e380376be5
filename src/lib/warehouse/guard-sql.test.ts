import { expect, test } from 'vitest';
import { guardSql } from './guard-sql.ts';

test.each([
	'SELECT 1',
	'select 1;',
	'  -- a comment; with a semicolon\n FROM tracer',
	`WITH a AS (SELECT ';' AS x) SELECT * FROM a`,
	'(SELECT 1) UNION ALL (SELECT 2)',
	'DESCRIBE tracer',
	'SUMMARIZE tracer',
	'SHOW TABLES',
	'EXPLAIN ANALYZE SELECT 1',
	'EXPLAIN (FORMAT json) SELECT 1',
	'VALUES (1), (2)',
	'PIVOT tracer ON sex USING count(*)',
	`SELECT 'AT TIME ZONE', "update", $$; DROP TABLE x$$ FROM t`,
	"SELECT now(), replace(a, $1, E'it\\'s;') FROM t",
	'/* outer /* inner; */ DROP */ SELECT 1'
])('accepts %s', (sql) => {
	expect(guardSql(sql)).toBeNull();
});

test.each([
	['', 'sql-empty'],
	[' ; -- nothing', 'sql-empty'],
	['SELECT 1; SELECT 2', 'sql-several-statements'],
	[`SELECT 'a'; DROP TABLE tracer`, 'sql-several-statements'],
	['DROP TABLE tracer', 'sql-not-a-query'],
	['/* SELECT */ INSERT INTO t VALUES (1)', 'sql-not-a-query'],
	['SET memory_limit = 1', 'sql-not-a-query'],
	["COPY t TO 'x.csv'", 'sql-not-a-query'],
	["ATTACH 'x.db'", 'sql-not-a-query'],
	['EXPLAIN ANALYZE DROP TABLE tracer', 'sql-not-a-query'],
	['EXPLAIN ANALYZE CREATE TABLE t AS SELECT 1', 'sql-not-a-query'],
	['WITH a AS (SELECT 1) INSERT INTO t SELECT * FROM a', 'sql-not-a-query'],
	['WITH a AS (SELECT 1) DELETE FROM t', 'sql-not-a-query'],
	['WITH a AS (SELECT 1) UPDATE main.t AS u SET x = 1', 'sql-not-a-query'],
	["SELECT now() AT TIME ZONE 'Africa/Maseru'", 'sql-time-zone'],
	["SELECT TIMESTAMPTZ '2024-01-01'", 'sql-time-zone'],
	[`SELECT '2024-01-01'::"timestamptz"`, 'sql-time-zone'],
	["SELECT '2024-01-01'::TIMESTAMP WITH /* */ TIME ZONE", 'sql-time-zone'],
	["SELECT timezone('UTC', now())", 'sql-time-zone']
])('refuses %s', (sql, code) => {
	expect(guardSql(sql)?.code).toBe(code);
});

test('names the word that it refuses', () => {
	expect(guardSql('drop table t')).toEqual({ code: 'sql-not-a-query', details: { word: 'DROP' } });
});
