import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actorOf, type Context, errorMessage, locales, message, roles, together } from "../kernel/index.ts";
import { bringIn } from "./actors.ts";
import { rejectAction } from "./answer-action.ts";
import { recordFinding } from "./findings.ts";
import { isWritable, parts, table } from "./lifecycle.ts";
import { mergeFindings } from "./merging.ts";
import { states } from "./model.ts";
import { permissions } from "./permissions.ts";
import { diagnosisInFull } from "./read-diagnosis.ts";
import { reviseDiagnosis } from "./revise.ts";
import { setRanking } from "./set-ranking.ts";
import { abandonDiagnosis, endDiagnosis, goBack, goOn } from "./take-step.ts";
import { type Led, leadTo, openRegion } from "./tests/led.ts";
import { holdWorkshop, planWorkshop } from "./workshops.ts";

const reason = "décision du comité";
type Try = (c: Context, diagnosis: string) => Promise<unknown>;
const go =
  (step: "listen" | "rank" | "answer"): Try =>
  (c, diagnosis) =>
    goOn(c, { diagnosis, step });

/** Everything that changes a diagnosis: its steps, and one act for each part of it. */
const tries: Readonly<Record<string, Try>> = {
  listen: go("listen"),
  rank: go("rank"),
  answer: go("answer"),
  go_back: (c, diagnosis) => goBack(c, { diagnosis, reason }),
  end: (c, diagnosis) => endDiagnosis(c, { diagnosis }),
  abandon: (c, diagnosis) => abandonDiagnosis(c, { diagnosis, reason }),
  head: async (c, diagnosis) => {
    const { revision } = await diagnosisInFull(c, { diagnosis });
    return reviseDiagnosis(c, { diagnosis, revision, title: "Autre", method: "entretiens" });
  },
  actors: (c, diagnosis) => bringIn(c, { diagnosis, organisation: "AUTRE", role: "expert" }),
  workshops: (c, diagnosis) =>
    planWorkshop(c, { diagnosis, kind: "interviews", title: "Entretiens", on: "2026-02-01" }),
  attendance: (c, diagnosis) =>
    holdWorkshop(c, {
      ...{ diagnosis, workshop: 1, on: "2026-01-22" },
      attendance: [{ sex: "F", ageBand: "U", headcount: 5 }],
    }),
  findings: (c, diagnosis) => recordFinding(c, { diagnosis, words: "encore", topic: "divers", workshop: 1 }),
  merging: (c, diagnosis) => mergeFindings(c, { diagnosis, findings: [9] }),
  ranking: (c, diagnosis) => setRanking(c, { diagnosis, kind: "votes", words: "une voix" }),
  actions: (c, diagnosis) => rejectAction(c, { diagnosis, action: 9, answer: "une réponse pour tous" }),
};

let led: Led;
const diagnoses = new Map<string, string>();
beforeAll(async () => {
  led = await openRegion();
  for (const state of states) diagnoses.set(state, await leadTo(led.place.ctx, led.world.region, state));
});
afterAll(() => led.place.close());

const as = (role: (typeof roles)[number]): Context => {
  const who = { id: "00000000-0000-7000-8000-0000000000aa", kind: "user", label: role } as const;
  // the directory and the file are read by who leads
  const all = { ...permissions, "agreements.read": roles, "organisations.read": roles };
  return { ...led.place.ctx, actor: actorOf(who, [{ role }], all) };
};

/** What became of it, undone: reached, refused, not now, or what the parts that are not there answer. */
async function outcome(c: Context, attempt: Try, diagnosis: string): Promise<string> {
  const undo = new Error("undo");
  return together(c, "test", async (inner) => {
    await attempt(inner, diagnosis);
    throw undo;
  }).catch((error: { code?: string }) =>
    error === undo ? "reached" : (error.code ?? String(error)).replace(/^.*\./, ""),
  );
}

/** Who may do what when, written by hand: `state role role: what…`. */
function expectedIn(): ReadonlySet<string> {
  const text = readFileSync(new URL("tests/who-when.txt", import.meta.url), "utf8");
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return new Set(
    lines.flatMap((line) => {
      const [head = "", what = ""] = line.split(":");
      const [state, ...who] = head.trim().split(/\s+/);
      return who.flatMap((role) =>
        what
          .trim()
          .split(/\s+/)
          .map((one) => `${state} ${role} ${one}`),
      );
    }),
  );
}

/** Past the right and the state, what is not there says so: it was let through. */
const through = new Set(["reached", "unknown", "finding_unknown", "action_unknown"]);

test("every role in every state tries everything: what the table by hand says is let through, the rest is not", async () => {
  const let_: string[] = [];
  for (const role of roles)
    for (const [state, diagnosis] of diagnoses)
      for (const [what, attempt] of Object.entries(tries))
        if (through.has(await outcome(as(role), attempt, diagnosis))) let_.push(`${state} ${role} ${what}`);
  expect(let_.sort()).toEqual([...expectedIn()].sort());
});

test("the table and the parts say the same to who reads a diagnosis", async () => {
  for (const [state, diagnosis] of diagnoses) {
    const { steps, writable } = await diagnosisInFull(as("R4"), { diagnosis });
    expect(steps.map(({ step }) => step)).toEqual(
      table.filter(({ from }) => from === state).map(({ step }) => step),
    );
    expect(steps.every(({ permitted }) => permitted)).toBe(true);
    expect(writable).toEqual(parts.filter((part) => isWritable(part, state as (typeof states)[number])));
    expect((await diagnosisInFull(as("R2"), { diagnosis })).writable).toEqual([]);
  }
});

test("what is not for now says when it is, in three languages", async () => {
  const { ctx } = led.place;
  const diagnosis = diagnoses.get("listening") ?? "";
  const refused = await setRanking(ctx, { diagnosis, kind: "votes", words: "une voix" }).catch(
    (error) => error,
  );
  expect(refused).toMatchObject({ code: "diagnosis.not_now" });
  for (const locale of locales) {
    const said = errorMessage(locale, refused);
    for (const state of ["listening", "ranking"])
      expect(said).toContain(message(locale, "diagnosis", `state.${state}`));
  }
});
