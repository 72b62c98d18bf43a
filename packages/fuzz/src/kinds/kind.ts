// One kind of hostility: it changes one thing of a request that would have been accepted.
import type { Chance } from "@iltizam/server/demo";
import type { KnownThings } from "../house/known-things.ts";
import type { Draft } from "../requests/draft.ts";
import { type Spot, spotsOf, withAt } from "../requests/spots.ts";

export interface Tools {
  readonly chance: Chance;
  readonly known: KnownThings;
  /** The server's, for what names it. */
  readonly address: string;
}

export interface Kind {
  readonly name: string;
  readonly apply: (draft: Draft, tools: Tools) => Draft;
}

/** The request with another value in one place where `fits`; where none does, in a parameter of its own. */
export function changeOne(
  draft: Draft,
  { chance }: Tools,
  change: (value: unknown) => unknown,
  fits: (spot: Spot) => boolean = isText,
): Draft {
  const spots = spotsOf(draft).filter(fits);
  if (spots.length > 0) {
    const spot = chance.pick(spots);
    return withAt(draft, spot, change(spot.value));
  }
  const value = change("");
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  return { ...draft, inQuery: [...draft.inQuery, ["text", text.slice(0, 8000)]] };
}

export const isText = ({ value }: Spot) => typeof value === "string";
export const anywhere = () => true;
export const isLeaf = ({ value }: Spot) => typeof value !== "object" || value === null;

/** A kind that puts one of its texts in the place of one. */
export function ofTexts(name: string, texts: readonly string[]): Kind {
  return {
    name,
    apply: (draft, tools) =>
      changeOne(draft, tools, (value) => {
        const text = tools.chance.pick(texts);
        return tools.chance.happens(0.4) ? `${value}${text}` : text;
      }),
  };
}
