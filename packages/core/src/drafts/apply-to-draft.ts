// The decisions on a draft, applied: what was changed and added stands in it, what was refused does not. Pure.
import {
  addAt,
  type DraftTree,
  isProposed,
  lastingPaths,
  putAt,
  removeAt,
  treeOf,
  valueAt,
} from "./decided-tree.ts";
import { type Decision, type Decisions, decisionKey } from "./decisions-format.ts";
import { type Draft, draft as draftFormat } from "./draft-format.ts";
import { blankItems, namedRefs, settleRefs } from "./draft-parts.ts";
import { faultOfValue, type Gives } from "./value-given.ts";

/** What is wrong with a decision: where it stands, and what. */
export interface DecisionFault {
  readonly path: string;
  readonly fault: string;
}

export interface DecidedDraft {
  /** Null when what was decided is no draft. */
  readonly draft: Draft | null;
  /** The lasting path of everything in it, by the path at which it stands now. */
  readonly lasting: ReadonlyMap<string, string>;
  readonly faults: readonly DecisionFault[];
}

/** Paths that belong to the file, not to its reading. */
const fixed = /^(format|source($|\.(?!publishedOn$)))/;

/** Whether a decision is about the draft, not about the review. */
export const isOfDraft = ({ path }: Decision): boolean => !path.startsWith("review/");

/** Applies additions first, then changes, then refusals, so that a decision may stand on what was added. */
export function applyToDraft(base: Draft, decisions: Decisions, gives: Gives): DecidedDraft {
  const tree = treeOf(base);
  const own = decisions.decisions.filter(isOfDraft);
  const faults: DecisionFault[] = [
    ...own
      .filter(({ path }) => fixed.test(path))
      .map((one) => ({ path: decisionKey(one), fault: "unknown_path" })),
    ...additionsOf(own).flatMap((one) => add(tree, one, base.source.text, gives)),
    ...own.flatMap((one) => (one.decision === "changed" ? change(tree, one, base.source.text, gives) : [])),
    ...own.flatMap((one) => (one.decision === "accepted" ? accept(tree, one) : [])),
    ...own.flatMap((one) => (one.decision === "refused" ? refuse(tree, one) : [])),
  ];
  settleRefs(tree.root);
  const parsed = draftFormat.safeParse(tree.root);
  const lasting = lastingPaths(tree);
  if (parsed.success) return { draft: parsed.data, lasting, faults };
  const shape = parsed.error.issues.map((issue) => ({
    path: lastingOf(lasting, issue.path.join(".")),
    fault: issue.message,
  }));
  return { draft: null, lasting, faults: [...faults, ...shape] };
}

/** The lasting path of the nearest thing above a place. */
function lastingOf(lasting: ReadonlyMap<string, string>, path: string): string {
  let at = path;
  while (at !== "" && !lasting.has(at)) at = at.includes(".") ? at.slice(0, at.lastIndexOf(".")) : "";
  return lasting.get(at) ?? path;
}

type Addition = Decision & { decision: "added" };

/** What is added to what was added comes after it. */
function additionsOf(own: readonly Decision[]): Addition[] {
  const depth = ({ path }: Decision) => path.split(".+").length;
  return own.filter((one) => one.decision === "added").toSorted((a, b) => depth(a) - depth(b));
}

function add(tree: DraftTree, one: Addition, text: string, gives: Gives): DecisionFault[] {
  const path = decisionKey(one);
  const list = one.path.split(".").at(-1) ?? "";
  const blank = one.path.startsWith("shared.") ? { covers: [] } : {};
  const item = isProposed(one.value)
    ? completed(one.value)
    : { ...blankItems[list], ...blank, ...(completed(one.value) as object) };
  const faults = faultsBelow(text, item, gives).map((fault) => ({ path, fault }));
  if (faults.length > 0) return faults;
  const named = namedRefs(tree.root, list, item);
  return addAt(tree, one.path, one.key, named) ? [] : [{ path, fault: "unknown_path" }];
}

function change(
  tree: DraftTree,
  one: Decision & { decision: "changed" },
  text: string,
  gives: Gives,
): DecisionFault[] {
  const value = completed(one.value);
  const faults = faultsBelow(text, value, gives).map((fault) => ({ path: one.path, fault }));
  if (faults.length > 0 || fixed.test(one.path)) return faults;
  if (valueAt(tree, one.path) === undefined) return [{ path: one.path, fault: "unknown_path" }];
  putAt(tree, one.path, value);
  return [];
}

function accept(tree: DraftTree, one: Decision): DecisionFault[] {
  const there = valueAt(tree, one.path);
  return there === undefined ? [{ path: one.path, fault: "unknown_path" }] : [];
}

function refuse(tree: DraftTree, one: Decision): DecisionFault[] {
  if (fixed.test(one.path)) return [];
  return removeAt(tree, one.path) ? [] : [{ path: one.path, fault: "unknown_path" }];
}

/** A value without a reason has none. */
function completed(value: unknown): unknown {
  if (isProposed(value)) return { ...value, why: value.why ?? null };
  if (Array.isArray(value)) return value.map(completed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, completed(inner)]));
}

/** What is wrong with the values of something that a person gives. */
export function faultsBelow(text: string, node: unknown, gives: Gives): string[] {
  if (isProposed(node)) {
    const fault = faultOfValue(text, node, gives);
    return fault === null ? [] : [fault];
  }
  if (isPassage(node)) return text.slice(node.start, node.end) === node.text ? [] : ["passage_differs"];
  if (typeof node !== "object" || node === null) return [];
  return Object.values(node).flatMap((inner) => faultsBelow(text, inner, gives));
}

/** A passage of its own, as doubts have them. */
function isPassage(node: unknown): node is { start: number; end: number; text: string } {
  return typeof node === "object" && node !== null && "start" in node && "end" in node && "text" in node;
}
