// Everything in an intake that wants a decision, in the order in which it is read, and what stands in the way of
// recording it. Pure.
import type { z } from "zod";
import type { Application } from "./apply-decisions.ts";
import type { Told } from "./choices-format.ts";
import type { Chosen } from "./chosen.ts";
import { isProposed } from "./decided-tree.ts";
import { type Decision, type Decisions, decisionKey } from "./decisions-format.ts";
import type { Draft, Passage } from "./draft-format.ts";
import type { Item, Obstacle } from "./intake-format.ts";

type Json = z.infer<ReturnType<typeof z.json>>;

/** The engine's own sentences in the three languages, by the sentence that stands in the draft. */
export type Words = Readonly<
  Record<string, { readonly fr: string; readonly ar: string; readonly en: string }>
>;

/** The items of an intake: values of the draft, what was added, choices. */
export function itemsOf(base: Draft, decisions: Decisions, application: Application, words: Words): Item[] {
  const own = new Map(decisions.decisions.map((one) => [decisionKey(one), one]));
  const values = [...valuesBelow(base, "")].map(([path, value]) =>
    itemOfValue(base, path, value, own, words),
  );
  const added = decisions.decisions
    .filter(({ decision }) => decision === "added")
    .map((one) => itemOfAddition(base, one));
  return [...values, ...added, ...application.chosen.map((one) => itemOfChoice(base, one, own))];
}

/** Values and whole doubts, each with its path. */
function* valuesBelow(node: unknown, path: string): Generator<[string, unknown]> {
  if (path === "source" && typeof node === "object" && node !== null && "publishedOn" in node) {
    if (isProposed(node.publishedOn)) yield ["source.publishedOn", node.publishedOn];
  } else if (isProposed(node)) yield [path, node];
  else if (/^doubts\.\d+$/.test(path)) return;
  else if (typeof node === "object" && node !== null) {
    for (const [key, child] of Object.entries(node))
      yield* valuesBelow(child, path === "" ? key : `${path}.${key}`);
  }
}

/** The part of the draft to which a path belongs. */
function groupOf(base: Draft, path: string): string {
  const [part = "", index] = path.split(/[./]/);
  if (part === "instruments") return base.instruments[Number(index)]?.ref ?? "instruments";
  return part;
}

const nothing = { kind: null, about: null, basis: null, suggestedAnew: false };

function itemOfValue(
  base: Draft,
  path: string,
  value: unknown,
  own: ReadonlyMap<string, Decision>,
  words: Words,
): Item {
  const { passage, as, why } = value as { passage: Passage; as: Item["as"]; why: string | null };
  const inferred = as === "inferred";
  const decision = decisionOn(path, inferred, own);
  return {
    ...{ ...nothing, path, what: "value" as const, group: groupOf(base, path), value: value as Json },
    ...{ passages: [passage], as, inferred, why: why === null ? [] : [toldOf(why, words)] },
    ...{ decision, decided: decision !== null },
  };
}

const toldOf = (why: string, words: Words): Told => ({
  ...{ code: "engine", params: {} },
  ...(words[why] ?? { fr: why, ar: why, en: why }),
});

/** Its own decision, or one on what holds it; an inferred value is never accepted with others. */
function decisionOn(path: string, inferred: boolean, own: ReadonlyMap<string, Decision>): Decision | null {
  let at = path;
  while (at !== "") {
    const decision = own.get(at);
    const counts = at === path || !(inferred && decision?.decision === "accepted");
    if (decision && decision.decision !== "added" && counts) return decision;
    at = at.includes(".") ? at.slice(0, at.lastIndexOf(".")) : "";
  }
  return null;
}

function itemOfAddition(base: Draft, one: Decision): Item {
  const path = decisionKey(one);
  const value = one.decision === "added" ? one.value : null;
  return {
    ...{ ...nothing, path, what: "addition" as const, group: groupOf(base, path), value },
    ...{ passages: passagesIn(value), as: null, inferred: false, why: [], decision: one, decided: true },
  };
}

function itemOfChoice(base: Draft, one: Chosen, own: ReadonlyMap<string, Decision>): Item {
  const { choice, decided, suggestedAnew } = one;
  const { path, kind, about, suggestion, basis, why } = choice;
  return {
    ...{ path, what: "choice" as const, group: "review", kind, about, value: suggestion as Json, basis },
    passages: kind === "doubt" ? (doubtAt(base, about)?.passages ?? []) : passagesIn(suggestion),
    ...{
      as: null,
      inferred: basis === "inferred",
      why: [...why],
      decision: own.get(path) ?? null,
      decided,
      suggestedAnew,
    },
  };
}

const doubtAt = (base: Draft, about: string) => base.doubts[Number(/^doubts\.(\d+)$/.exec(about)?.[1] ?? -1)];

function passagesIn(node: unknown): Passage[] {
  if (typeof node !== "object" || node === null) return [];
  if ("start" in node && "end" in node && "text" in node) return [node as unknown as Passage];
  return Object.values(node).flatMap(passagesIn);
}

/** What must be done before the intake can be recorded; empty when nothing is in the way. */
export function obstaclesOf(items: readonly Item[], application: Application): Obstacle[] {
  const open = items
    .filter(({ decided }) => !decided)
    .map(
      ({ path, suggestedAnew }): Obstacle => ({
        path,
        code: suggestedAnew ? "suggested_anew" : "undecided",
        fault: null,
      }),
    );
  const invalid = application.faults.map(({ path, fault }): Obstacle => ({ path, code: "invalid", fault }));
  return [...open, ...invalid];
}
