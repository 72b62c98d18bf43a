// Two documents, one person: she is proposed without her name, merged after one has seen what it changes, split again.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { actorWith, makeSmallWorld, type SmallWorld } from "@iltizam/testkit/ledger";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type PersonFields, registerPerson, updatePerson } from "../people/index.ts";
import {
  keepApart,
  mergedPersons,
  mergeSubjects,
  possibleSamePersons,
  previewMerge,
  recordResult,
  splitSubjects,
  verify,
} from "./index.ts";

let world: SmallWorld;
beforeAll(async () => {
  world = await makeSmallWorld(mkdtempSync(join(tmpdir(), "iltizam-same-")));
});
afterAll(() => world.close());

const space = "simulated" as const;
let number = 1000;
async function register(person: PersonFields, of: "simulated" | "real" = space): Promise<string> {
  number += 1;
  const document = { number: `ZZ ${number}` };
  return (await registerPerson(world.ctx, { space: of, document, person })).subject;
}
/** The data officer: she merges, and reads neither results nor names here. */
const officer = () => ({
  ...world.ctx,
  actor: actorWith("officer", "subjects.merge", "people.find", "agreements.read"),
});
const proposed = async () => (await possibleSamePersons(officer(), { space })).pairs;
const whyOf = async (one: string, other: string) =>
  (await proposed()).find(
    (pair) => [pair.one.subject, pair.other.subject].sort().join() === [one, other].sort().join(),
  )?.why;
const reason = "deux cartes, une seule personne";

test("persons are proposed by what they are alike in, and nothing of a name is given", async () => {
  const birthDate = "1991-02-03";
  const amina = await register({ name: "Amina El Fassi", birthDate, sex: "F", phone: "+212 6 00 11 22 33" });
  const again = await register({ name: "EL FASSI Amina", birthDate: "1991-11-30", sex: "F" });
  const phone = await register({ name: "A. Fassi", phone: "06.00.11.22.33" });
  const brother = await register({ name: "Karim El Fassi", birthDate, sex: "M", phone: "0600112233" });
  const stranger = await register({ name: "Salma Berrada", birthDate, sex: "F" });
  expect(await whyOf(amina, again)).toEqual(["name_and_year"]);
  expect(await whyOf(amina, phone)).toEqual(["phone"]);
  for (const other of [brother, stranger]) expect(await whyOf(amina, other)).toBeUndefined();
  const joined = await register({ name: "Amina Elfassi", birthDate, sex: "F" });
  expect(await whyOf(amina, joined)).toEqual(["near_name"]);
  const mohamed = await register({
    name: "Mohamed Alaoui",
    birthDate: "1988-05-06",
    mail: "M.A@example.org",
  });
  const muhammed = await register({
    name: "Muhammed Alaoui",
    birthDate: "1988-05-06",
    mail: "m.a@example.org",
  });
  const younger = await register({ name: "Mohammed Alaoui", birthDate: "1999-05-06" });
  expect(await whyOf(mohamed, muhammed)).toEqual(["mail", "near_name"]);
  expect(await whyOf(mohamed, younger)).toBeUndefined();
  // alike in most things first
  expect((await proposed())[0]?.why).toHaveLength(2);
  expect(JSON.stringify(await proposed())).not.toMatch(/fassi|alaoui|amina|1991|0600|example/iu);
  expect(await possibleSamePersons(officer(), { space: "real" })).toEqual({
    pairs: [],
    isMore: false,
    tooMany: 0,
  });
});

test("what very many share shows nothing", async () => {
  for (let nth = 0; nth < 13; nth += 1) await register({ name: `Personne ${nth}`, phone: "0522000000" });
  const { pairs, tooMany } = await possibleSamePersons(officer(), { space });
  expect(tooMany).toBe(1);
  expect(pairs.length).toBeLessThan(10);
});

test("a merge is seen before it is made, and undone", async () => {
  const given = { name: "Nadia Tazi", birthDate: "1985-01-01" };
  const [nadia, twin] = [await register(given), await register(given)];
  const record = (commitment: string, id: string) =>
    recordResult(world.ctx, {
      ...{ commitment, date: "2026-03-02", place: "90.1.01", subject: { id }, source: "test" },
    });
  await record("AGR-1/1", nadia);
  await record("AGR-2/1", twin);
  const pair = (await proposed()).find(({ one, other }) => [one.subject, other.subject].includes(nadia));
  expect([pair?.one.results, pair?.other.results]).toEqual([1, 1]);
  const seen = await previewMerge(officer(), { subject: twin, into: nadia });
  const counts = (levels: typeof seen.levels) =>
    levels.map(({ reference, before, after }) => `${reference} ${before} ${after}`);
  expect(counts(seen.levels)).toEqual([
    ...["AGR-1/1 1 1", "AGR-2/1 1 1", "AGR-1 1 1", "AGR-2 1 1", "BUN-1 2 1", "PROG-1 2 1"],
    ...["hcp:90.1 2 1", "hcp:90 2 1", "iso3166:ZZ 2 1"],
  ]);
  // nothing stayed
  expect((await mergedPersons(officer(), { space })).merges).toEqual([]);
  expect(await previewMerge(officer(), { subject: twin, into: nadia })).toEqual(seen);
  await mergeSubjects(officer(), { subject: twin, into: nadia, reason });
  expect((await mergedPersons(officer(), { space })).merges).toMatchObject([
    { subject: twin, into: nadia, reason, by: "officer" },
  ]);
  expect(await whyOf(nadia, twin)).toBeUndefined();
  await expect(keepApart(officer(), { subject: twin, from: nadia, reason })).rejects.toThrow(
    "results.same_subject",
  );
  await splitSubjects(officer(), { subject: twin, reason: "deux personnes après tout" });
  expect((await mergedPersons(officer(), { space })).merges).toEqual([]);
  expect(await whyOf(nadia, twin)).toEqual(["name_and_year", "near_name"]);
  expect(await verify(world.ctx, {})).toMatchObject({ differences: [] });
});

test("who were found to be two are proposed no more, nor is anybody merged with one of them", async () => {
  const given = { name: "Hind Chraibi", birthDate: "1990-06-07" };
  const [hind, other, third] = [await register(given), await register(given), await register(given)];
  const apart = { subject: hind, from: other, reason: "deux sœurs" };
  await keepApart(officer(), apart);
  await keepApart(officer(), { ...apart, subject: other, from: hind });
  expect(await whyOf(hind, other)).toBeUndefined();
  expect(await whyOf(hind, third)).toBeDefined();
  await mergeSubjects(officer(), { subject: third, into: other, reason });
  expect(await whyOf(hind, third)).toBeUndefined();
  await updatePerson(world.ctx, { subject: hind, fields: { name: "Hind Chraïbi" }, reason: "tréma oublié" });
  expect(await whyOf(hind, other)).toBeUndefined();
});
