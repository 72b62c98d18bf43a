// From the screen to the mail and back: an invitation and a forgotten password, over a real SMTP server.
import { inReading, rows } from "@iltizam/core/kernel";
import { type RawBuilder, sql } from "kysely";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { administrator, codeOf, type Installation, openInstallation } from "../../http/tests/installation.ts";
import { mailerOf, sendWaitingMails } from "../index.ts";
import { openMailServer } from "./mail-server.ts";

// A long transaction of another database of this server holds up what is sealed and sent: the tests wait for it.
const patience = 120_000;

let post: Awaited<ReturnType<typeof openMailServer>>;
let house: Installation;
beforeAll(async () => {
  post = await openMailServer();
  const mailer = mailerOf({ url: post.url, from: "Iltizam <iltizam@exemple.test>" });
  house = await openInstallation({ mailer, mailEvery: 50 });
});
afterAll(async () => {
  await house.close();
  await post.close();
});

const api = "/api/v1";
const password = "la pluie tombe à Larache";

async function mailTo(to: string, count = 1) {
  await vi.waitFor(() => expect(post.kept.filter((mail) => mail.to === to)).toHaveLength(count), patience);
  const mail = post.kept.findLast((one) => one.to === to);
  const [, token = ""] = /\/set-password#([\w-]{43})\s/.exec(mail?.text ?? "") ?? [];
  return { ...mail, token };
}

async function asAdministrator() {
  const browser = house.browser();
  await browser.ask("POST", `${api}/sign-in`, { mail: administrator.mail, password: administrator.password });
  return browser;
}

test("an invitation arrives in the language of the invited, and its link sets the password once", async () => {
  const invited = { mail: "salma@exemple.test", name: "سلمى", language: "ar" };
  await (await asAdministrator()).ask("POST", `${api}/users`, invited);
  const { subject, text, token } = await mailTo(invited.mail);
  expect(subject).toBe("حسابك في التزام");
  expect(text).toContain("مرحبا سلمى،");
  expect(text).toContain(`${house.address}/set-password#`);
  const browser = house.browser();
  expect((await browser.ask("POST", `${api}/passwords`, { token, password })).status).toBe(200);
  const again = await browser.ask("POST", `${api}/passwords`, { token, password });
  expect([again.status, codeOf(again)]).toEqual([410, "identity.step_over"]);
  const entered = await browser.ask("POST", `${api}/sign-in`, { mail: invited.mail, password });
  expect(entered.body).toMatchObject({ outcome: "entered" });
});

test("a forgotten password: whoever asks is answered alike, and only the owner is written to", async () => {
  const browser = house.browser();
  const ask = (mail: string) => browser.ask("POST", `${api}/password-resets`, { mail });
  const [known, unknown] = [await ask("Salma@exemple.test"), await ask("personne@exemple.test")];
  expect([known.status, known.text]).toEqual([unknown.status, unknown.text]);
  const { token } = await mailTo("salma@exemple.test", 2);
  await vi.waitFor(async () => expect(await waiting()).toEqual([]), patience);
  expect(post.kept.filter(({ to }) => to === "personne@exemple.test")).toEqual([]);
  const set = await browser.ask("POST", `${api}/passwords`, { token, password: "trois chats sur un toit" });
  expect(set.status).toBe(200);
});

const read = <Row>(query: RawBuilder<Row>) => inReading(house.ctx, (tx) => rows(tx, query));
const waiting = () =>
  read(sql<{ type: string }>`select type from outbox where taken_at is null and type like 'identity.%'`);

test("the mail of whoever asked does not stay in the database, and no token ever lay there", async () => {
  const kept = await read(
    sql<{ text: string }>`select payload::text as text from outbox where type like 'identity.%'
                          union all select row_to_json(t)::text from step_tokens t
                          union all select row_to_json(j)::text from journal j`,
  );
  expect(kept.length).toBeGreaterThan(8);
  const text = kept.map((row) => row.text).join();
  expect(text).not.toContain("personne@exemple.test");
  for (const mail of post.kept) expect(text).not.toContain(/#([\w-]{43})/.exec(mail.text)?.[1]);
});

test("a box that does not exist keeps no other mail back, and is tried again", async () => {
  post.refused.add("faute@exemple.test");
  const browser = await asAdministrator();
  await browser.ask("POST", `${api}/users`, { mail: "faute@exemple.test", name: "Faute" });
  await browser.ask("POST", `${api}/users`, { mail: "juste@exemple.test", name: "Juste" });
  await mailTo("juste@exemple.test");
  // it was kept by the mail server a moment before it counts as taken here
  await vi.waitFor(async () => expect((await waiting()).length).toBe(1), patience);
  post.refused.clear();
  await mailTo("faute@exemple.test");
});

test("two servers send each mail once", async () => {
  const browser = await asAdministrator();
  const mailer = mailerOf({ url: post.url, from: "Iltizam <iltizam@exemple.test>" });
  const names = Array.from({ length: 8 }, (_, place) => `deux${place}@exemple.test`);
  await Promise.all([
    ...names.map((mail) => browser.ask("POST", `${api}/users`, { mail, name: "Deux" })),
    ...[1, 2, 3].map(() => sendWaitingMails(house.ctx, mailer, house.address)),
  ]);
  await vi.waitFor(async () => expect(await waiting()).toEqual([]), patience);
  expect(
    post.kept
      .filter(({ to }) => to.startsWith("deux"))
      .map(({ to }) => to)
      .sort(),
  ).toEqual(names);
  mailer.close();
});
