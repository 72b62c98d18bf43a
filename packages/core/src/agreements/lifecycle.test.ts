import { readFileSync } from "node:fs";
import { openRegister } from "@iltizam/testkit/register";
import { sql } from "kysely";
import { afterAll, describe, expect, test } from "vitest";
import { type Context, errorMessage, locales, permissionsOfRole, roles, together } from "../kernel/index.ts";
import { amend } from "./amend.ts";
import { approve } from "./approve.ts";
import { boardColumn, boardColumns } from "./board.ts";
import { close } from "./close.ts";
import { agreementErrors } from "./errors.ts";
import {
  outsideGuards,
  ownGuards,
  statesOf,
  type TransitionAct,
  transitionActs,
  transitions,
  unansweredGuards,
} from "./lifecycle.ts";
import { linkAgreements } from "./link-agreements.ts";
import { agreementKinds, states } from "./model.ts";
import { columnLabel, nextStep, nextStepText, stateLabel } from "./next-steps.ts";
import { permissions } from "./permissions.ts";
import { putInForce } from "./put-in-force.ts";
import { renew } from "./renew.ts";
import { reportSignature } from "./report-signature.ts";
import { resume } from "./resume.ts";
import { sendBack } from "./send-back.ts";
import { sign } from "./sign.ts";
import { startClosing } from "./start-closing.ts";
import { startDrafting } from "./start-drafting.ts";
import { submitForVerification } from "./submit-for-verification.ts";
import { suspend } from "./suspend.ts";
import { terminate } from "./terminate.ts";
import {
  addSignatories,
  approveByBoard,
  attachText,
  content,
  draft,
  openCast,
  place,
  signAll,
  verify,
} from "./tests/draft-in-full.ts";

const register = await openRegister();
const ctx: Context = { ...register.ctx, guards: content };
afterAll(() => register.close());
const cast = await openCast(register);

const step = { agreement: "CONV-1", reason: "décision du comité" };
const acts: Readonly<Record<TransitionAct, (c: Context) => Promise<{ to: string }>>> = {
  start_drafting: (c) => startDrafting(c, step),
  submit_for_verification: (c) => submitForVerification(c, step),
  send_back: (c) => sendBack(c, step),
  approve: (c) => approve(c, step),
  sign: (c) => sign(c, step),
  report_signature: (c) => reportSignature(c, { ...step, documentId: cast.document }),
  put_in_force: (c) => putInForce(c, step),
  suspend: (c) => suspend(c, step),
  resume: (c) => resume(c, step),
  start_closing: (c) => startClosing(c, step),
  close: (c) => close(c, step),
  terminate: (c) => terminate(c, step),
  renew: (c) => renew(c, step),
};

/** Runs and undoes: the same agreement serves every case. */
async function attempt(c: Context, act: TransitionAct): Promise<string> {
  const undo = new Error("undo");
  let reached = "";
  const done = together(c, "test", async (inner) => {
    reached = (await acts[act](inner)).to;
    throw undo;
  });
  return done.then(
    () => reached,
    (error) => (error === undo ? reached : ((error as { code?: string }).code ?? String(error))),
  );
}

/** An agreement for which every guard holds. */
async function completeAgreement(): Promise<void> {
  await draft(ctx, "CONV-1");
  await draft(ctx, "CONV-2");
  await addSignatories(ctx, cast, "CONV-1");
  await verify(ctx, cast.company);
  await approveByBoard(ctx, cast, "CONV-1");
  await place(ctx, "CONV-1", "approved");
  await signAll(ctx, cast, "CONV-1");
  await attachText(ctx, cast, "CONV-1");
  await linkAgreements(ctx, { from: "CONV-2", to: "CONV-1", kind: "renews" });
  await place(ctx, "CONV-1", "in_force");
  for (const type of ["suspension", "termination"] as const)
    await amend(ctx, {
      agreement: "CONV-1",
      type,
      effectiveOn: "2026-02-25",
      clause: "art. 9",
      reason: "crise",
    });
}

/** The table by hand: «role state act» leads to a state. */
function readTransitions(): ReadonlyMap<string, string> {
  const text = readFileSync(new URL("tests/transitions.txt", import.meta.url), "utf8");
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(
    lines.flatMap((line) => {
      const [state, ...cells] = line.split(/\s+/);
      return cells.flatMap((cell, at) => {
        const [act, to] = cell.split(">");
        return to === undefined ? [] : [[`${["R1", "R4", "R9"][at]} ${state} ${act}`, to] as const];
      });
    }),
  );
}

describe("every role in every state tries every act", async () => {
  await completeAgreement();
  const byHand = readTransitions();
  test.each(states)("from %s", async (state) => {
    await place(ctx, "CONV-1", state);
    for (const role of roles) {
      const person = { ...register.as(permissionsOfRole(role, permissions)), guards: content };
      for (const act of transitionActs) {
        const tried = `${role} ${state} ${act}`;
        const expected = byHand.get(tried) ?? "refused";
        const outcome = await attempt(person, act);
        const isRefused = ["kernel.not_allowed", "agreements.act_not_allowed"].includes(outcome);
        expect(`${tried}: ${isRefused ? "refused" : outcome}`).toBe(`${tried}: ${expected}`);
      }
    }
  });

  test("and a refusal says whether the right or the state is missing", async () => {
    await place(ctx, "CONV-1", "lead");
    const as = (role: "R2" | "R4") => ({
      ...register.as(permissionsOfRole(role, permissions)),
      guards: content,
    });
    expect(await attempt(as("R2"), "start_drafting")).toBe("kernel.not_allowed");
    expect(await attempt(as("R4"), "close")).toBe("agreements.act_not_allowed");
  });
});

describe("the table", () => {
  test("leads an instrument through its whole life, and from every state somewhere or to an end", () => {
    expect(statesOf("instrument")).toEqual(states);
    for (const kind of agreementKinds)
      for (const state of statesOf(kind)) {
        const leaves = transitions.some(
          (row) => row.kinds.includes(kind) && row.from.some((from) => from === state),
        );
        expect(leaves, `${kind} ${state}`).toBe(
          !["given_up", "terminated", "renewed"].includes(state) &&
            !(kind === "bundle" && state === "closed"),
        );
      }
  });

  test("gives a programme no signature and no verification, and a bundle no approval", () => {
    expect(statesOf("programme")).not.toContain("signed");
    expect(statesOf("plan")).not.toContain("verification");
    expect(statesOf("contract_programme")).toEqual(states);
    expect(statesOf("bundle")).toEqual([
      "lead",
      "drafting",
      "signed",
      "in_force",
      "closing",
      "closed",
      "given_up",
      "terminated",
    ]);
  });

  test("has one answer to each act from each place", () => {
    for (const kind of agreementKinds)
      for (const state of states)
        for (const act of transitionActs) {
          const rows = transitions.filter(
            (row) => row.act === act && row.kinds.includes(kind) && row.from.some((from) => from === state),
          );
          expect(rows.length, `${kind} ${state} ${act}`).toBeLessThanOrEqual(1);
        }
  });

  test("asks each guard somewhere, and tells which of a higher floor nobody answers", () => {
    const asked = new Set(transitions.flatMap((row) => row.guards));
    expect([...asked].sort()).toEqual([...ownGuards, ...outsideGuards].sort());
    expect(unansweredGuards({})).toEqual(outsideGuards);
    expect(unansweredGuards({ committees_installed: content.committees_installed })).toEqual([
      "figures_have_indicator",
      "closure_recorded",
    ]);
    expect(unansweredGuards(content)).toEqual([]);
  });

  test("a guard without an answer refuses as an incomplete installation", async () => {
    await place(ctx, "CONV-1", "closing");
    expect(await attempt({ ...ctx, guards: {} }, "close")).toBe("agreements.guard_unanswered");
  });
});

describe("what is read from it", () => {
  test("the board's column follows from type and state", () => {
    expect(boardColumn("letter_of_intent", "lead")).toBe("intention");
    expect(boardColumn("letter_of_intent", "signed")).toBe("intention");
    expect(boardColumn("mou", "signed")).toBe("memorandum");
    expect(boardColumn("mou", "terminated")).toBe("ended");
    expect(boardColumn("convention", "lead")).toBe("intention");
    expect(boardColumn("convention", "verification")).toBe("verification");
    expect(boardColumn(null, "approved")).toBe("approval");
    expect(boardColumn("letter_of_intent", "suspended")).toBe("suspended");
    expect(new Set(states.map((state) => boardColumn("convention", state))).size).toBe(
      boardColumns.length - 1,
    );
  });

  test("each role is told in three languages what to do next in each state", () => {
    for (const locale of locales) {
      for (const state of states) {
        expect(stateLabel(locale, state)).not.toBe("");
        for (const role of roles) expect(nextStepText(locale, state, role)).toMatch(/\S.*\.$/);
      }
      for (const column of boardColumns) expect(columnLabel(locale, column)).not.toBe("");
    }
    expect(nextStep("in_force", "R2")).toBe("record_placements");
    expect(nextStep("lead", "R12")).toBe("nothing");
  });

  test("a refusal names what is missing and what is allowed, in the reader's words", async () => {
    await place(ctx, "CONV-2", "drafting");
    const refusal = await submitForVerification(ctx, { agreement: "CONV-2" }).catch((error) => error);
    expect(errorMessage("fr", refusal)).toBe(
      "Pas encore possible pour CONV-2 : soumettre à la vérification. Il manque : deux signataires au moins (aucun n’est enregistré). Ce qui peut se faire ensuite ou à la place : soumettre à la vérification ; noter une signature rapportée par la presse ; résilier.",
    );
    expect(errorMessage("ar", refusal)).toContain("طرفان موقعان على الأقل (لم يسجل أي طرف)");
    expect(errorMessage("en", refusal)).toContain("Missing: at least two signatories (none is recorded)");
    const closed = await close(ctx, { agreement: "CONV-2" }).catch((error) => error);
    expect(closed.code).toBe(agreementErrors.act_not_allowed.code);
    expect(errorMessage("fr", closed)).toContain("« en rédaction », qui ne permet pas : clôturer");
  });

  test("an act does not take effect on a day that is to come", async () => {
    await place(ctx, "CONV-1", "in_force");
    await expect(startClosing(ctx, { agreement: "CONV-1", on: "2026-03-03" })).rejects.toMatchObject({
      code: "agreements.day_in_future",
    });
  });
});

test("each passage is kept with its day, its reason and the journal", async () => {
  await place(ctx, "CONV-1", "in_force");
  const { id } = await suspend(ctx, { ...step, on: "2026-02-28" });
  const passages = await register.rows(sql`
    select from_state, to_state, effective_on, reason from agreement_states where agreement_id = ${id} order by recorded_at, id`);
  expect(passages.at(-1)).toEqual({
    from_state: "in_force",
    to_state: "suspended",
    effective_on: "2026-02-28",
    reason: "décision du comité",
  });
  expect((await register.journalOf(id)).at(-1)).toMatchObject({
    act: "agreements.suspend",
    reason: "décision du comité",
  });
  const events = await register.rows<{ type: string }>(
    sql`select type from outbox where object_id = ${id} order by id`,
  );
  expect(events.at(-1)?.type).toBe("agreements.state_changed");
});
