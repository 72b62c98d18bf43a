import { expect, test } from "vitest";
import { actOfKey } from "./use-keys.ts";

const press = (key: string, code: string, over = {}) =>
  actOfKey({ key, code, ctrlKey: false, metaKey: false, altKey: false, ...over });

test("a letter is where it is written; on an Arabic keyboard the key of that place counts", () => {
  expect(press("a", "KeyQ")).toBe("accept");
  expect(press("A", "KeyA")).toBe("accept");
  expect(press("ش", "KeyA")).toBe("accept");
  expect(press("ت", "KeyJ")).toBe("next");
  expect(press("q", "KeyA")).toBeUndefined();
});

test("a key with Ctrl is the browser's", () => {
  expect(press("a", "KeyA", { ctrlKey: true })).toBeUndefined();
  expect(press("Enter", "Enter")).toBeUndefined();
});
