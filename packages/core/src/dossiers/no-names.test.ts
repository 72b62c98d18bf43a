// Whoever gets a copy of the database and of the file store learns who nobody is.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { withClient } from "@iltizam/testkit/database";
import { importDesk } from "@iltizam/testkit/import";
import { makeSmallWorld, type SmallWorld } from "@iltizam/testkit/ledger";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addToComplaint, answerComplaint, lodgeComplaint, openComplaint } from "../complaints/index.ts";
import { type Context, systemClock, together } from "../kernel/index.ts";
import {
  keepPersonalFile,
  openKeysOf,
  registerPerson,
  rotateKeys,
  unmask,
  updatePerson,
} from "../people/index.ts";
import { importSheets, recordResult } from "../results/index.ts";
import { copyHeld, decideRequest, identifyRequester, lookUp, receiveRequest } from "./index.ts";

const folder = mkdtempSync(join(tmpdir(), "iltizam-names-"));
const files = join(folder, "files");
const desk = importDesk(importSheets, "results");
let world: SmallWorld;
let ctx: Context;
beforeAll(async () => {
  world = await makeSmallWorld(files);
  const keys = await openKeysOf({ db: world.ctx.db, file: join(folder, "keys.json"), clock: systemClock });
  ctx = { ...world.ctx, keys };
});
afterAll(async () => {
  await world.close();
  desk.clear();
  rmSync(folder, { recursive: true, force: true });
});

const space = "simulated";
const people = Array.from({ length: 40 }, (_, index) => ({
  first: `Prénominventé${index}`,
  last: `Nominventé${index}`,
  nameAr: `اسممخترع${index}`,
  cin: `QZ${830_100 + index}`,
  cnss: `9${String(12_345_000 + index)}`,
  phone: `0698${String(100_000 + index)}`,
}));

/** Everything by which somebody could be known. */
const secrets = people.flatMap(({ first, last, nameAr, cin, cnss, phone }) => [
  first,
  last,
  nameAr,
  cin,
  cnss,
  phone,
]);

async function load(): Promise<void> {
  const lines = people
    .slice(0, 30)
    .map(
      ({ first, last, cin }, index) =>
        `AGR-1/1;2026-02-0${1 + (index % 9)};${cin};F;1999-04-0${1 + (index % 9)};${first};${last};L-${index}`,
    );
  const headings = "commitment;date;document_number;sex;birth_date;first_name;last_name;external_id\n";
  const sent = await desk.send(ctx, `${headings}${lines.join("\n")}\n`, { source: "anapec-si" });
  expect(sent.added).toBe(30);
  for (const [index, { first, last, nameAr, cnss, phone }] of people.slice(30).entries()) {
    const document = { type: "cnss", number: cnss } as const;
    const person = {
      name: `${first} ${last}`,
      nameAr,
      phone,
      address: `12 rue ${last}`,
      birthDate: "1998-01-02",
    };
    const { subject } = await registerPerson(ctx, { space, document, person });
    await recordResult(ctx, {
      commitment: "AGR-2/1",
      date: "2026-02-01",
      source: "test",
      subject: { document },
    });
    if (index % 2 === 0) {
      await updatePerson(ctx, {
        subject,
        fields: { phone: people[index]?.phone ?? phone },
        reason: "new number",
      });
      await unmask(ctx, { subject, processing: "control", reason: "sample of the quarter" });
    }
  }
}

/** Requests, a copy, a complaint, a contract: whatever else people say and hand in. */
async function tell(): Promise<void> {
  const [one, two] = people.slice(30);
  if (one === undefined || two === undefined) throw new Error("there are forty");
  const document = { type: "cnss", number: one.cnss } as const;
  await lookUp(ctx, { space, document, commitment: "AGR-1/1" });
  const text = `Je suis ${one.first} ${one.last}, ${one.cin}`;
  const asked = { space, kind: "access", language: "fr", channel: "mail", text, contact: one.phone } as const;
  const { number } = await receiveRequest(ctx, asked);
  await identifyRequester(ctx, { number, document });
  await decideRequest(ctx, { number, decision: "granted", reason: "her card was shown" });
  expect(JSON.stringify(await copyHeld(ctx, { number }))).toContain(one.last);
  const what = `${two.first} ${two.last} m'a demandé 500 DH, son numéro est ${two.phone}`;
  const complaint = await lodgeComplaint(ctx, { language: "fr", what, who: two.nameAr, contact: one.phone });
  await addToComplaint(ctx, { receipt: complaint.receipt, text: `${two.last} est revenu` });
  await openComplaint(ctx, { number: complaint.number });
  await answerComplaint(ctx, { number: complaint.number, text: `Nous avons entendu ${two.last}` });
  const contract = Buffer.from(`Contrat de ${one.first} ${one.last}, CIN ${one.cin}, CNSS ${one.cnss}`);
  await together(ctx, "test.contract", async (inside) => {
    const tx = inside.transaction ?? inside.db;
    const acting = { ...inside, tx, journal: async () => "", emit: async () => {}, authorise: () => {} };
    await keepPersonalFile(acting, contract);
  });
}

/** Every row of every table as PostgreSQL writes it, and every file. */
async function everythingKept(): Promise<string> {
  const tables = await withClient(world.database.ownerUrl, async (client) => {
    const { rows: names } = await client.query<{ name: string }>(
      "select tablename as name from pg_tables where schemaname = 'public'",
    );
    const asked = names.map(({ name }) => `select t::text as text from ${name} t`);
    return (await client.query<{ text: string }>(asked.join(" union all "))).rows.map(({ text }) => text);
  });
  const stored = readdirSync(files, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)))
    .flatMap((bytes) => [bytes.toString("utf8"), bytes.toString("hex"), bytes.toString("base64")]);
  return [...tables, ...stored].join("\n");
}

/** A word in clear, in hex, and as base64 writes it inside a longer text, whatever stands before it. */
function formsOf(word: string): string[] {
  const bytes = Buffer.from(word);
  const inBase64 = [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes])
      .toString("base64")
      .replace(/=+$/, "");
    const whole = Math.floor((before + bytes.length) / 3) * 4;
    return text.slice(before === 0 ? 0 : 4, whole);
  });
  const wide = Buffer.from(word, "utf16le").toString("hex");
  return [word, word.toLowerCase(), bytes.toString("hex"), wide, ...inBase64].filter(
    (form) => form.length > 5,
  );
}

test("a word is found in each of its forms, inside anything", () => {
  for (const [index, secret] of secrets.slice(0, 60).entries()) {
    const hidden = Buffer.from(`${"x".repeat(index % 5)}${secret} yz`);
    for (const kept of [hidden.toString("utf8"), hidden.toString("hex"), hidden.toString("base64")]) {
      expect(formsOf(secret).some((form) => kept.includes(form))).toBe(true);
    }
  }
});

test("no name, CIN, CNSS number or phone stands in the database or in the file store, before and after a rotation", async () => {
  await load();
  await tell();
  for (const moment of ["before", "after"]) {
    const kept = await everythingKept();
    expect(kept).toContain("sample of the quarter");
    const found = secrets.filter((secret) => formsOf(secret).some((form) => kept.includes(form)));
    expect([moment, found]).toEqual([moment, []]);
    if (moment === "before") await rotateKeys(ctx, { file: join(folder, "keys.json"), settle: 0 });
  }
});
