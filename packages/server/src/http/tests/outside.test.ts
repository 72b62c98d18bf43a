// What is no request, or has no address that can be read, is refused like everything else.
import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Installation, openInstallation } from "./installation.ts";

let house: Installation;
beforeAll(async () => {
  house = await openInstallation();
});
afterAll(() => house.close());

/** The whole answer to some bytes, as text. */
function answerTo(bytes: string): Promise<string> {
  const { hostname, port } = new URL(house.address);
  return new Promise((done, fail) => {
    const parts: Buffer[] = [];
    const socket = connect({ host: hostname, port: Number(port) });
    socket.on("data", (part) => parts.push(part));
    socket.on("close", () => done(Buffer.concat(parts).toString())).on("error", fail);
    socket.write(bytes);
  });
}

const ask = (target: string, ...headers: string[]) =>
  answerTo(
    ["GET ".concat(target, " HTTP/1.1"), "host: localhost", "connection: close", ...headers, "", ""].join(
      "\r\n",
    ),
  );

test.each<[string, () => Promise<string>, number, string]>([
  ["a line that is no HTTP", () => answerTo("what is this\r\n\r\n"), 400, "http.request_refused"],
  ["a length that is no number", () => ask("/", "content-length: x"), 400, "http.request_refused"],
  ["a header without end", () => ask("/", `x: ${"a".repeat(20_000)}`), 431, "http.header_too_large"],
  ["an address with half a sign", () => ask("/api/v1/territories/%zz"), 400, "http.address_unreadable"],
  [
    "an address of other bytes than UTF-8",
    () => ask("/api/v1/territories/%ff"),
    400,
    "http.address_unreadable",
  ],
  ["a name without end", () => ask(`/api/v1/territories/${"a".repeat(300)}`), 404, "http.address_unknown"],
])("%s gets a sentence and the headers of every answer", async (_what, asking, status, code) => {
  const answer = await asking();
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  const [head = "", body = ""] = answer.split("\r\n\r\n");
  expect(head.toLowerCase()).toContain("content-security-policy: default-src 'none'");
  expect(head.toLowerCase()).toContain("x-content-type-options: nosniff");
  expect(JSON.parse(body)).toMatchObject({ error: { code } });
});
