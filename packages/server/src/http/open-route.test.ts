import { expect, test } from "vitest";
import { anybodyWith, createThrottle } from "./open-route.ts";

test("an address may call a few times in a while, and again after it", () => {
  let now = 0;
  const throttle = createThrottle(() => now);
  for (let call = 0; call < 20; call += 1) throttle("203.0.113.7");
  expect(() => throttle("203.0.113.7")).toThrow("http.too_often");
  expect(() => throttle("203.0.113.8")).not.toThrow();
  now = 10 * 60_000;
  expect(() => throttle("203.0.113.7")).not.toThrow();
});

test("nobody in particular holds one right", () => {
  expect(anybodyWith("complaints.lodge").grants).toEqual([{ permissions: ["complaints.lodge"] }]);
});
