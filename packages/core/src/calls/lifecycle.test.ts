import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Context, roles, together } from "../kernel/index.ts";
import { closeCall } from "./close-call.ts";
import { closeScoring } from "./close-scoring.ts";
import { decideCall } from "./decide.ts";
import { type CallStep, callSteps } from "./lifecycle.ts";
import { type CallState, callStates } from "./model.ts";
import { cancelCall, openCall } from "./open-call.ts";
import { prepareCall } from "./prepare-call.ts";
import { publishResult } from "./publish-result.ts";
import { type CallWorld, makeCallWorld, terms } from "./tests/call-world.ts";

let world: CallWorld;
beforeAll(async () => {
  world = await makeCallWorld();
  await prepareCall(world.system, {
    ...{ agreement: "PROG-1", launchedBy: "ORG-1", reference: call, terms },
    territoryId: world.world.id("90"),
  });
});
afterAll(() => world.close());

const call = "AAP-TEST";
const given = { call, reason: "décision" };
/** Each on a day on which it may be done, under a call that nobody answered. */
const acts: Readonly<Record<CallStep, readonly [string, (ctx: Context) => Promise<{ to: string }>]>> = {
  open: ["2026-01-10", (ctx) => openCall(ctx, given)],
  close: ["2026-03-03", (ctx) => closeCall(ctx, given)],
  close_scoring: ["2026-03-04", (ctx) => closeScoring(ctx, given)],
  decide: ["2026-03-10", (ctx) => decideCall(ctx, { ...given, decidedOn: "2026-03-10", verdicts: [] })],
  publish: ["2026-03-11", (ctx) => publishResult(ctx, given)],
  cancel: ["2026-03-12", (ctx) => cancelCall(ctx, given)],
};

/** Does it and undoes it: the same call serves every case. */
async function attempt(ctx: Context, act: CallStep): Promise<string> {
  const undo = new Error("undo");
  let reached = "";
  const done = together(ctx, "test", async (inner) => {
    reached = (await acts[act][1](inner)).to;
    throw undo;
  });
  return done.then(
    () => reached,
    (error) => (error === undo ? reached : ((error as { code?: string }).code ?? String(error))),
  );
}

const place = (state: CallState) =>
  world.world.settle(
    "update calls set state = $1, public_from = $2, decided_on = '2026-03-10' where reference = $3",
    [state, state === "prepared" ? null : "2026-01-10", call],
  );

/** The table by hand: «role state act» leads to a state. */
function readTransitions(): ReadonlyMap<string, string> {
  const text = readFileSync(new URL("tests/transitions.txt", import.meta.url), "utf8");
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(
    lines.flatMap((line) => {
      const [state, ...cells] = line.split(/\s+/);
      return cells.flatMap((cell, at) => {
        const [act, to] = cell.split(">");
        return to === undefined ? [] : [[`${["R1", "R4", "R8", "R9"][at]} ${state} ${act}`, to] as const];
      });
    }),
  );
}

describe("every role in every state tries every act", () => {
  const byHand = readTransitions();
  test.each(callStates)("from %s", async (state) => {
    await place(state);
    const found: string[] = [];
    const expected: string[] = [];
    for (const role of roles) {
      for (const act of callSteps) {
        const outcome = await attempt(world.at(acts[act][0], world.as(role)), act);
        const isRefused = ["kernel.not_allowed", "calls.not_from_here"].includes(outcome);
        found.push(`${role} ${state} ${act}: ${isRefused ? "refused" : outcome}`);
        expected.push(`${role} ${state} ${act}: ${byHand.get(`${role} ${state} ${act}`) ?? "refused"}`);
      }
    }
    expect(found).toEqual(expected);
  });

  test("and a refusal says whether the right or the state is missing", async () => {
    await place("prepared");
    expect(await attempt(world.at("2026-03-03", world.as("R2")), "open")).toBe("kernel.not_allowed");
    expect(await attempt(world.at("2026-03-03", world.as("R4")), "publish")).toBe("calls.not_from_here");
  });
});
