import { type TestPlace, testPlace, write } from "@iltizam/testkit/agreement";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readSettings, setSettings } from "./settings.ts";
import { listReminderTerms, setReminderTerm } from "./terms.ts";

let place: TestPlace;
const id = "00000000-0000-7000-8000-0000000000aa";
beforeAll(async () => {
  place = await testPlace();
  await write(
    place.ctx,
    sql`insert into users (id, mail, mail_folded, name, language, state, recorded_at)
        values (${id}, 'salma@exemple.test', 'salma@exemple.test', 'Salma', 'fr', 'active', now())`,
  );
});
afterAll(() => place.close());

const as = (permission: string, user = id) => ({
  ...place.ctx,
  actor: {
    id: user,
    kind: "user" as const,
    label: "Salma",
    grants: [{ permissions: [permission], own: true as const }],
  },
});
const wish = { wanted: true, hour: 10, weekends: true };

test("one's reminders are one's own to read and to say, and a machine has none", async () => {
  const refused = { code: "kernel.not_allowed" };
  await expect(readSettings(as("agreements.read"), {})).rejects.toMatchObject(refused);
  await expect(setSettings(as("agreements.read"), wish)).rejects.toMatchObject(refused);
  expect(await readSettings(as("door.own_account"), {})).toEqual({ wanted: true, hour: 8, weekends: false });
  await setSettings(as("door.own_account"), wish);
  expect(await readSettings(as("door.own_account"), {})).toEqual(wish);
  const nobody = as("door.own_account", "00000000-0000-7000-8000-0000000000ff");
  await expect(setSettings(nobody, wish)).rejects.toMatchObject({ code: "notifications.no_account" });
});

test("who is told what waits reads after how many days, and head office sets it", async () => {
  const refused = { code: "kernel.not_allowed" };
  const set = { term: "again" as const, days: 5, from: "2026-01-01", source: "circulaire 3/2026" };
  expect(await listReminderTerms(as("alarms.read"), {})).toMatchObject([{ days: 7 }, { days: 14 }]);
  await expect(setReminderTerm(as("alarms.read"), set)).rejects.toMatchObject(refused);
  await expect(listReminderTerms(as("alarms.set_term"), {})).rejects.toMatchObject(refused);
});
