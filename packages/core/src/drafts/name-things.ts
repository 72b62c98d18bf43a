// How things are named while a review is being made, and by which names the register will know them. Pure.
import type { Review, ReviewedAgreement } from "./review-format.ts";

/** From the names of the draft to those of the register. */
export interface Names {
  /** An agreement by its ref (I1), or already by its reference. */
  agreement(name: string): string;
  /** A person by her key or by the lasting path of an attendee. */
  person(name: string | null): string | null;
  /** An organisation by its reference or by the words that mean it. */
  organisation(name: string): string;
  /** What a saying or a doubt is about: event, agreement, commitment by its target's path, orientation, figure. */
  thing(name: string): string;
}

interface Named {
  readonly agreements: readonly ReviewedAgreement[];
  readonly organisations: Review["organisations"];
  readonly people: ReadonlyMap<string, string>;
  /** Commitments and contributions by the lasting path of their figure. */
  readonly promises: ReadonlyMap<string, string>;
  /** The place at which something of a lasting path stands now. */
  readonly now: ReadonlyMap<string, string>;
}

export function namesOf({ agreements, organisations, people, promises, now }: Named): Names {
  const byRef = new Map(agreements.map(({ ref, reference }) => [ref, reference]));
  const agreement = (name: string) => byRef.get(name) ?? name;
  const organisation = (name: string) =>
    organisations.find(({ reference }) => reference === name)?.reference ??
    organisations.find(({ words }) => words.includes(name))?.reference ??
    name;
  return {
    agreement,
    organisation,
    person: (name) => (name === null ? null : (people.get(name) ?? name)),
    thing: (name) =>
      promises.get(name) ?? promises.get(lasting(now, name)) ?? now.get(name) ?? agreement(name),
  };
}

/** A name that is already the present path of something. */
function lasting(now: ReadonlyMap<string, string>, name: string): string {
  return [...now].find(([, present]) => present === name)?.[0] ?? name;
}

/** The agreements with those above before those that stand under them, and references for refs. */
export function inOrder(agreements: readonly ReviewedAgreement[]): ReviewedAgreement[] {
  const byRef = new Map(agreements.map((one) => [one.ref, one.reference]));
  const named = agreements.map((one) => ({
    ...one,
    parent: one.parent && (byRef.get(one.parent) ?? one.parent),
  }));
  const placed: ReviewedAgreement[] = [];
  const waiting = [...named];
  while (waiting.length > 0) {
    const isReady = ({ parent }: ReviewedAgreement) => !waiting.some(({ reference }) => reference === parent);
    const next = waiting.findIndex(isReady);
    placed.push(...waiting.splice(Math.max(0, next), 1));
  }
  return placed;
}

/** The number of the draft's part under a lasting path such as `event.parts.+k1`; others pass. */
export function partNumber(part: unknown, now: ReadonlyMap<string, string>): unknown {
  if (typeof part !== "string") return part;
  const index = /^event\.parts\.(\d+)$/.exec(now.get(part) ?? part)?.[1];
  return index === undefined ? part : Number(index) + 1;
}
