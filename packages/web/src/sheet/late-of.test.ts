import { expect, test } from "vitest";
import type { StandingRow } from "../api/read.ts";
import { hasDeadline, lateOf } from "./late-of.ts";

const inForce = { state: "in_force", periodTo: "2026-12-31", nextAction: null, nextActionOn: null } as const;
const promise = (state: StandingRow["state"], deadline: string | null = null) =>
  ({ state, deadline }) as StandingRow;
const kinds = (...given: Parameters<typeof lateOf>) => lateOf(...given).map(({ kind }) => kind);

test("a promise is late by its rule, an action by its day, a period when nobody has begun to close", () => {
  const acting = { ...inForce, nextAction: "call the tranche", nextActionOn: "2026-03-01" };
  expect(kinds(acting, [promise("on_time"), promise("late")], "2026-03-02")).toEqual(["promise", "action"]);
  expect(kinds(acting, [], "2026-03-01")).toEqual([]);
  expect(kinds(inForce, [], "2027-01-01")).toEqual(["period"]);
  expect(kinds({ ...inForce, state: "closing" }, [], "2027-01-01")).toEqual([]);
});

test("without any deadline lateness is not judged", () => {
  expect(hasDeadline({ periodTo: null }, [promise("no_deadline")])).toBe(false);
  expect(hasDeadline({ periodTo: null }, [promise("on_time", "2026-12-31")])).toBe(true);
});
