// The worked examples of docs/counting.md, run one by one: against the kept totals, against the oracle, against a recount.
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { withClient } from "@iltizam/testkit/database";
import {
  actorWith,
  countedTotals,
  keptTotals,
  makeSmallWorld,
  readLedger,
  type SmallWorld,
} from "@iltizam/testkit/ledger";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { rows } from "../kernel/index.ts";
import {
  correctResult,
  factsOfCommitment,
  mergeSubjects,
  moveAgreement,
  recordResult,
  splitSubjects,
  verify,
  verifyResult,
  withdrawResult,
} from "./index.ts";

const page = readFileSync(new URL("../../../../docs/counting.md", import.meta.url), "utf8");

interface Example {
  readonly title: string;
  readonly lines: readonly string[];
}

/** The fenced examples, each under its heading. */
function examplesOf(text: string): Example[] {
  return text.split(/^## /m).flatMap((section) => {
    const title = section.slice(0, section.indexOf("\n"));
    return [...section.matchAll(/```counting\n([\s\S]*?)```/g)].map(([, body = ""]) => ({
      title,
      lines: body.trim().split("\n"),
    }));
  });
}

const examples = examplesOf(page);

/** One example's world, its persons by name, its facts by number. */
interface Run {
  readonly world: SmallWorld;
  readonly people: Map<string, string>;
  readonly facts: Map<string, { fact: string; commitment: string }>;
}

async function personOf({ world, people }: Run, name: string): Promise<string> {
  const known = people.get(name) ?? (await world.person());
  people.set(name, known);
  return known;
}

const pairs = (words: readonly string[]) => Object.fromEntries(words.map((word) => word.split("=")));

async function record(
  run: Run,
  [number = "", who = "", commitment = "", date = "", place = "", ...more]: string[],
) {
  const { source = "anapec-si", age, quantity, claimed, ...cells } = pairs(more);
  const subject = who.startsWith("thing:") ? { thing: who.slice(6) } : { id: await personOf(run, who) };
  const numbers = Object.fromEntries(
    Object.entries({ age, quantity, claimed }).flatMap(([name, text]) =>
      text ? [[name, Number(text)]] : [],
    ),
  );
  const { fact } = await recordResult(run.world.ctx, {
    commitment,
    date,
    place,
    subject,
    source,
    ...cells,
    ...numbers,
  });
  run.facts.set(number, { fact, commitment });
}

const factOf = (run: Run, number = "") => run.facts.get(number) ?? { fact: "", commitment: "" };

async function isStanding(run: Run, [number = "", standing = "", reason]: string[]) {
  const { fact, commitment } = factOf(run, number);
  const { facts } = await factsOfCommitment(run.world.ctx, { commitment });
  const found = facts.find(({ id }) => id === fact);
  expect([found?.standing, found?.reason ?? undefined], `${number} is ${standing}`).toEqual([
    standing,
    reason,
  ]);
}

/** `counts NODE = n [of indicator] [in year] [at E2] [margin n]…` */
async function counts({ world }: Run, [node = "", , total, ...more]: string[]) {
  const asked = {
    of: "durable_jobs",
    span: sql`span = 'life'`,
    at: sql`true`,
    margins: new Map([["total", Number(total)]]),
  };
  for (let place = 0; place < more.length; place += 2) {
    const [word = "", value = ""] = more.slice(place, place + 2);
    if (word === "of") asked.of = value;
    else if (word === "in") asked.span = sql`span = 'year' and year = ${Number(value)}`;
    else if (word === "at") asked.at = sql`evidence = ${Number(value.slice(1))}`;
    else asked.margins.set(word, Number(value));
  }
  const names = [...asked.margins.keys()];
  const [found] = await rows(
    world.ctx.db,
    sql<Record<string, number>>`
      select ${sql.join(names.map((name) => sql`coalesce(sum(${sql.ref(name)}), 0)::int as ${sql.ref(name)}`))}
      from node_totals
      where node = ${world.id(node)} and indicator = ${asked.of} and ${asked.span} and ${asked.at}`,
  );
  expect(found, `counts ${node}`).toEqual(Object.fromEntries(asked.margins));
}

async function restrict({ world }: Run, text: string, values: unknown[]) {
  await withClient(world.database.ownerUrl, async (client) => {
    await client.query("select set_config('iltizam.actor', 'test', false)");
    await client.query(text, values);
  });
}

const verifier = actorWith("verifier", "results.verify");

const deeds: Readonly<Record<string, (run: Run, words: string[]) => Promise<unknown>>> = {
  record,
  is: isStanding,
  counts,
  same: async (run, [one, other]) => expect(factOf(run, one).fact).toBe(factOf(run, other).fact),
  withdraw: (run, [number]) =>
    withdrawResult(run.world.ctx, { fact: factOf(run, number).fact, reason: "not true" }),
  verify: (run, [number, level = ""]) =>
    verifyResult(
      { ...run.world.ctx, actor: verifier },
      { fact: factOf(run, number).fact, evidence: Number(level.slice(1)), matchedWith: "CNSS" },
    ),
  correct: async (run, [number = "", ...changes]) => {
    const { fact, commitment } = factOf(run, number);
    const corrected = await correctResult(run.world.ctx, {
      fact,
      changes: pairs(changes),
      reason: "typed wrong",
    });
    run.facts.set(number, { fact: corrected.fact, commitment });
  },
  merge: async (run, [one = "", , into = ""]) =>
    mergeSubjects(run.world.ctx, {
      subject: await personOf(run, one),
      into: await personOf(run, into),
      reason: "one person",
    }),
  split: async (run, [one = ""]) =>
    splitSubjects(run.world.ctx, { subject: await personOf(run, one), reason: "two persons" }),
  move: (run, [agreement = "", , parent = ""]) =>
    moveAgreement(run.world.ctx, {
      agreement,
      parent: parent === "nothing" ? null : parent,
      reason: "regrouped",
    }),
  restrict: (run, [commitment = "", rule, value]) =>
    restrict(
      run,
      "insert into commitment_eligibility (commitment_id, space, rule, value) values ($1, 'simulated', $2, $3)",
      [run.world.id(commitment), rule, value],
    ),
  period: (run, [commitment = "", from, to]) =>
    restrict(run, "update commitments set period_from = $2, period_to = $3 where id = $1", [
      run.world.id(commitment),
      from,
      to,
    ]),
};

test("the page has its examples", () => {
  expect(examples.length).toBeGreaterThan(14);
});

test.for(examples)("$title", async ({ lines }) => {
  const world = await makeSmallWorld(mkdtempSync(join(tmpdir(), "iltizam-counting-")));
  const run: Run = { world, people: new Map(), facts: new Map() };
  try {
    for (const line of lines) {
      const [deed = "", ...words] = line.split(/\s+/);
      const act = deeds[deed];
      if (act === undefined) throw new Error(`docs/counting.md: what is “${line}”?`);
      await act(run, words);
      expect(await keptTotals(world.ctx.db), line).toEqual(countedTotals(await readLedger(world.ctx.db)));
    }
    expect((await verify(world.ctx, {})).differences).toEqual([]);
  } finally {
    await world.close();
  }
});
