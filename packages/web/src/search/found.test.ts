import { expect, test } from "vitest";
import { addressOf } from "./found.ts";

test("a call leads whoever runs calls to its page, and an organisation to the one that it answers", () => {
  const call = {
    kind: "call",
    key: "AAP-2026-3",
    name: "Ateliers",
    note: "AAP-2026-3",
    space: "real",
  } as const;
  expect(addressOf(call)).toMatchObject({ to: "/calls/$call", params: { call: "AAP-2026-3" } });
  expect(addressOf({ ...call, toAnswer: true })).toMatchObject({ to: "/open-calls/$call" });
});
