// Every proposed value of a draft and its review, as the assertion that it makes. Pure: JSON in, assertions out.
import type { PartialDate } from "../kernel/index.ts";
import type { Draft, Passage } from "./draft-format.ts";
import type { Review } from "./review-format.ts";

interface Value {
  readonly value: unknown;
  readonly passage: Passage;
  readonly as: "literal" | "normalised" | "inferred";
  readonly why: string | null;
}

export interface ProposedValue {
  /** Where it stands: `shared.targets.0.value`, `review.says.3.value`. */
  readonly path: string;
  readonly topic: string;
  readonly passage: Passage;
  readonly how: Value["as"];
  readonly why: string | null;
  /** The key of the person who says it. */
  readonly saidBy: string | null;
  readonly quantity: number | string | null;
  readonly currency: string | null;
  readonly unit: string | null;
  readonly indicator: string | null;
  readonly qualifier: string | null;
  readonly text: string | null;
  readonly date: PartialDate | null;
  readonly territory: { readonly scheme: string; readonly code: string } | null;
  readonly populations: readonly string[];
}

const isObject = (node: unknown): node is Record<string, unknown> =>
  typeof node === "object" && node !== null;
const isValue = (node: unknown): node is Record<string, unknown> & Value =>
  isObject(node) && "value" in node && "passage" in node && "as" in node;

/** What a path's last words assert, where they are not the topic themselves. */
const topics: readonly (readonly [RegExp, string])[] = [
  [/parties\.\d+\.name$/, "party"],
  [/parties\.\d+\.role$/, "party_role"],
  [/parties\.\d+\.kind$/, "party_kind"],
  [/attendees\.\d+\.\w+$/, "attendance"],
  [/organisers\.\d+$/, "organiser"],
  [/parts\.\d+\.\w+$/, "part"],
  [/targets\.\d+\.value$/, "target"],
  [/amounts\.\d+\.value$/, "amount"],
  [/otherFigures\.\d+\.value$/, "figure"],
  [/orientations\.\d+\.kind$/, "orientation"],
  [/orientations\.\d+\.author$/, "author"],
  [/populations\.\d+$/, "population"],
  [/fields\.\d+(\.label)?$/, "field"],
  [/clauses\.\d+\.kind$/, "clause"],
  [/review\.topics\.\d+\.label$/, "topic"],
  [/review\.attendance\.\d+\.value$/, "attendance"],
  [/review\.decisions\.\d+\.value$/, "decision"],
  [/review\.stated\.\d+\.subject$/, "subject"],
  [/review\.servicePoints\.\d+\.value$/, "service_point"],
  [/review\.links\.\d+\.value$/, "link"],
  [/sectors\.\d+\.value$/, "sector"],
];

function topicOf(path: string): string {
  const known = topics.find(([pattern]) => pattern.test(path))?.[1];
  const last = path.split(".").findLast((word) => !/^\d+$/.test(word)) ?? path;
  return known ?? last.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** All values below a node, each with its path and the node that holds it. */
function* valuesBelow(node: unknown, path: string, holder: unknown): Generator<[string, Value, unknown]> {
  if (isValue(node)) yield [path, node, holder];
  else if (isObject(node)) {
    for (const [key, child] of Object.entries(node)) {
      yield* valuesBelow(child, path === "" ? key : `${path}.${key}`, Array.isArray(node) ? holder : node);
    }
  }
}

/** The values of a draft and of its review, in the order in which they stand. */
export function proposedValues(draft: Draft, review: Review): ProposedValue[] {
  const found = [...valuesBelow(draft, "", draft), ...valuesBelow(review, "review", review)];
  return found.map(([path, value, holder]) => assertionOf(path, value, holder, review));
}

const nothing = {
  ...{ quantity: null, currency: null, unit: null, indicator: null, qualifier: null },
  ...{ text: null, date: null, territory: null, populations: [] },
};

function assertionOf(path: string, given: Value, holder: unknown, review: Review): ProposedValue {
  const topic = topicFor(path, holder);
  const { passage, as: how, why } = given;
  const base = { path, topic, passage, how, why, saidBy: speakerOf(path, holder, review), ...nothing };
  return { ...base, ...plainValue(given.value, topic), ...besideIt(holder, topic) };
}

function topicFor(path: string, holder: unknown): string {
  if (/^review\.says\.\d+\.value$/.test(path) && isObject(holder)) return String(holder.field);
  return topicOf(path);
}

function plainValue(value: unknown, topic: string): Partial<ProposedValue> {
  if (value === null) return {};
  if (topic === "indicator") return { indicator: String(value) };
  if (topic === "population") return { populations: [String(value)] };
  if (topic === "amount" || (topic === "figure" && typeof value === "string"))
    return { quantity: String(value) };
  if (typeof value === "number") return { quantity: value };
  if (!isObject(value)) return { text: String(value) };
  if ("code" in value) return { territory: { scheme: String(value.scheme), code: String(value.code) } };
  if ("months" in value) return { quantity: Number(value.months), unit: "months" };
  if ("from" in value) return { date: value.from as PartialDate, text: periodText(value) };
  return { date: value as unknown as PartialDate };
}

function periodText(period: Record<string, unknown>): string {
  const year = (end: unknown) => (isObject(end) ? String(end.year ?? "") : "");
  return `${year(period.from)}/${year(period.to)}`;
}

/** A figure is one assertion with its indicator, unit, qualifier, populations and currency. */
function besideIt(holder: unknown, topic: string): Partial<ProposedValue> {
  if (!isObject(holder) || !["target", "amount", "figure"].includes(topic)) return {};
  const words = (name: string) => {
    const one = holder[name];
    return isValue(one) && one.value !== null ? String(one.value) : null;
  };
  const populations = Array.isArray(holder.populations) ? holder.populations.filter(isValue) : [];
  return {
    indicator: words("indicator"),
    unit: words("unit"),
    qualifier: words("qualifier"),
    currency: words("currency"),
    populations: populations.map((population) => String(population.value)),
  };
}

/** The person whom the review names as the one who says it. */
function speakerOf(path: string, holder: unknown, review: Review): string | null {
  const orientation = /^orientations\.(\d+)\./.exec(path)?.[1];
  if (orientation !== undefined) return review.orientations[Number(orientation)]?.author ?? null;
  if (/^otherFigures\./.test(path) && isObject(holder)) {
    return review.figures.find(({ figure }) => figure === holder.ref)?.saidBy ?? null;
  }
  const saidBy = isObject(holder) ? holder.saidBy : null;
  return typeof saidBy === "string" ? saidBy : null;
}
