// What is sent: mostly acceptable before it is made hostile, the same from the same seed, and repeatable by hand.

import { chanceOf } from "@iltizam/server/demo";
import { apiDocument } from "@iltizam/server/http";
import { expect, test } from "vitest";
import { knownThings } from "../house/known-things.ts";
import { kinds } from "../kinds/index.ts";
import { askedOf } from "../requests/draft.ts";
import { makeDraft } from "../requests/make-draft.ts";
import { type Operation, readApi } from "../requests/read-api.ts";
import { curlLine } from "../send/curl-line.ts";
import { readAnswer } from "../send/read-answer.ts";

const api = readApi(await apiDocument());
const known = knownThings(
  new Map([["agreements", ["0190a000-0000-7000-8000-00000000aaaa"]]]),
  new Map([["agreements", ["FM-2021-1"]]]),
);
const address = "http://127.0.0.1:4600";

const askedBy = (seed: string, operation: Operation, kind: (typeof kinds)[number]) => {
  const chance = chanceOf(seed);
  return askedOf(kind.apply(makeDraft({ api, chance, known }, operation), { chance, known, address }));
};

test("every address is asked in several kinds, every kind at many addresses, and the same seed asks the same", () => {
  for (const [index, operation] of api.operations.entries()) {
    for (const kind of kinds.filter((_kind, place) => (place + index) % 20 === 0)) {
      const seed = `${kind.name} ${index}`;
      const asked = askedBy(seed, operation, kind);
      expect(askedBy(seed, operation, kind)).toEqual(asked);
      expect(curlLine(address, asked)).toContain("4600");
    }
  }
});

test("every kind changes something but the well-formed one", () => {
  const operation = api.operations.find(({ id }) => id === "POST /api/v1/agreements");
  if (operation === undefined) throw new Error("no such address");
  const plain = { name: "plain", apply: (draft: Parameters<(typeof kinds)[number]["apply"]>[0]) => draft };
  const seeds = Array.from({ length: 20 }, (_, index) => `change ${index}`);
  const same = kinds.filter((kind) =>
    seeds.every((seed) => {
      const [changed, unchanged] = [askedBy(seed, operation, kind), askedBy(seed, operation, plain)];
      return JSON.stringify(changed) === JSON.stringify(unchanged);
    }),
  );
  expect(same.map(({ name }) => name)).toEqual(["well-formed"]);
});

test("a request is a line for a terminal, whatever it holds", () => {
  const asked = { method: "POST", target: "/api/v1/x?a=%00", headers: { cookie: "a=b" }, wire: undefined };
  expect(curlLine(address, { ...asked, body: Buffer.from(`{"a":"l'an"}`) })).toBe(
    `curl -sS -i --path-as-is -X POST '${address}/api/v1/x?a=%00' -H 'cookie: a=b' --data-binary '{"a":"l'\\''an"}'`,
  );
  expect(curlLine(address, { ...asked, body: Buffer.from([0x7b, 0, 0xff]) })).toContain(
    "--data-binary $'{\\x00\\xff'",
  );
  expect(curlLine(address, { ...asked, body: undefined, wire: Buffer.from("GET\r\n") })).toBe(
    "printf 'GET\\x0d\\x0a' | nc 127.0.0.1 4600",
  );
});

test("an answer is read out of bytes, whole or in chunks", () => {
  const head = "HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\n";
  expect(readAnswer(Buffer.from(`${head}Content-Length: 2\r\n\r\n{}rest`))).toMatchObject({
    ...{ status: 400, text: "{}", headers: { "content-type": "application/json" } },
  });
  expect(
    readAnswer(Buffer.from(`${head}Transfer-Encoding: chunked\r\n\r\n2\r\n{"\r\n3\r\na":\r\n0\r\n\r\n`)).text,
  ).toBe('{"a":');
  expect(readAnswer(Buffer.alloc(0)).status).toBe(0);
});
