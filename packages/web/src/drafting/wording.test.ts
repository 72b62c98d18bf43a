import { expect, test } from "vitest";
import type { DraftBlock } from "../api/drafting.ts";
import { wordingOf } from "./wording.ts";

const from = { key: "commitment.1.quantity", value: "12", figure: true, basis: null };
const line = (kind: DraftBlock["kind"], made: string | null): DraftBlock => ({
  ...{ kind, made, rows: [] },
  runs: [{ text: "Pour " }, { text: "12", from }, { text: " personnes" }],
});

test("a clause is written with the names of the register, each list of it as one line", () => {
  const blocks = [
    line("paragraph", null),
    line("item", "commitments"),
    line("item", "commitments"),
    line("paragraph", null),
  ];
  expect(wordingOf({ blocks })).toBe(
    "Pour {commitment.1.quantity} personnes\n{commitments}\nPour {commitment.1.quantity} personnes",
  );
});
