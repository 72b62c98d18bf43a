import { describe, expect, test } from "vitest";
import { Refused } from "../../api/refused.ts";
import { keyOf } from "../model/decide.ts";
import type { Decision, Intake } from "../model/intake.ts";
import { freshKey, openReview, type Remote } from "./open-review.ts";

const accepted = (path: string): Decision => ({ path, decision: "accepted" });

const intake = (revision: number, decisions: readonly Decision[]): Intake => ({
  ...{ id: "i", space: "real", file: "a.txt", language: "fr", state: "open", reason: null, document: null },
  ...{ openedAt: "", openedBy: "", changedAt: "", changedBy: "", wanted: 0, decided: 0, agreements: [] },
  ...{ draft: null, words: {}, pagesWithoutText: [], items: [], obstacles: [], likely: [], joined: [] },
  ...{ result: null, outline: null, revision, decisions: { format: "iltizam-decisions/1", decisions } },
});

/** A server that keeps one review; a second reviewer can change it, and it can be away. */
function server() {
  let kept = intake(1, []);
  let isAway = false;
  const sent: number[] = [];
  const remote: Remote = {
    get: async () => kept,
    async put(revision, decisions) {
      sent.push(decisions.length);
      await Promise.resolve();
      if (isAway) throw new TypeError("away");
      if (revision !== kept.revision) throw new Refused("changed", "drafts.changed_meanwhile", 409);
      if (decisions.some(({ path }) => path === "wrong"))
        throw new Refused("wrong", "drafts.decision_invalid", 422);
      kept = intake(kept.revision + 1, decisions);
      return kept;
    },
  };
  return {
    remote,
    sent,
    kept: () => kept.decisions.decisions.map(keyOf),
    somebodyElse: (...all: readonly Decision[]) => {
      kept = intake(kept.revision + 1, all);
    },
    away: (is: boolean) => {
      isAway = is;
    },
  };
}

describe("a review", () => {
  test("saves one after the other, and in one go what was decided while a save was under way", async () => {
    const { remote, sent, kept } = server();
    const review = openReview(intake(1, []), remote);
    await Promise.all(["event", "shared", "attendees"].map((path) => review.decide(accepted(path))));
    expect([sent, kept()]).toEqual([
      [1, 3],
      ["event", "shared", "attendees"],
    ]);
    expect(review.read()).toMatchObject({ saving: "saved", canUndo: true });
  });

  test("undoes what was done, last first, on the server too", async () => {
    const { remote, kept } = server();
    const review = openReview(intake(1, []), remote);
    await review.decide(accepted("event"));
    await review.decide(accepted("shared"));
    await review.undo();
    expect(kept()).toEqual(["event"]);
    await review.undo();
    expect([kept(), review.read().canUndo]).toEqual([[], false]);
  });

  test("a decision that the server does not take leaves everything as it was, and says why", async () => {
    const { remote, kept } = server();
    const review = openReview(intake(1, []), remote);
    await review.decide(accepted("event"));
    await expect(review.decide(accepted("wrong"))).rejects.toThrow("wrong");
    expect(review.read()).toMatchObject({ failure: "wrong", decisions: [accepted("event")] });
    expect(kept()).toEqual(["event"]);
  });

  test("while the server is away nothing is lost", async () => {
    const { remote, away, kept } = server();
    const review = openReview(intake(1, []), remote);
    away(true);
    await expect(review.decide(accepted("event"))).rejects.toThrow("away");
    expect(review.read()).toMatchObject({ saving: "failed", decisions: [accepted("event")] });
    away(false);
    await review.again();
    expect(kept()).toEqual(["event"]);
  });

  test.each([
    ["mine", ["orientations", "shared"]],
    ["theirs", ["orientations"]],
  ] as const)("somebody else's work meanwhile is shown, and settled: %s", async (side, after) => {
    const { remote, somebodyElse, kept } = server();
    const review = openReview(intake(1, []), remote);
    somebodyElse(accepted("orientations"));
    await expect(review.decide(accepted("shared"))).rejects.toThrow("changed");
    expect(review.read().meanwhile?.decisions.decisions).toEqual([accepted("orientations")]);
    await review.settle(side);
    expect(kept()).toEqual(after);
    expect(review.read()).toMatchObject({ saving: "saved", meanwhile: null });
  });
});

test("an addition gets a key that its list does not have", () => {
  const added = (key: string): Decision => ({ path: "review/topics", decision: "added", key, value: {} });
  expect(freshKey([added("r1"), added("r2")], "review/topics")).toBe("r3");
  expect(freshKey([added("r1")], "review/says")).toBe("r1");
});
