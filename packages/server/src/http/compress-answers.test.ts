import { gunzipSync } from "node:zlib";
import Fastify from "fastify";
import { expect, test } from "vitest";
import { compressAnswers } from "./compress-answers.ts";

const long = JSON.stringify(
  Array.from({ length: 2000 }, (_, at) => ({ place: `0${at}`, points: [at, at + 1] })),
);
const app = Fastify();
compressAnswers(app);
app.get("/long", () => long);
app.get("/short", () => "short");
app.post("/long", () => long);

const ask = (url: string, accepted: string, method: "GET" | "POST" = "GET") =>
  app.inject({ method, url, headers: { "accept-encoding": accepted } });

test("a long answer goes out compressed to whoever reads it, and is the same", async () => {
  const answer = await ask("/long", "br, gzip;q=0.8");
  expect(answer.headers["content-encoding"]).toBe("gzip");
  expect(answer.headers.vary).toBe("accept-encoding");
  expect(gunzipSync(answer.rawPayload).toString()).toBe(long);
  expect(answer.rawPayload.length).toBeLessThan(long.length / 3);
});

test.each([
  ["one who does not read it", "/long", "br", "GET"],
  ["one who refuses it", "/long", "gzip;q=0, br", "GET"],
  ["a short answer", "/short", "gzip", "GET"],
  ["an answer to an act, which may hold a secret", "/long", "gzip", "POST"],
] as const)("not for %s", async (_, url, accepted, method) => {
  const answer = await ask(url, accepted, method);
  expect(answer.headers["content-encoding"]).toBeUndefined();
  expect(answer.body).toBe(url === "/short" ? "short" : long);
});
