import { expect, test } from "vitest";
import { isUnanswered, Refused } from "./refused.ts";

test("nobody answered: the browser says so in its own words, or what stands before the server does", () => {
  expect(isUnanswered(new TypeError("Failed to fetch"))).toBe(true);
  expect(isUnanswered(new TypeError("NetworkError when attempting to fetch resource."))).toBe(true);
  expect(isUnanswered(new TypeError("Load failed"))).toBe(true);
  expect(isUnanswered(new Error("Unable to preload CSS for /assets/page.css"))).toBe(true);
  expect(isUnanswered(new Refused("Bad Gateway", "http.unexpected", 502))).toBe(true);
});

test("a refusal and a fault of the page itself are answers", () => {
  expect(isUnanswered(new Refused("…", "kernel.input_invalid", 400))).toBe(false);
  expect(isUnanswered(new Refused("…", "http.unexpected", 500))).toBe(false);
  expect(isUnanswered(new TypeError("Cannot read properties of undefined"))).toBe(false);
});
