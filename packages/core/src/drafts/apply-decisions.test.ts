import { notes } from "@iltizam/reference";
import { type TestPlace, testPlace } from "@iltizam/testkit/agreement";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Application, applyDecisions, type Judging } from "./apply-decisions.ts";
import { isProposed } from "./decided-tree.ts";
import { type Decision, decisionKey } from "./decisions-format.ts";
import { type Draft, draft as draftFormat } from "./draft-format.ts";
import { nothingKnown } from "./known.ts";
import { proposedValues } from "./proposed-values.ts";

let place: TestPlace;
let draft: Draft;
let judging: Judging;
beforeAll(async () => {
  place = await testPlace();
  const { reader } = place.ctx;
  if (!reader) throw new Error("no reader");
  const note = notes().find(({ file }) => file === "004.txt")?.text ?? "";
  const read = await reader.read({ bytes: Buffer.from(note), name: "004.txt", publishedOn: null });
  draft = draftFormat.parse(read.draft);
  judging = { known: nothingKnown, gives: reader.gives };
});
afterAll(() => place.close());

const apply = (...decisions: Decision[]): Application =>
  applyDecisions(draft, { format: "iltizam-decisions/1", decisions }, judging);

/** Words of the note, as a passage. */
const quote = (words: string) => {
  const start = draft.source.text.indexOf(words);
  return { start, end: start + words.length, text: words };
};

describe("without a decision", () => {
  test("the suggestions make a whole review, and none of them is decided", () => {
    const { review, faults, chosen } = apply();
    expect(faults).toEqual([]);
    expect(review?.commitments).toHaveLength(5);
    expect(chosen.filter(({ decided }) => decided)).toEqual([]);
  });

  test("the draft is the engine's", () => {
    expect(apply().draft).toEqual(draft);
  });
});

describe("a decision on the draft", () => {
  test("changes a value and says how it follows from its words", () => {
    const value = { value: 5460, passage: quote("l'employabilité de 5.460 jeunes"), as: "normalised" };
    const { draft: decided, faults } = apply({
      ...{ path: "instruments.1.targets.1.value", decision: "changed", value: { ...value, why: null } },
    });
    expect(faults).toEqual([]);
    expect(decided?.instruments[1]?.targets[1]?.value).toEqual({ ...value, why: null });
  });

  test.each([
    ["a passage that stands elsewhere", { start: 0, end: 5, text: "jeune" }, "literal", "passage_differs"],
    ["a literal value in other words", "jeunes", "literal", "not_literal"],
    ["a number that the words do not give", "5.460 jeunes", "normalised", "not_given"],
    ["an inference without a reason", "5.460 jeunes", "inferred", "why_missing"],
  ] as const)("is refused for %s", (_, words, as, fault) => {
    const passage = typeof words === "string" ? quote(words) : words;
    const value = as === "literal" ? "autre" : 9999;
    const { faults } = apply({
      path: "instruments.1.targets.1.value",
      ...{ decision: "changed", value: { value, passage, as, why: null } },
    });
    expect(faults).toContainEqual({ path: "instruments.1.targets.1.value", fault });
  });

  test("refusing an agreement takes its figures and what covered it, and paths of others stay", () => {
    const other = { value: { value: "Safi", passage: quote("Fès"), as: "inferred", why: "a test" } };
    const {
      draft: decided,
      review,
      faults,
    } = apply(
      { path: "instruments.1", decision: "refused" },
      { path: "instruments.2.signedAt", decision: "changed", ...other },
    );
    expect(faults).toEqual([]);
    expect(decided?.instruments.map(({ ref }) => ref)).toEqual(["I1", "I3"]);
    expect(decided?.shared.amounts.map(({ covers }) => covers)).toEqual([["I3"], ["I3"]]);
    expect(decided?.instruments[1]?.signedAt?.value).toBe("Safi");
    expect(review?.commitments.map(({ target }) => target)).toEqual([
      "instruments.1.targets.0",
      "instruments.1.targets.1",
      "instruments.1.targets.2",
    ]);
  });

  test("what is added may be decided on under its key, and takes the next ref", () => {
    const value = { value: "plan national de promotion de l'emploi", as: "literal", why: null };
    const passage = quote("plan national de promotion de l'emploi");
    const { draft: decided, faults } = apply(
      { path: "frameworks", decision: "added", key: "k1", value: { name: { ...value, passage } } },
      {
        path: "frameworks.+k1.kind",
        decision: "changed",
        value: { value: "plan", passage: quote("plan national"), as: "normalised", why: null },
      },
    );
    expect(faults).toEqual([]);
    expect(decided?.frameworks[1]).toMatchObject({ ref: "P2", kind: { value: "plan" } });
  });

  test("on nothing is said to be on nothing", () => {
    const { faults } = apply({ path: "instruments.9.type", decision: "accepted" });
    expect(faults).toEqual([{ path: "instruments.9.type", fault: "unknown_path" }]);
  });
});

describe("a decision on a choice", () => {
  test("moves a figure to another agreement, and the numbers follow", () => {
    const { chosen } = apply();
    const choice = chosen.find(
      (one) => one.choice.path === "review/commitment/instruments.1.targets.1",
    )?.choice;
    const value = { ...(choice?.suggestion as Record<string, string>), agreement: "I3" };
    const { review } = apply({ path: choice?.path ?? "", decision: "changed", value });
    const references = review?.commitments.map(({ reference }) => reference.replace(/^.*-/, ""));
    expect(references).toEqual(["1/1", "2/1", "2/2", "2/3", "2/4"]);
  });

  test("that nothing could stand without is not refused", () => {
    const { faults } = apply({ path: "review/agreement/I1", decision: "refused" });
    expect(faults).toEqual([{ path: "review/agreement/I1", fault: "not_refusable" }]);
  });

  test("of the wrong shape says where", () => {
    const { faults } = apply({ path: "review/event/event", decision: "changed", value: { reference: "x" } });
    expect(faults[0]?.path).toBe("review/event/event");
    expect(faults.map(({ fault }) => fault).join()).toContain("reference");
  });
});

const anyPassage = fc.record({
  start: fc.integer({ min: 0, max: 2200 }),
  end: fc.integer({ min: 1, max: 2300 }),
  text: fc.oneof(fc.constant("5.460 jeunes"), fc.string({ minLength: 1, maxLength: 12 })),
});
const anyValue = fc.record({
  value: fc.oneof(fc.constant(null), fc.integer(), fc.string(), fc.constant("406800000.00")),
  passage: anyPassage,
  as: fc.constantFrom("literal", "normalised", "inferred"),
  why: fc.oneof(fc.constant(null), fc.string()),
});

/** Every path of the draft at which a decision may stand. */
const pathsOf = (node: unknown, path = ""): string[] => {
  if (typeof node !== "object" || node === null || isProposed(node)) return path === "" ? [] : [path];
  const below = Object.entries(node).flatMap(([key, child]) =>
    pathsOf(child, path === "" ? key : `${path}.${key}`),
  );
  return path === "" ? below : [path, ...below];
};

test("whatever is decided, no value is written whose words are not those of the text", () => {
  const path = fc.constantFrom(...pathsOf(draft));
  const one = fc.oneof(
    fc.record({ path, decision: fc.constant("changed" as const), value: anyValue }),
    fc.record({ path, decision: fc.constant("refused" as const) }),
    fc.record({
      path: fc.constantFrom(
        "event.organisers",
        "instruments.1.fields",
        "review/says",
        "review/topics",
        "doubts",
      ),
      decision: fc.constant("added" as const),
      key: fc.constantFrom("a", "b"),
      value: fc.oneof(
        anyValue,
        fc.record({ about: fc.constant("event"), field: fc.constant("date"), value: anyValue }),
      ),
    }),
  );
  const once = fc.uniqueArray(one, { selector: (given) => decisionKey(given as Decision), maxLength: 6 });
  let applied = 0;
  fc.assert(
    fc.property(once, (given) => {
      const { draft: decided, review } = apply(...(given as Decision[]));
      if (!decided || !review) return;
      applied += 1;
      const { text } = decided.source;
      for (const { passage } of proposedValues(decided, review))
        expect(text.slice(passage.start, passage.end)).toBe(passage.text);
    }),
    { numRuns: 300 },
  );
  expect(applied).toBeGreaterThan(100);
});
