import { expect, test } from "vitest";
import { given, sayOfSilence } from "./client.ts";

const sentence = "Le serveur ne répond pas.";

test("a server that is away, or a page of something between, is told in the reader's words, not the browser's", async () => {
  sayOfSilence(sentence);
  const away = given(Promise.reject(new TypeError("Failed to fetch")));
  await expect(away).rejects.toMatchObject({ message: sentence, code: "http.no_answer", status: 503 });
  const between = { error: "<html>Bad Gateway</html>", response: new Response("", { status: 502 }) };
  await expect(given(Promise.resolve(between))).rejects.toMatchObject({ message: sentence, status: 502 });
});

test("what was called off is no silence", async () => {
  const calledOff = new DOMException("called off", "AbortError");
  await expect(given(Promise.reject(calledOff))).rejects.toBe(calledOff);
});
