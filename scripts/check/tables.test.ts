import { describe, expect, it } from "vitest";
import { type Changes, found, said } from "./sample-house.ts";
import { tables } from "./tables.ts";

const agreements = "packages/core/src/agreements";
const sources = "packages/core/src/sources";

const withSources = (changes: Changes): Changes => ({
  [`${sources}/migrations/0001_sources.sql`]:
    "create table sources (id uuid);\nselect guard_table('sources');\n",
  [`${sources}/migrations/0002_passages.sql`]:
    "create table passages (id uuid);\nselect guard_table('passages');\n",
  ...changes,
});

describe("owners", () => {
  it("refuses a table that two statements create", async () => {
    const changes = { [`${sources}/migrations/0001_sources.sql`]: "create table agreements (id uuid);\n" };
    expect(await found(tables, changes)).toEqual([
      `${sources}/migrations/0001_sources.sql:1 tables/duplicate`,
    ]);
  });

  it("refuses a table whose changes nobody has to sign", async () => {
    const changes = { [`${sources}/migrations/0001_sources.sql`]: "\ncreate table sources (id uuid);\n" };
    expect(await found(tables, changes)).toEqual([
      `${sources}/migrations/0001_sources.sql:2 tables/unguarded`,
    ]);
  });

  it("accepts one without a guard that says why", async () => {
    const sql =
      "-- No guard: only post_fact writes it,\n-- which asks for the actor itself.\ncreate table sources (id uuid);\n";
    const second = "create table passages (id uuid);\n";
    const file = `${sources}/migrations/0001_sources.sql`;
    expect(await found(tables, { [file]: sql })).toEqual([]);
    expect(await found(tables, { [file]: sql + second })).toEqual([`${file}:4 tables/unguarded`]);
  });

  it("keeps the journal, the outbox and the visibility for the kernel", async () => {
    const changes = {
      [`${sources}/migrations/0001_sources.sql`]:
        "create table outbox (id uuid);\nselect guard_table('outbox');",
    };
    expect(await found(tables, changes)).toEqual([
      `${sources}/migrations/0001_sources.sql:1 tables/duplicate`,
    ]);
  });
});

describe("writing", () => {
  it.each([
    [
      "a template",
      `import { sql } from "../kernel/index.ts";\nexport const a = (x: string) => sql\`insert into sources values (\${x})\`;`,
    ],
    [
      "a query string",
      'declare const db: { query(text: string): void };\ndb.query("update sources set id = null");',
    ],
    [
      "the query builder",
      'declare const db: { deleteFrom(table: string): void };\ndb.deleteFrom("sources");',
    ],
    [
      "a template that names the table",
      `declare const sql: any;\nsql\`insert into \${sql.table("sources")} values (1)\`;`,
    ],
  ])("refuses another folder's table in %s", async (_, text) => {
    const changes = withSources({ [`${agreements}/store.ts`]: text });
    expect(await found(tables, changes)).toEqual([`${agreements}/store.ts:2 tables/write`]);
  });

  it("refuses another folder's table in a migration and in a function's body", async () => {
    const sql =
      "create index on sources (id);\ncreate function f() returns void language plpgsql as $$\nbegin\n  delete from sources;\nend $$;\n";
    const file = `${agreements}/migrations/0002_more.sql`;
    expect(await found(tables, withSources({ [file]: sql }))).toEqual([
      `${file}:1 tables/write`,
      `${file}:4 tables/write`,
    ]);
  });

  it("says who writes the journal", async () => {
    const changes = { [`${agreements}/store.ts`]: 'export const a = "insert into journal values (1)";\n' };
    expect(await said(tables, changes)).toEqual([
      "journal is written by the kernel only; use ctx.journal, ctx.emit or the kernel's function",
    ]);
  });

  it("refuses every domain table in the server and the command line, and lets them read", async () => {
    const text = 'export const a = "delete from agreements";\nexport const b = "select 1 from agreements";\n';
    const changes = { "packages/server/src/sweep.ts": text, "packages/cli/src/sweep.ts": text };
    expect(await found(tables, changes)).toEqual([
      "packages/cli/src/sweep.ts:1 tables/write",
      "packages/server/src/sweep.ts:1 tables/write",
    ]);
  });

  it("lets tests and benchmarks prepare what they need", async () => {
    const text = 'export const a = "delete from agreements";\n';
    const changes = {
      [`${sources}/read.test.ts`]: text,
      "bench/src/main.ts": text,
      "packages/testkit/src/a.ts": text,
    };
    expect(await found(tables, changes)).toEqual([]);
  });
});

describe("reading", () => {
  it("allows the tables of lower floors, not those of higher ones", async () => {
    const down = {
      [`${agreements}/queries.ts`]: 'export const a = "select 1 from agreements a join sources s on true";\n',
    };
    expect(await found(tables, withSources(down))).toEqual([]);
    const up = { [`${sources}/queries.ts`]: "\nexport const a = `\n  select 1\n  from agreements`;\n" };
    expect(await found(tables, withSources(up))).toEqual([`${sources}/queries.ts:4 tables/read`]);
  });

  it("refuses a foreign key to a higher floor, and a table of the same floor", async () => {
    const changes = withSources({
      "packages/core/src/territory/migrations/0001_territory.sql":
        "create table regions (a uuid references agreements, b uuid references sources);\nselect guard_table('regions');\n",
    });
    const place = "packages/core/src/territory/migrations/0001_territory.sql:1 tables/read";
    expect(await found(tables, changes)).toEqual([place, place]);
  });

  it("takes prose for prose", async () => {
    const changes = withSources({
      [`${sources}/note.ts`]: 'export const a = "Taken from agreements of the region";\n',
    });
    expect(await found(tables, changes)).toEqual([]);
  });
});
