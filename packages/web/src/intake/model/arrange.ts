// The items as a person reads them: the event, each agreement with its parties and figures, what several share, the
// rest; a choice stands with the thing that it is about.
import type { Item } from "./intake.ts";

/** A thing with its values and choices: a party, a target; or the group's own. */
export interface Holder {
  readonly path: string;
  readonly items: readonly Item[];
}

export interface Group {
  /** `event`, `I1`, `shared`, `frameworks`, `organisations`, … */
  readonly id: string;
  readonly holders: readonly Holder[];
}

const order = ["same_event", "event", "agreements", "shared", "otherFigures", "orientations", "attendees"];
const last = ["frameworks", "organisations", "document", "doubts", "review"];

/** The groups in the order in which they are reviewed. */
export function arrange(items: readonly Item[], refs: readonly string[]): Group[] {
  const groups = new Map<string, Map<string, Item[]>>();
  for (const item of items) {
    const { group, holder } = placeOf(item, refs);
    const holders = groups.get(group) ?? new Map<string, Item[]>();
    groups.set(group, holders.set(holder, [...(holders.get(holder) ?? []), item]));
  }
  const rank = (id: string) => {
    const known = [...order, ...last].indexOf(id);
    return known >= 0 ? (known < order.length ? known : known + 1000) : order.indexOf("agreements");
  };
  return [...groups]
    .map(([id, holders]) => ({ id, holders: inOrder(holders) }))
    .sort((a, b) => rank(a.id) - rank(b.id));
}

function inOrder(holders: ReadonlyMap<string, readonly Item[]>): Holder[] {
  const own = (path: string) => (path.includes(".") && !/^instruments\.[^.]+$/.test(path) ? 1 : 0);
  return [...holders]
    .map(([path, items]) => ({ path, items: items.toSorted((a, b) => rankOf(a) - rankOf(b)) }))
    .sort((a, b) => own(a.path) - own(b.path));
}

/** What a thing is before what is said of it, and what it is in the register last. */
const fields = [
  ...[
    "name",
    "value",
    "kind",
    "type",
    "status",
    "count",
    "object",
    "title",
    "role",
    "indicator",
    "unit",
    "currency",
  ],
  ...["qualifier", "populations", "date", "place", "signedOn", "signedAt", "territory", "period", "deadline"],
];

function rankOf({ path, what }: Item): number {
  if (what === "choice") return 1000;
  const name = path.split(".").findLast((word) => !/^(\d+|\+\w+)$/.test(word)) ?? "";
  const rank = fields.indexOf(name);
  return rank < 0 ? fields.length : rank;
}

interface Place {
  readonly group: string;
  readonly holder: string;
}

function placeOf(item: Item, refs: readonly string[]): Place {
  if (item.what === "choice") return placeOfChoice(item, refs);
  if (item.path.startsWith("review/")) return { group: "review", holder: item.path };
  return placeOfPath(item.path, refs);
}

/** `instruments.0.targets.1.unit` stands in the group I1, with the target. */
function placeOfPath(path: string, refs: readonly string[]): Place {
  const [first = "", second = "", third = "", fourth = ""] = path.split(".");
  if (first === "instruments") {
    const group = refs[Number(second)] ?? second;
    const isListed = ["parties", "amounts", "targets", "clauses"].includes(third);
    return { group, holder: isListed ? `${first}.${second}.${third}.${fourth}` : `${first}.${second}` };
  }
  if (first === "source") return { group: "event", holder: "event" };
  if (first === "event") {
    const isListed = second === "organisers" || second === "parts";
    return { group: "event", holder: isListed ? `event.${second}.${third}` : "event" };
  }
  if (first === "shared") return { group: "shared", holder: `shared.${second}.${third}` };
  return { group: first, holder: `${first}.${second}` };
}

function placeOfChoice(item: Item, refs: readonly string[]): Place {
  const about = item.about ?? "";
  const own = { holder: item.path };
  switch (item.kind) {
    case "commitment":
    case "contribution":
    case "person":
    case "orientation":
    case "doubt":
      return placeOfPath(about, refs);
    case "figure":
      return { group: "otherFigures", ...own };
    case "agreement":
      return {
        group: refs.includes(about) ? about : "frameworks",
        holder: agreementHolder(about, refs, own.holder),
      };
    case "organisation":
      return { group: "organisations", ...own };
    case "event":
    case "say":
      return { group: "event", holder: "event" };
    case "same_event":
      return { group: "same_event", ...own };
    default:
      return { group: "document", ...own };
  }
}

const agreementHolder = (ref: string, refs: readonly string[], own: string) =>
  refs.includes(ref) ? `instruments.${refs.indexOf(ref)}` : own;

export const itemsIn = (groups: readonly Group[]): Item[] =>
  groups.flatMap((group) => group.holders.flatMap((holder) => holder.items));
