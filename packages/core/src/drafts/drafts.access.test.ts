import { type TestPlace, testPlace } from "@iltizam/testkit/agreement";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor, Context } from "../kernel/index.ts";
import { recordDraft } from "./record-draft.ts";
import { noteOf, type ReviewedNote, reviewedNotes } from "./tests/reviewed-notes.ts";

let place: TestPlace;
let note: ReviewedNote;
beforeAll(async () => {
  note = noteOf(await reviewedNotes(), "000");
  place = await testPlace();
});
afterAll(() => place.close());

const as = (grants: Actor["grants"]): Context => ({
  ...place.ctx,
  actor: { id: "00000000-0000-7000-8000-0000000000ff", kind: "user", label: "Salma", grants },
});

test("recording a draft needs the right to record drafts", async () => {
  const reader = as([{ permissions: ["agreements.read", "sources.read"] }]);
  await expect(recordDraft(reader, note)).rejects.toMatchObject({
    code: "kernel.not_allowed",
    params: { permission: "drafts.record" },
  });
});

test("the right to record drafts does not replace the rights of the acts that it leads to", async () => {
  const recorder = as([{ permissions: ["drafts.record"] }]);
  await expect(recordDraft(recorder, note)).rejects.toMatchObject({
    code: "kernel.not_allowed",
    params: { permission: "sources.record" },
  });
});
