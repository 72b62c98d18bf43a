// Editions of a small world: what they tell, what they do not, and that they never change.
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { actorWith, makeSmallWorld, type SmallWorld } from "@iltizam/testkit/ledger";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { systemActor } from "../kernel/index.ts";
import { declare, recordResult, verifyResults } from "../results/index.ts";
import { standings } from "../standings/index.ts";
import { comment } from "./comment.ts";
import { noteOnEdition } from "./correct.ts";
import type { EditionContent } from "./model.ts";
import { previewEdition } from "./preview.ts";
import { publish } from "./publish.ts";
import { listEditions, listPromises, readContent, readEdition, readEditionAgreement } from "./queries.ts";

let world: SmallWorld;
const folder = mkdtempSync(join(tmpdir(), "iltizam-publishing-"));
const checker = { ...systemActor, id: "00000000-0000-7000-8000-0000000000bb", label: "checker" };
const visitor = {
  ...{ id: "00000000-0000-7000-8000-000000000003", kind: "visitor" as const, label: "visitor" },
  grants: [{ permissions: ["editions.read"], own: true as const }],
};
const noon = (day: string) => `${day}T12:00:00Z`;
let person = 0;

/** So many persons under a promise, women first, of whom so many are verified. */
async function place(
  commitment: string,
  on: string,
  women: number,
  men: number,
  proven: number,
): Promise<void> {
  const facts: string[] = [];
  for (let index = 0; index < women + men; index += 1) {
    person += 1;
    const { fact } = await recordResult(world.at(noon(on)), {
      ...{ commitment, date: on, place: "90.1", source: "test", externalId: `${person}` },
      ...{ sex: index < women ? "F" : "M", subject: { document: { number: `ZZ ${100_000 + person}` } } },
    });
    facts.push(fact);
  }
  if (proven > 0)
    await verifyResults(world.at(noon(on), checker), {
      ...{ facts: facts.slice(0, proven), evidence: 2, reason: "contrat vu" },
    });
}

beforeAll(async () => {
  world = await makeSmallWorld(folder);
  // the small world's agreements were made past the acts: their life is told here
  for (const reference of ["PROG-1", "BUN-1", "AGR-1", "AGR-2", "AGR-3"])
    await world.settle(
      `insert into agreement_states (id, agreement_id, to_state, reported, recorded_at)
       values (gen_random_uuid(), $1, $2, false, '2020-01-01')`,
      [world.id(reference), reference === "AGR-3" ? "drafting" : "in_force"],
    );
  await place("AGR-1/1", "2026-01-10", 2, 28, 0);
  await place("AGR-2/1", "2026-01-12", 20, 20, 0);
  await place("PROG-1/1", "2026-01-12", 30, 30, 57);
  await place("AGR-1/2", "2026-01-14", 6, 6, 6);
  await place("AGR-3/1", "2026-01-15", 9, 9, 9);
  const quarter = { from: "2026-01-01", to: "2026-03-31" };
  await declare(world.at(noon("2026-04-02")), {
    ...{ commitment: "AGR-2/1", declarant: "ORG-1", period: quarter, quantity: 44 },
  });
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

const space = "simulated" as const;
const spring = { space, asOf: "2026-03-31", knownOn: "2026-04-30" };
const in2026 = (day: string) => world.at(noon(day));
const promiseOf = (content: EditionContent, reference: string) => {
  const found = content.promises.find((one) => one.reference === reference);
  if (found === undefined) throw new Error(`${reference} is not in the edition`);
  return found;
};

describe("an edition", () => {
  let content: EditionContent;
  beforeAll(async () => {
    await publish(in2026("2026-05-02"), spring);
    content = await readContent(world.ctx, { number: 1 });
  });

  test("tells what was signed, and nothing of what partners still prepare", () => {
    expect(content.promises.map(({ reference }) => reference)).toEqual([
      "AGR-1/1",
      "AGR-1/2",
      "AGR-2/1",
      "PROG-1/1",
    ]);
    expect(content.agreements.map(({ reference }) => reference)).toEqual(["AGR-1", "AGR-2", "PROG-1"]);
  });

  test("counts as the standings do on those days, where it tells", async () => {
    const rows = await standings(world.ctx, spring);
    for (const promise of content.promises) {
      const row = rows.find(({ node }) => node === promise.reference);
      expect(promise.realised).toBe(row?.realised);
      if (promise.proven !== null) expect(promise.proven).toBe(row?.proven);
      expect(promise.state).toBe(row?.state);
    }
    expect(content.together[0]).toMatchObject({ indicator: "durable_jobs", realised: 130, inMoreThanOne: 0 });
  });

  test("does not tell two women among thirty, three without proof among sixty, nor what gives them away", () => {
    expect(promiseOf(content, "AGR-1/1").breakdowns.sex).toEqual([
      { code: "F", realised: null, proven: 0 },
      { code: "M", realised: null, proven: 0 },
    ]);
    expect(promiseOf(content, "AGR-2/1").breakdowns.sex).toEqual([
      { code: "F", realised: null, proven: 0 },
      { code: "M", realised: null, proven: 0 },
    ]);
    expect(promiseOf(content, "PROG-1/1")).toMatchObject({ realised: 60, proven: null });
  });

  test("names who declared, and how verifications were made, but no person", () => {
    expect(promiseOf(content, "AGR-2/1")).toMatchObject({ declared: null, declaredBy: [] });
    expect(promiseOf(content, "AGR-1/2").verified).toMatchObject({ levels: [2], matchedWith: [] });
    expect(JSON.stringify(content)).not.toContain("checker");
  });

  test("is found again by the words of its promises, in any order, with how many there are", async () => {
    const found = await listPromises(world.ctx, { number: 1, q: "JOBS agr", limit: 1 });
    expect([found.total, found.promises.map(({ reference }) => reference)]).toEqual([2, ["AGR-1/1"]]);
    const sorted = await listPromises(world.ctx, { number: 1, sort: "realised" });
    expect(sorted.promises.map(({ realised }) => realised)).toEqual([60, 40, 30, 12]);
    expect((await listPromises(world.ctx, { number: 1, state: "reached" })).total).toBe(0);
  });

  test("has a hash that anybody can reckon again from what is given away", async () => {
    const { edition } = await readEdition(world.ctx, { number: 1 });
    const canonical = (value: unknown): string =>
      Array.isArray(value)
        ? `[${value.map(canonical).join(",")}]`
        : typeof value === "object" && value !== null
          ? `{${Object.entries(value)
              .toSorted(([a], [b]) => (a < b ? -1 : 1))
              .map(([key, held]) => `${JSON.stringify(key)}:${canonical(held)}`)
              .join(",")}}`
          : JSON.stringify(value);
    expect(createHash("sha256").update(canonical(content)).digest("hex")).toBe(edition.hash);
  });

  test("is not changed by anybody, and by nothing that is recorded later", async () => {
    await place("AGR-1/2", "2026-03-20", 8, 8, 0);
    expect(await readContent(world.ctx, { number: 1 })).toEqual(content);
    for (const text of ["update editions set content = ''", "delete from edition_promises"])
      await expect(world.settle(text)).rejects.toThrow(/only grows/);
  });
});

test("a visitor reads editions, and nothing else of the register", async () => {
  const anybody = { ...world.ctx, actor: visitor };
  expect((await readEdition(anybody, { number: 1 })).together).toHaveLength(2);
  const { agreement, promises } = await readEditionAgreement(anybody, { number: 1, agreement: "AGR-1" });
  expect([agreement.state, promises.length]).toEqual(["in_force", 2]);
  await expect(standings(anybody, {})).rejects.toMatchObject({ code: "kernel.not_allowed" });
  await expect(previewEdition(anybody, {})).rejects.toMatchObject({ code: "kernel.not_allowed" });
  const own = { ...anybody, transaction: undefined };
  expect(own.actor.grants).toHaveLength(1);
});

test("the edition after it says so on the first, and tells no difference of few", async () => {
  await place("AGR-2/1", "2026-04-10", 2, 1, 0);
  const later = { space, asOf: "2026-04-30", knownOn: "2026-05-10", supersedes: 1 };
  const preview = await previewEdition(in2026("2026-05-11"), later);
  expect(preview.hidden).toContainEqual({
    ...{ node: "AGR-2/1", indicator: "durable_jobs", what: "realised", line: null, why: "beside" },
  });
  const { number } = await publish(in2026("2026-05-11"), later);
  const content = await readContent(world.ctx, { number });
  expect(promiseOf(content, "AGR-2/1")).toMatchObject({ realised: null, declared: 44 });
  expect(promiseOf(content, "AGR-2/1").declaredBy).toEqual([{ fr: "ORG-1", ar: null, en: null }]);
  const editions = await listEditions(world.ctx, { space });
  expect(editions.map(({ supersededBy, newer }) => [supersededBy, newer])).toEqual([
    [null, null],
    [2, 2],
  ]);
  await expect(publish(in2026("2026-05-12"), later)).rejects.toMatchObject({
    code: "publishing.superseded_already",
  });
});

test("a correction is a note on the edition, which keeps its figures", async () => {
  const text = { fr: "Le lieu était faux.", ar: "كان المكان خاطئا.", en: "The place was wrong." };
  const before = await readContent(world.ctx, { number: 1 });
  await noteOnEdition(in2026("2026-05-20"), { number: 1, text });
  expect((await readEdition(world.ctx, { number: 1 })).notes).toEqual([{ text, on: "2026-05-20" }]);
  expect(await readContent(world.ctx, { number: 1 })).toEqual(before);
});

test("what a party says stands beside its figure from the next edition on, and nobody else says it there", async () => {
  await world.settle(
    `insert into agreement_parties (id, agreement_id, space, organisation_id, role, name_at_signature)
     values (gen_random_uuid(), $1, 'simulated', $2, 'partner', 'ORG-1')`,
    [world.id("AGR-1"), world.id("ORG-1")],
  );
  const said = {
    commitment: "AGR-1/1",
    organisation: "ORG-1",
    text: "Deux ateliers ouvrent.",
    language: "fr",
  } as const;
  const ctx = in2026("2026-05-21");
  await comment(ctx, { ...said, text: "Rien encore." });
  await comment(in2026("2026-05-22"), said);
  for (const [wrong, code] of [
    [{ organisation: "ORG-2" }, "publishing.commenter_not_party"],
    [{ commitment: "AGR-1/9" }, "publishing.promise_unknown"],
    [{ text: "Voir AB123456." }, "publishing.comment_names_person"],
  ] as const)
    await expect(comment(ctx, { ...said, ...wrong })).rejects.toMatchObject({ code });
  const { number } = await publish(in2026("2026-05-23"), { ...spring, knownOn: "2026-05-23" });
  expect(promiseOf(await readContent(world.ctx, { number }), "AGR-1/1").comments).toEqual([
    { organisation: { fr: "ORG-1", ar: null, en: null }, text: said.text, language: "fr", on: "2026-05-22" },
  ]);
});

test("an extract answers one question with the same figures, and comes out the same when made again", async () => {
  const asked = {
    ...{ ...spring, kind: "extract" as const, title: "Question orale 12" },
    only: { agreements: ["AGR-1"] },
  };
  const made = [];
  for (const day of ["2026-06-01", "2026-06-20"]) {
    const { number } = await publish(in2026(day), asked);
    const { promises, together } = await readContent(world.ctx, { number });
    made.push({ promises, together });
  }
  expect(made[0]).toEqual(made[1]);
  expect(made[0]?.promises.map(({ reference }) => reference)).toEqual(["AGR-1/1", "AGR-1/2"]);
});

describe("what is refused", () => {
  test.each([
    ["a day to come", { knownOn: "2026-07-01" }, "publishing.day_ahead"],
    [
      "facts later than known",
      { asOf: "2026-05-02", knownOn: "2026-05-01" },
      "publishing.as_of_after_known_on",
    ],
    ["an extract without its question", { kind: "extract" as const }, "publishing.title_missing"],
    ["a choice for an edition", { only: { agreements: ["AGR-1"] } }, "publishing.choice_of_edition"],
    ["nothing", { space: "real" as const }, "publishing.nothing_to_publish"],
    ["an edition that there is not to replace", { supersedes: 99 }, "publishing.edition_unknown"],
  ])("%s", async (_what, given, code) => {
    await expect(publish(in2026("2026-06-21"), { space, ...given })).rejects.toMatchObject({ code });
  });

  test("whoever does not see everything does not publish", async () => {
    const someone = actorWith("someone", "standings.read");
    await expect(publish(world.at(noon("2026-06-21"), someone), { space })).rejects.toMatchObject({
      code: "kernel.not_allowed",
    });
  });
});

test("what cannot be the number of an edition, or the reference of an agreement, is refused as input", async () => {
  const asked = { code: "kernel.input_invalid" };
  await expect(readEdition(world.ctx, { number: 2 ** 53 - 1 })).rejects.toMatchObject(asked);
  await expect(previewEdition(world.ctx, { space, agreements: ["+1"] })).rejects.toMatchObject(asked);
});
