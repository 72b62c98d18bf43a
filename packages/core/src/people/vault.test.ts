import { mkdtempSync, statSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { actorWith, makeSmallWorld, type SmallWorld } from "@iltizam/testkit/ledger";
import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rows, systemClock } from "../kernel/index.ts";
import {
  documentHash,
  findPerson,
  importKeys,
  keysText,
  makeKeys,
  normaliseNumber,
  openKeys,
  parseKeys,
  registerPerson,
  sealedDocument,
  subjectsOf,
  unmask,
  updatePerson,
} from "./index.ts";
import { openDocument, sealAnew } from "./document.ts";
import { newDataKey, openDataKey, openValue, sealValue } from "./seal-fields.ts";

const folder = mkdtempSync(join(tmpdir(), "iltizam-vault-"));
let world: SmallWorld;
beforeAll(async () => {
  world = await makeSmallWorld(folder);
});
afterAll(() => world.close());

const person = { name: "Lalla Test", nameAr: "للا تجربة", birthDate: "1999-05-01", phone: "0600000000" };

describe("a document", () => {
  test.for([
    ["AB 012345", "AB12345"],
    ["ab-12345", "AB12345"],
    ["AB٠١٢٣٤٥", "AB12345"],
    ["Ab.۰۱۲۳۴۵", "AB12345"],
    ["A100000", "A100000"],
  ])("%s is the card %s", ([written, card]) => {
    expect(normaliseNumber("cin", written ?? "")).toBe(card);
  });

  test("is another one with another type, country or key", () => {
    const [one, other] = [makeKeys(systemClock), makeKeys(systemClock)];
    const document = { type: "cin", country: "MA", number: "AB12345" } as const;
    const hashes = [
      documentHash(one, document),
      documentHash(one, { ...document, type: "passport" }),
      documentHash(one, { ...document, country: "FR" }),
      documentHash(one, { ...document, number: "AB12346" }),
      documentHash(other, document),
    ];
    expect(new Set(hashes.map((hash) => hash.toString("hex"))).size).toBe(5);
    expect(() => documentHash(undefined, document)).toThrow("people.keys_missing");
  });
});

test("a kept document opens under its own keys only, and not when a bit of it changed", () => {
  const [one, other] = [makeKeys(systemClock), makeKeys(systemClock)];
  const [mine, theirs] = [one, other].map(({ generations }) => generations.get(1));
  if (mine === undefined || theirs === undefined) throw new Error("a ring has a first generation");
  const document = { type: "cin", country: "MA", number: "AB12345" } as const;
  const both = sealedDocument(one, document);
  const kept = { hash: both.subarray(0, 32), sealed: both.subarray(32) };
  expect(openDocument(mine, kept)).toEqual(document);
  expect(sealedDocument(one, { ...document, number: "ab 012345" }).equals(both)).toBe(true);
  expect(both.includes("AB12345")).toBe(false);
  expect(() => openDocument(theirs, kept)).toThrow("people.sealed_unreadable");
  const sealed = Buffer.from(kept.sealed);
  sealed[3] = (sealed[3] ?? 0) ^ 1;
  expect(() => openDocument(mine, { ...kept, sealed })).toThrow("people.sealed_unreadable");
  const anew = sealAnew(mine, theirs, kept);
  expect(anew.hash.equals(documentHash(other, document))).toBe(true);
  expect(openDocument(theirs, anew)).toEqual(document);
});

describe("a person", () => {
  const document = { number: "ZZ 500001" };

  test("is found by her document; neither it nor a field of hers is given back", async () => {
    const { ctx } = world;
    const { subject } = await registerPerson(ctx, { space: "simulated", document, person });
    const again = { space: "simulated", document: { number: "zz500001" } } as const;
    const clerk = { ...ctx, actor: actorWith("clerk", "people.find") };
    expect(await findPerson(clerk, again)).toEqual({ subject, isNamed: true });
    expect(await findPerson(clerk, { ...again, space: "real" })).toEqual({ subject: null, isNamed: false });
    await expect(registerPerson(ctx, { ...again, person })).rejects.toMatchObject({
      code: "people.document_taken",
    });
  });

  test("stands nowhere in the clear: not in the vault, not in the journal", async () => {
    const { ctx } = world;
    const { subject } = await findPerson(ctx, { space: "simulated", document });
    await updatePerson(ctx, {
      subject: subject ?? "",
      fields: { phone: "0611111111" },
      reason: "new number",
    });
    const asked = { subject: subject ?? "", processing: "counting_results", reason: "two files, one person" };
    expect((await unmask(ctx, asked)).person).toEqual({ ...person, phone: "0611111111" });
    const kept = await rows(
      ctx.db,
      sql<{ text: string }>`
        select v::text as text from vault_persons v union all select v::text from vault_documents v
        union all select j::text from journal j`,
    );
    const secrets = ["Lalla", "تجربة", "0600000000", "0611111111", "ZZ 500001", "ZZ500001"];
    const hex = secrets.map((secret) => Buffer.from(secret).toString("hex"));
    for (const { text } of kept) {
      for (const secret of [...secrets, ...hex]) expect(text.includes(secret)).toBe(false);
    }
  });

  test("is unknown under other keys, and an update of nobody is refused", async () => {
    const other = { ...world.ctx, keys: makeKeys(systemClock) };
    expect(await findPerson(other, { space: "simulated", document })).toEqual({
      subject: null,
      isNamed: false,
    });
    const subject = "00000000-0000-4000-8000-000000000000";
    await expect(updatePerson(world.ctx, { subject, fields: {}, reason: "none" })).rejects.toMatchObject({
      code: "people.person_unknown",
    });
  });
});

test("many documents get their subjects at once: known ones keep theirs, the same one twice is one person", async () => {
  const { ctx } = world;
  const hash = (n: number) => sealedDocument(ctx.keys, { type: "cin", country: "MA", number: `ZZ6${n}` });
  const given = { space: "simulated", keyNumber: 1, at: new Date() } as const;
  const inTransaction = (documents: Buffer[]) =>
    ctx.db.transaction().execute(async (tx) => {
      await sql`select set_config('iltizam.actor', 'test', true)`.execute(tx);
      return subjectsOf(tx, { ...given, documents });
    });
  const [one, two] = await inTransaction([hash(1), hash(2)]);
  expect(await inTransaction([hash(2), hash(3), hash(1), hash(2)])).toEqual([
    two,
    expect.any(String),
    one,
    two,
  ]);
  const both = await Promise.all([inTransaction([hash(7), hash(8)]), inTransaction([hash(8), hash(7)])]);
  expect(both[0]).toEqual(both[1]?.toReversed());
});

describe("the keys", () => {
  test("are made once, are their owner's alone, and stay the same", async () => {
    const file = join(folder, "made", "keys.json");
    const made = await Promise.all([openKeys(file, systemClock), openKeys(file, systemClock)]);
    expect(keysText(made[0])).toBe(keysText(made[1]));
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(keysText(await openKeys(file, systemClock))).toBe(await readFile(file, "utf8"));
  });

  test("come from the environment when they are given there", async () => {
    const ring = makeKeys(systemClock);
    expect(keysText(await openKeys(join(folder, "none", "keys.json"), systemClock, keysText(ring)))).toBe(
      keysText(ring),
    );
  });

  test("are imported where none are, and never replaced by others", async () => {
    const file = join(folder, "imported", "keys.json");
    const text = keysText(makeKeys(systemClock));
    expect(keysText(await importKeys(file, text))).toBe(text);
    expect(keysText(await importKeys(file, text))).toBe(text);
    await expect(importKeys(file, keysText(makeKeys(systemClock)))).rejects.toMatchObject({
      code: "people.keys_exist",
    });
  });

  test.for(["", "{}", '{"format":"iltizam-keys/1","current":2,"keys":[]}', "not json"])(
    "«%s» are none",
    async (text) => {
      expect(() => parseKeys(text)).toThrow("people.keys_unreadable");
      const file = join(folder, `bad-${text.length}.json`);
      await writeFile(file, text);
      await expect(openKeys(file, systemClock)).rejects.toMatchObject({ code: "people.keys_unreadable" });
    },
  );
});

test("what is sealed opens for its subject with its key, and for nobody else, and not when a bit of it changed", () => {
  const keys = makeKeys(systemClock);
  fc.assert(
    fc.property(fc.jsonValue(), fc.uuid(), fc.uuid(), fc.nat(), (value, subject, other, place) => {
      fc.pre(subject !== other);
      const { dataKey, ...wrapped } = newDataKey(keys, subject);
      const sealed = sealValue(dataKey, subject, value);
      expect(openValue(openDataKey(keys, subject, wrapped), subject, sealed)).toEqual(
        JSON.parse(JSON.stringify(value)),
      );
      expect(() => openDataKey(keys, other, wrapped)).toThrow("people.sealed_unreadable");
      expect(() => openValue(dataKey, other, sealed)).toThrow("people.sealed_unreadable");
      const changed = Buffer.from(sealed);
      changed[place % changed.length] = (changed[place % changed.length] ?? 0) ^ 1;
      expect(() => openValue(dataKey, subject, changed)).toThrow("people.sealed_unreadable");
    }),
  );
});
