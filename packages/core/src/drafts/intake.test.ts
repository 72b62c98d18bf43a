import { type TestPlace, testPlace } from "@iltizam/testkit/agreement";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Context, onlyRow } from "../kernel/index.ts";
import { loadTerritory } from "../territory/index.ts";
import { loadVocabulary } from "../vocabulary/index.ts";
import type { Decision } from "./decisions-format.ts";
import { getIntake, listIntakes } from "./get-intake.ts";
import type { IntakeInFull } from "./intake-format.ts";
import { openIntake } from "./open-intake.ts";
import { recordIntake, reopen, setAside } from "./record-intake.ts";
import { saveReview } from "./save-review.ts";
import { acceptAll, recordAll } from "./tests/review-all.ts";

let place: TestPlace;
let ctx: Context;
beforeAll(async () => {
  place = await testPlace();
  ctx = place.ctx;
  await loadTerritory(ctx, { space: "real" });
  await loadVocabulary(ctx, {});
});
afterAll(() => place.close());

let opened = 0;
/** A text that nobody has opened before. */
const open = (text: string, more: Partial<Parameters<typeof openIntake>[1]> = {}) => {
  opened += 1;
  return openIntake(ctx, { space: "real", fileName: `${opened}.txt`, text, ...more });
};

const agreement = (number: number, company: string) =>
  `Safi — L'ANAPEC et ${company} ont signé à Safi une convention de partenariat pour le recrutement de ${number} jeunes.`;

const decide = (full: IntakeInFull, decisions: readonly Decision[]) =>
  saveReview(ctx, {
    intake: full.id,
    revision: full.revision,
    decisions: { format: "iltizam-decisions/1", decisions: [...decisions] },
  });

const counts = () =>
  onlyRow(
    ctx.db,
    sql<Record<string, number>>`
      select (select count(*)::int from documents) as documents, (select count(*)::int from assertions) as assertions,
             (select count(*)::int from agreements) as agreements, (select count(*)::int from events) as events,
             (select count(*)::int from commitments) as commitments, (select count(*)::int from organisations) as organisations`,
  );

describe("a text is opened", () => {
  test("its file is kept at once, and the same file is the same intake", async () => {
    const text = agreement(111, "Verdanor Safi");
    const first = await open(text);
    expect(await ctx.files.has(first.hash)).toBe(true);
    expect(first).toMatchObject({ state: "open", language: "fr", decided: 0 });
    expect(first.items.filter(({ decided }) => decided)).toEqual([]);
    const again = await openIntake(ctx, { space: "real", fileName: "other name.txt", text });
    expect([again.id, again.file]).toEqual([first.id, first.file]);
  });

  test("it waits in the list until it is recorded or set aside", async () => {
    const { id } = await open(agreement(112, "Verdanor Safi"));
    const { intakes } = await listIntakes(ctx, { space: "real", state: "open" });
    expect(intakes.map((one) => one.id)).toContain(id);
  });

  test("a reading that breaks off loses nothing: opened again, it is read", async () => {
    const text = agreement(113, "Verdanor Safi");
    const file = { space: "real", fileName: "broken off.txt", text } as const;
    const read = () => Promise.reject(new Error("the thread was ended"));
    const broken = { ...ctx, ...(ctx.reader && { reader: { ...ctx.reader, read } }) };
    await expect(openIntake(broken, file)).rejects.toThrow("the thread was ended");
    const { intakes } = await listIntakes(ctx, { space: "real", state: "unread" });
    expect(intakes.map((one) => one.file)).toEqual(["broken off.txt"]);
    expect(await openIntake(ctx, file)).toMatchObject({ id: intakes[0]?.id, state: "open" });
  });

  test("a file that gives no text is refused with the reader's sentence and does not wait", async () => {
    await expect(open("", { fileName: "empty.txt" })).rejects.toMatchObject({ code: "reading.empty" });
    await expect(open("x", { fileName: "picture.png" })).rejects.toMatchObject({
      code: "reading.kind_not_read",
    });
    expect((await listIntakes(ctx, { space: "real", state: "unread" })).total).toBe(0);
    await expect(
      openIntake(ctx, { space: "real", fileName: "a.txt", text: "a", contentBase64: "YQ==" }),
    ).rejects.toMatchObject({ code: "drafts.file_needed" });
  });

  test("without a reader no text is opened", async () => {
    const { reader: _, ...without } = ctx;
    await expect(
      openIntake(without, { space: "real", fileName: "r.txt", text: agreement(114, "Verdanor") }),
    ).rejects.toMatchObject({ code: "drafts.reader_missing" });
  });
});

describe("what is undecided is not recorded", () => {
  test("the refusal names what is open", async () => {
    const full = await open(agreement(121, "Sardines de Safi"));
    const before = await counts();
    await expect(recordIntake(ctx, { intake: full.id, revision: full.revision })).rejects.toMatchObject({
      code: "drafts.undecided",
      params: { count: full.obstacles.length },
    });
    expect(await counts()).toEqual(before);
  });

  test("accepting a group takes what is written, never what is inferred", async () => {
    const full = await open(
      "L'ANAPEC et Actiris se sont rencontrés à Safi. Les deux organismes signeront une lettre d'entente.",
    );
    const accepted = await decide(full, [{ path: "instruments", decision: "accepted" }]);
    const own = accepted.items.filter(({ path }) => path.startsWith("instruments."));
    expect(own.filter(({ inferred }) => inferred).length).toBeGreaterThan(0);
    expect(own.map(({ decided }) => decided)).toEqual(own.map(({ inferred }) => !inferred));
    const [inferred] = own.filter((one) => one.inferred);
    const decided = await decide(accepted, [{ path: inferred?.path ?? "", decision: "accepted" }]);
    expect(decided.items.find(({ path }) => path === inferred?.path)?.decided).toBe(true);
  });

  test("a suggestion that was accepted and is another one since is open again", async () => {
    const full = await open(agreement(122, "Conserves Abda"));
    const choice = full.items.find(({ path }) => path === "review/agreement/I1");
    const value = { ...(choice?.value as Record<string, string>), title: "seen before" };
    const stale = await decide(full, [{ path: "review/agreement/I1", decision: "accepted", value }]);
    expect(stale.items.find(({ path }) => path === "review/agreement/I1")).toMatchObject({
      ...{ decided: false, suggestedAnew: true },
    });
    expect(stale.obstacles).toContainEqual({
      path: "review/agreement/I1",
      code: "suggested_anew",
      fault: null,
    });
  });
});

describe("recording", () => {
  test("writes once, however often it is asked for", async () => {
    const full = await acceptAll(ctx, await open(agreement(131, "Phosphates Verts")));
    const first = await recordIntake(ctx, { intake: full.id, revision: full.revision });
    expect(first).toMatchObject({ recorded: true, agreements: ["SAFI-CONV-1"] });
    const after = await counts();
    const again = await recordIntake(ctx, { intake: full.id, revision: full.revision });
    expect(again).toMatchObject({ recorded: false, document: first.document, agreements: first.agreements });
    expect(await counts()).toEqual(after);
    expect(await getIntake(ctx, { intake: full.id })).toMatchObject({ state: "recorded", obstacles: [] });
  });

  test("keeps the words of every figure as its origin", async () => {
    const full = await open(agreement(132, "Ciment d'Abda"));
    const { document } = await recordAll(ctx, full);
    const { words } = await onlyRow(
      ctx.db,
      sql<{ words: string[] }>`
        select array_agg(p.content) as words from commitment_assertions k join assertions a on a.id = k.assertion_id
        join passages p on p.id = a.passage_id where a.document_id = ${document} and k.field = 'target'`,
    );
    expect(words).toEqual(["132 jeunes"]);
  });

  test("what was refused never reaches the register", async () => {
    const text = `${agreement(133, "Refusée SA")} Le directeur de l'usine, Hamid Verdi, a déclaré être fier.`;
    const full = await open(text);
    const party = full.draft?.instruments[0]?.parties.findIndex(({ name }) =>
      name?.value?.startsWith("Refusée"),
    );
    await recordAll(ctx, full, [
      { path: `instruments.0.parties.${party}`, decision: "refused" },
      { path: "instruments.0.targets.0", decision: "refused" },
      { path: "attendees.0", decision: "refused" },
    ]);
    const { refused } = await onlyRow(
      ctx.db,
      sql<{ refused: number }>`
        select (select count(*)::int from organisations where name like 'Refusée%')
             + (select count(*)::int from assertions where text_value like 'Refusée%' or quantity = 133)
             + (select count(*)::int from office_holders where name = 'Hamid Verdi') as refused`,
    );
    expect(refused).toBe(0);
  });

  test("what was changed and added is written, with its passage and who decided", async () => {
    const text = agreement(134, "Algues de Doukkala");
    const full = await open(text);
    const start = text.indexOf("jeunes");
    const passage = { start, end: start + "jeunes".length, text: "jeunes" };
    const added: Decision = {
      ...{ path: "instruments.0.targets.0.populations", decision: "added", key: "p1" },
      value: { value: "rural_youth", passage, as: "inferred", why: "the plant lies in a rural commune" },
    };
    const saved = await decide(full, [added]);
    expect(saved.decisions.decisions[0]).toMatchObject({
      by: ctx.actor.label,
      at: ctx.clock.now().toISOString(),
    });
    await recordAll(ctx, saved, [added]);
    const { populations } = await onlyRow(
      ctx.db,
      sql<{ populations: string[] }>`
        select populations from commitments c join agreements a on a.id = c.agreement_id
        where a.title like '%Algues de Doukkala%' or a.reference in (
          select g.reference from agreements g join agreement_parties p on p.agreement_id = g.id
          where p.name_at_signature = 'Algues de Doukkala')`,
    );
    expect(populations).toEqual(["youth", "rural_youth"]);
  });
});

describe("two people on one text", () => {
  test("the second who saves is told who was first", async () => {
    const full = await open(agreement(141, "Deux Mains"));
    await decide(full, [{ path: "event", decision: "accepted" }]);
    await expect(decide(full, [{ path: "instruments", decision: "accepted" }])).rejects.toMatchObject({
      code: "drafts.changed_meanwhile",
      params: { by: ctx.actor.label, revision: full.revision + 1 },
    });
  });
});

describe("nothing to record", () => {
  test("is an answer, and can be taken back until something is recorded", async () => {
    const full = await open("L'ANAPEC a tenu un stand au salon. Aucun accord n'a été signé.");
    const aside = await setAside(ctx, { intake: full.id, revision: full.revision, reason: "nothing signed" });
    expect(aside).toMatchObject({ state: "nothing", reason: "nothing signed" });
    const next = { intake: full.id, revision: aside.revision };
    await expect(recordIntake(ctx, next)).rejects.toMatchObject({ code: "drafts.intake_closed" });
    expect(await reopen(ctx, next)).toMatchObject({ state: "open", reason: null });
  });

  test("what is recorded is neither set aside nor reopened nor changed", async () => {
    const full = await acceptAll(ctx, await open(agreement(151, "Close SA")));
    await recordIntake(ctx, { intake: full.id, revision: full.revision });
    const { revision } = await getIntake(ctx, { intake: full.id });
    const recorded = { code: "drafts.intake_recorded" };
    await expect(setAside(ctx, { intake: full.id, revision })).rejects.toMatchObject(recorded);
    await expect(reopen(ctx, { intake: full.id, revision })).rejects.toMatchObject(recorded);
    await expect(decide({ ...full, revision }, [])).rejects.toMatchObject(recorded);
  });
});

describe("a second telling of a recorded event", () => {
  const first =
    "Youssoufia — Mardi à Youssoufia, l'ANAPEC et Mines Bleues ont signé une convention pour le recrutement de 480 personnes.";
  const second =
    "Youssoufia — Mines Bleues et l'ANAPEC ont signé mardi à Youssoufia une convention qui doit créer 480 emplois.";

  test("as the same event it adds a source, and 480 counts once with both wordings", async () => {
    await recordAll(ctx, await open(first));
    const before = await counts();
    const full = await open(second);
    expect(full.likely).toHaveLength(1);
    const merged = await acceptAll(ctx, full);
    expect(merged.joined).toMatchObject([{ conflict: true, here: { words: "480 emplois" } }]);
    expect(merged.outline).toMatchObject({
      ...{
        agreements: { new: 0, known: 1 },
        commitments: { new: 0, known: 1 },
        events: { new: 0, known: 1 },
      },
    });
    await recordIntake(ctx, { intake: merged.id, revision: merged.revision });
    const after = await counts();
    expect(after).toMatchObject({
      ...{ agreements: before.agreements, commitments: before.commitments, events: before.events },
      documents: (before.documents ?? 0) + 1,
    });
  });

  test("as another event it has references of its own", async () => {
    const full = await open(`${second} `);
    const before = await counts();
    const another: Decision = {
      path: "review/same_event/event",
      decision: "changed",
      value: { event: null },
    };
    const { agreements } = await recordAll(ctx, full, [another]);
    expect(agreements).toEqual(["YOUSSOUFIA-CONV-2"]);
    expect((await counts()).commitments).toBe((before.commitments ?? 0) + 1);
  });
});
