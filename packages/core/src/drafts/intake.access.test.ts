import { type TestPlace, testPlace } from "@iltizam/testkit/agreement";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor, Context } from "../kernel/index.ts";
import { noDecisions } from "./decisions-format.ts";
import { getIntake, listIntakes } from "./get-intake.ts";
import { dropIntake, keepIntake, keepReading, openIntake } from "./open-intake.ts";
import { recordIntake, reopen, setAside } from "./record-intake.ts";
import { saveReview } from "./save-review.ts";

let place: TestPlace;
beforeAll(async () => {
  place = await testPlace();
});
afterAll(() => place.close());

const as = (...permissions: string[]): Context => ({
  ...place.ctx,
  actor: {
    ...{ id: "00000000-0000-7000-8000-0000000000ff", kind: "user", label: "Salma" },
    grants: [{ permissions }],
  } satisfies Actor,
});
const intake = "00000000-0000-7000-8000-000000000abc";
const one = { intake, revision: 1 };
const text = "L'ANAPEC et Verdanor ont signé une convention pour recruter 12 jeunes.";
const file = { space: "real" as const, fileName: "a.txt", text };
const hash = "a".repeat(64);

const needs = (permission: string) => ({ code: "kernel.not_allowed", params: { permission } });

test("reading what waits for review needs the right to read drafts", async () => {
  const other = as("drafts.review", "drafts.record");
  await expect(listIntakes(other, { space: "real" })).rejects.toMatchObject(needs("drafts.read"));
  await expect(getIntake(other, { intake })).rejects.toMatchObject(needs("drafts.read"));
});

test("opening, deciding and setting aside need the right to review", async () => {
  const reader = as("drafts.read", "drafts.record");
  const decisions = { ...one, decisions: noDecisions };
  await expect(openIntake(reader, file)).rejects.toMatchObject(needs("drafts.review"));
  await expect(saveReview(reader, decisions)).rejects.toMatchObject(needs("drafts.review"));
  await expect(setAside(reader, one)).rejects.toMatchObject(needs("drafts.review"));
  await expect(reopen(reader, one)).rejects.toMatchObject(needs("drafts.review"));
});

test("the steps of opening need the same right, whoever takes them", async () => {
  const reader = as("drafts.read");
  const draft = await place.ctx.reader?.read({ bytes: Buffer.from(text), name: "a.txt", publishedOn: null });
  const read = { intake, draft: draft?.draft as never, words: {}, pagesWithoutText: [] };
  await expect(
    keepIntake(reader, { space: "real", fileName: "a.txt", hash, publishedOn: null }),
  ).rejects.toMatchObject(needs("drafts.review"));
  await expect(keepReading(reader, read)).rejects.toMatchObject(needs("drafts.review"));
  await expect(dropIntake(reader, { intake })).rejects.toMatchObject(needs("drafts.review"));
});

test("recording needs a right of its own, and those of the acts that it leads to", async () => {
  await expect(recordIntake(as("drafts.read", "drafts.review"), one)).rejects.toMatchObject(
    needs("drafts.record"),
  );
});

test("who may review opens a text and sees it", async () => {
  expect(await openIntake(as("drafts.read", "drafts.review"), file)).toMatchObject({ state: "open" });
});

const inPlace = (territory: string, ...permissions: string[]): Context => ({
  ...place.ctx,
  actor: { ...as().actor, grants: [{ permissions, territory }] },
});
const officer = ["drafts.read", "drafts.review", "drafts.record"];

test("a right in one region is enough to review a text: it belongs to no place until it is recorded", async () => {
  const north = "00000000-0000-7000-8000-00000000000e";
  const opened = await openIntake(inPlace(north, ...officer), { ...file, text: `${text} Ici.` });
  expect(opened.state).toBe("open");
  const south = inPlace("00000000-0000-7000-8000-00000000000f", ...officer);
  expect(await getIntake(south, { intake: opened.id })).toMatchObject({ id: opened.id });
});

test("who has no right on drafts gets no text that waits, whatever she asks", async () => {
  const opened = await openIntake(as(...officer), { ...file, text: `${text} Là.` });
  const stranger = as("results.read");
  await expect(getIntake(stranger, { intake: opened.id })).rejects.toMatchObject(needs("drafts.read"));
});
