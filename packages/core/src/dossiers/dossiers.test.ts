import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { actorWith, makeSmallWorld, type SmallWorld } from "@iltizam/testkit/ledger";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rows } from "../kernel/index.ts";
import {
  findPerson,
  giveConsent,
  keepPersonalFile,
  registerPerson,
  unmask,
  withdrawConsent,
  wordConsent,
} from "../people/index.ts";
import { recordResult, verify } from "../results/index.ts";
import {
  carryOutDeletions,
  completeRequest,
  copyHeld,
  decideDeletion,
  decideRequest,
  dueForDeletion,
  getRequest,
  identifyRequester,
  listRequests,
  lookUp,
  receiveRequest,
} from "./index.ts";
import { givenDeadlines, lastDay, mayStep, requestStates, type Step, steps } from "./model.ts";

let world: SmallWorld;
beforeAll(async () => {
  world = await makeSmallWorld(mkdtempSync(join(tmpdir(), "iltizam-dossiers-")));
});
afterAll(() => world.close());

const space = "simulated";
let next = 0;

/** Somebody with a fact under a commitment. */
async function counted(commitment: string, date: string) {
  next += 1;
  const document = { number: `ZZ ${810_000 + next}` };
  const ctx = world.at(`${date}T09:00:00Z`);
  const person = { name: `Amal Inventée ${next}`, phone: "0655443322" };
  const { subject } = await registerPerson(ctx, { space, document, person });
  await recordResult(ctx, { commitment, date, source: "test", subject: { document } });
  return { subject, document };
}

describe("looking somebody up", () => {
  test("says where she counts already, without her name and without her document", async () => {
    const { subject, document } = await counted("AGR-1/1", "2026-02-01");
    const ctx = world.at("2026-03-01T09:00:00Z");
    const found = await lookUp(ctx, { space, document: { number: document.number.toLowerCase() } });
    expect(found).toMatchObject({
      ...{ subject, isNamed: true, elsewhere: 0, isRepeat: false },
      counted: [{ commitment: "AGR-1/1", agreement: "AGR-1", date: "2026-02-01", evidence: 1 }],
    });
    expect(JSON.stringify(found)).not.toMatch(/ZZ|Inventée|0655443322/);
    expect((await lookUp(ctx, { space, document, commitment: "AGR-1/1" })).isRepeat).toBe(true);
    expect((await lookUp(ctx, { space, document, commitment: "AGR-2/1" })).isRepeat).toBe(false);
    const [row] = await rows(
      ctx.db,
      sql<{ text: string }>`
        select j::text as text from journal j where act = 'dossiers.look_up' order by at desc, id desc limit 1`,
    );
    expect(row?.text).toContain(subject);
    expect(row?.text).not.toMatch(/ZZ/);
  });

  test("of somebody whom another region counts, says that it is so and not where", async () => {
    const { document } = await counted("AGR-3/1", "2026-02-03");
    const counsellor = {
      ...actorWith("counsellor"),
      grants: [
        { permissions: ["dossiers.look_up", "people.find", "results.read"], agreement: world.id("AGR-1") },
      ],
    };
    const found = await lookUp({ ...world.ctx, actor: counsellor }, { space, document });
    expect(found).toMatchObject({ counted: [], elsewhere: 1 });
    expect(JSON.stringify(found)).not.toContain("AGR-3");
    expect(await lookUp(world.ctx, { space, document: { number: "ZZ 999999" } })).toMatchObject({
      ...{ subject: null, isNamed: false, counted: [], elsewhere: 0 },
    });
  });
});

describe("consent", () => {
  const asked = "Acceptez-vous que l'agence vous appelle dans trois, six et douze mois ?";
  const inArabic = "هل تقبلون أن تتصل بكم الوكالة بعد ثلاثة وستة واثني عشر شهرا؟";

  test("is asked in words that are kept, and without it nobody is looked at for that", async () => {
    const { subject } = await counted("AGR-1/1", "2026-02-05");
    const ctx = world.at("2026-03-01T09:00:00Z");
    const processing = "follow_up";
    const look = () => unmask(ctx, { subject, processing, reason: "call after three months" });
    const give = () => giveConsent(ctx, { subject, processing, language: "ar", givenOn: "2026-02-20" });
    await expect(give()).rejects.toMatchObject({ code: "people.wording_missing" });
    await wordConsent(ctx, { processing, fr: asked, ar: inArabic, from: "2026-01-01" });
    await expect(look()).rejects.toMatchObject({ code: "people.consent_not_given" });
    expect(await give()).toEqual({ version: 1 });
    expect((await look()).person.phone).toBe("0655443322");
    expect(await wordConsent(ctx, { processing, fr: asked, ar: inArabic, from: "2026-06-01" })).toEqual({
      version: 2,
    });
    await withdrawConsent(ctx, { subject, processing });
    await expect(look()).rejects.toMatchObject({ code: "people.consent_not_given" });
    const other = { subject, processing: "control", language: "fr", givenOn: "2026-02-20" } as const;
    await expect(giveConsent(ctx, other)).rejects.toMatchObject({ code: "people.consent_not_asked" });
  });
});

describe("a request", () => {
  const receive = (kind: "access" | "erasure", on: string) =>
    receiveRequest(world.at(`${on}T09:00:00Z`), {
      ...{ space, kind, language: "ar", channel: "counter" },
      text: "أريد أن أعرف",
    });

  test("has the deadline of its kind, and is overdue the day after", async () => {
    expect(lastDay("2026-02-25", givenDeadlines.erasure.days)).toBe("2026-03-07");
    const { number, deadline } = await receive("access", "2026-03-01");
    expect([number, deadline]).toEqual(["D-2026-0001", "2026-03-31"]);
    const overdue = async (day: string) =>
      (await listRequests(world.at(`${day}T09:00:00Z`), { space })).overdue;
    expect([await overdue("2026-03-31"), await overdue("2026-04-01")]).toEqual([0, 1]);
    const late = await getRequest(world.at("2026-04-01T09:00:00Z"), { number });
    expect(late).toMatchObject({ isOverdue: true, content: { text: "أريد أن أعرف" } });
  });

  test("of access gives a copy in her language: what is held, her facts, and who looked", async () => {
    const { subject, document } = await counted("AGR-2/1", "2026-02-10");
    const ctx = world.at("2026-03-05T09:00:00Z");
    await unmask(ctx, { subject, processing: "control", reason: "sample of the quarter" });
    const { number } = await receive("access", "2026-03-04");
    await expect(copyHeld(ctx, { number })).rejects.toMatchObject({ code: "dossiers.not_identified" });
    await expect(decideRequest(ctx, { number, decision: "granted", reason: "hers" })).rejects.toMatchObject({
      code: "dossiers.step_not_possible",
    });
    await identifyRequester(ctx, { number, document });
    await decideRequest(ctx, { number, decision: "granted", reason: "shown her card" });
    const copy = await copyHeld(ctx, { number });
    expect(copy.language).toBe("ar");
    const french = JSON.stringify(await copyHeld(ctx, { number, language: "fr" }));
    for (const word of [
      document.number.replaceAll(" ", ""),
      "Inventée",
      "AGR-2",
      "10 février 2026",
      "sample of the quarter",
    ])
      expect(french).toContain(word);
    expect(await completeRequest(ctx, { number })).toMatchObject({ state: "done" });
  });

  test("of erasure is the erasure of the ledger: counts stay, blocks verify", async () => {
    const { subject, document } = await counted("AGR-2/1", "2026-02-11");
    const ctx = world.at("2026-03-06T09:00:00Z");
    const { number } = await receive("erasure", "2026-03-05");
    await identifyRequester(ctx, { number, document });
    const named = decideRequest(ctx, { number, decision: "granted", reason: "ZZ810011 asked" });
    await expect(named).rejects.toMatchObject({ code: "kernel.names_person" });
    expect(await decideRequest(ctx, { number, decision: "granted", reason: "she asked" })).toMatchObject({
      state: "done",
    });
    expect(await findPerson(ctx, { space, document })).toEqual({ subject: null, isNamed: false });
    expect(await verify(ctx, {})).toMatchObject({ erased: 1, differences: [] });
    // the words of her request went with her
    expect(await getRequest(ctx, { number })).toMatchObject({ subject, content: null });
  });

  test.for(Object.keys(steps) as Step[])("%s starts from the states of the table and no other", (step) => {
    const from = requestStates.filter((state) => mayStep(step, state));
    expect(from).toEqual(
      requestStates.filter((state) => (steps[step].from as readonly string[]).includes(state)),
    );
    expect(from.length).toBeGreaterThan(0);
    expect(from).not.toContain("done");
  });
});

test("what has passed its term is listed, goes on decision only, and the counts stay", async () => {
  const { subject, document } = await counted("AGR-3/1", "2019-01-10");
  const kept = await counted("AGR-3/1", "2019-01-11");
  const ctx = world.at("2026-03-10T09:00:00Z");
  const due = async (at = ctx) =>
    (await dueForDeletion(at, {})).due.map(({ kind, object }) => `${kind} ${object}`);
  expect(await due()).toEqual(
    expect.arrayContaining([`identity ${subject}`, `contact ${subject}`, `identity ${kept.subject}`]),
  );
  expect(await carryOutDeletions(ctx)).toBe(0);
  const reason = "the term has passed";
  const strange = [{ kind: "identity", object: "11111111-1111-4111-8111-111111111111" }] as const;
  await expect(
    decideDeletion(ctx, { items: [...strange], decision: "delete", reason }),
  ).rejects.toMatchObject({
    code: "dossiers.not_due",
  });
  await decideDeletion(ctx, { items: [{ kind: "contact", object: subject }], decision: "delete", reason });
  await decideDeletion(ctx, { items: [{ kind: "identity", object: subject }], decision: "delete", reason });
  const keep = { items: [{ kind: "identity", object: kept.subject }], decision: "keep", reason } as const;
  await expect(decideDeletion(ctx, { ...keep, items: [...keep.items] })).rejects.toMatchObject({
    code: "dossiers.keep_until_missing",
  });
  await decideDeletion(ctx, { ...keep, items: [...keep.items], keepUntil: "2027-01-01" });
  expect(await carryOutDeletions(ctx)).toBe(2);
  expect(await findPerson(ctx, { space, document })).toMatchObject({ subject: null });
  expect(await due()).not.toContain(`identity ${kept.subject}`);
  expect(await due(world.at("2027-01-02T09:00:00Z"))).toContain(`identity ${kept.subject}`);
  expect((await verify(ctx, {})).differences).toEqual([]);
});

test("who was registered half an hour after midnight where the days are counted was registered on that day", async () => {
  const document = { number: "ZZ 819999" };
  const { subject } = await registerPerson(world.at("2018-07-09T23:30:00Z"), {
    ...{ space, document, person: { name: "Amal Inventée" } },
  });
  const { due } = await dueForDeletion(world.at("2026-03-10T09:00:00Z"), { kind: "identity" });
  expect(due.find(({ object }) => object === subject)?.since).toBe("2018-07-10");
});

test("a file that may name somebody lies encrypted, and its key goes with the person", async () => {
  const ctx = world.at("2026-03-11T09:00:00Z");
  const text = "Contrat de Amal Inventée, ZZ 812345";
  const { subject, document } = await counted("AGR-1/1", "2026-02-12");
  const evidenceFile = await ctx.db.transaction().execute(async (tx) => {
    await sql`select set_config('iltizam.actor', 'test', true)`.execute(tx);
    const acting = {
      ...ctx,
      tx,
      transaction: tx,
      journal: async () => "",
      emit: async () => {},
      authorise: () => {},
    };
    return keepPersonalFile(acting, Buffer.from(text));
  });
  expect((await ctx.files.get(evidenceFile)).toString("latin1")).not.toContain("Invent");
  await recordResult(ctx, {
    ...{ commitment: "AGR-1/2", date: "2026-02-12", source: "test", externalId: "F-1", evidenceFile },
    subject: { document },
  });
  const { number } = await receiveRequest(ctx, {
    ...{ space, kind: "erasure", language: "fr", channel: "letter", text: "effacez-moi" },
  });
  await identifyRequester(ctx, { number, document });
  await decideRequest(ctx, { number, decision: "granted", reason: "she asked" });
  expect(await ctx.files.has(evidenceFile)).toBe(false);
  const left = await rows(ctx.db, sql`select hash from vault_files where hash = ${evidenceFile}`);
  expect([left, subject.length]).toEqual([[], 36]);
});
