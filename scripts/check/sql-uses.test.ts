import { expect, it } from "vitest";
import { usesOf } from "./sql-uses.ts";

const tables = new Set(["facts", "people", "nodes", "staged", "a", "v"]);
const read = (sql: string) =>
  usesOf(sql)
    .filter(({ table }) => tables.has(table))
    .map(({ deed, table }) => `${deed} ${table}`);

it.each([
  ["select * from facts f join people p on p.id = f.subject", ["read facts", "read people"]],
  [
    "select * from facts as f, lateral (select 1 from nodes) n, people",
    ["read facts", "read people", "read nodes"],
  ],
  ['select 1 from public.facts, "people", other.things', ["read facts", "read people"]],
  ["insert into facts (id) select id from staged", ["write facts", "read staged"]],
  ["update only facts set a = 1 from people", ["write facts", "read people"]],
  ["delete from facts using people where true", ["write facts", "read people"]],
  ["merge into facts using staged on true", ["write facts", "read staged"]],
  ["truncate table facts, people", ["write facts", "write people"]],
  ["copy facts (a, b) from stdin", ["write facts"]],
  ["copy facts to stdout", ["read facts"]],
  ["create table if not exists a (b uuid references people (id))", ["create a", "read people"]],
  ["create unlogged table a (b int)", ["create a"]],
  ["create temp table a (b int)", []],
  ["create or replace view v as select 1 from facts", ["define v", "read facts"]],
  ["create unique index i on facts (a)", ["alter facts"]],
  [
    "create trigger t before insert or update of a on facts for each row execute function f()",
    ["alter facts"],
  ],
  ["alter table if exists facts add column a int", ["alter facts"]],
  ["drop table facts, people", ["alter facts", "alter people"]],
  ["grant select, insert on facts, people to app", ["alter facts", "alter people"]],
  ["select guard_table('facts')", ["guard facts"]],
  ["declare f facts%rowtype;", ["read facts"]],
  ["select extract(year from facts), a is distinct from facts", []],
  ["-- from facts\n/* from /* a */ facts */ select 'from facts', E'it\\'s from facts'", []],
])("reads %s", (sql, uses) => {
  expect(read(sql)).toEqual(uses);
});

it("reads the bodies of functions and the statements that they put together", () => {
  const body = "create function f() returns void language plpgsql as $body$ begin\n";
  expect(read(`${body} insert into facts select 1; end $body$;`)).toEqual(["write facts"]);
  expect(read(`${body} execute 'delete from facts'; end $body$;`)).toEqual(["write facts"]);
});

it("keeps the places in the text", () => {
  const sql = "do $$ begin\n  update facts set a = 1;\nend $$";
  expect(usesOf(sql)[0]?.offset).toBe(sql.indexOf("facts"));
});
