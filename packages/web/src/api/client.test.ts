import { expect, test } from "vitest";
import { isMisnamed } from "./client.ts";

const refused = (code: string, ...fields: string[]) => ({
  code,
  message: "…",
  fields: fields.map((field) => ({ field, message: "…" })),
});

test("what the address names cannot be there; what else was asked is another fault", () => {
  expect(isMisnamed(refused("kernel.input_invalid", "application"), ["application"])).toBe(true);
  expect(isMisnamed(refused("kernel.input_invalid", "application", "note"), ["application"])).toBe(false);
  expect(isMisnamed(refused("kernel.input_invalid"), ["application"])).toBe(false);
  expect(isMisnamed(refused("kernel.text_too_long", "application"), ["application"])).toBe(false);
  expect(isMisnamed(undefined, ["application"])).toBe(false);
});
