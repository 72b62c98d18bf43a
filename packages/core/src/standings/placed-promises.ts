// Which promises of an indicator stand at which territory. Pure. A programme's promise and that of an agreement below it
// are one promise told twice: the lower one is a share of it, and never added to it.
import type { Announced, Promised } from "./promised.ts";

/** Of a promise: made for the territory itself; a share of a wider one; told again by what `within` promises. */
export type PlacedAs = "own" | "share" | "within";

export interface PlacedPromise {
  readonly commitment: string;
  readonly agreement: string;
  /** `scheme:code`. */
  readonly territory: string;
  readonly as: PlacedAs;
  /** The wider promise of which it is a share, or that tells it already. */
  readonly of: string | null;
  readonly signed: number | null;
  readonly original: number | null;
  readonly announced: Range | null;
  readonly declared: number | null;
}

export interface Range {
  readonly low: number;
  readonly high: number;
}

/** A part of a target that the target grid gives to a place. */
export interface Split {
  readonly commitment: string;
  readonly territory: string;
  readonly quantity: number;
}

export interface Trees {
  /** An agreement and everything above it, itself first, by id. */
  readonly agreementPath: ReadonlyMap<string, readonly string[]>;
  /** A territory and everything above it, itself first, by `scheme:code`. */
  readonly territoryPath: ReadonlyMap<string, readonly string[]>;
  /** Where what names no place lies. */
  readonly nation: string;
}

/**
 * What the sources announce under the indicator: the adopted reading, else the range of all of them; null without a number.
 * Readings that count as another indicator are left out.
 */
export function announcedUnder(readings: readonly Announced[], indicator: string): Range | null {
  const fitting = readings.filter(({ countsAs }) => countsAs === indicator);
  const adopted = fitting.filter((reading) => reading.adopted);
  const numbers = (adopted.length > 0 ? adopted : fitting).flatMap(({ value }) =>
    value === null ? [] : [value],
  );
  return numbers.length === 0 ? null : { low: Math.min(...numbers), high: Math.max(...numbers) };
}

/**
 * Every promise at its place, and every share of one at the share's.
 * @example A programme promises 500 for region 03 and an agreement below it 200 for province 03.231: region 03 shows 500 of
 * its own, the province 200 as a share of them.
 */
export function placePromises(
  promises: readonly Promised[],
  splits: readonly Split[],
  trees: Trees,
): PlacedPromise[] {
  const placeOf = ({ territory }: Promised) => territory ?? trees.nation;
  return promises.flatMap((promise) => {
    const territory = placeOf(promise);
    const wider = widerPromise(promise, promises, trees, placeOf);
    const as: PlacedAs = wider === undefined ? "own" : placeOf(wider) === territory ? "within" : "share";
    const placed: PlacedPromise = {
      commitment: promise.reference,
      agreement: promise.agreement,
      ...{ territory, as, of: wider?.reference ?? null },
      ...{ signed: promise.current, original: promise.original, declared: promise.declared },
      announced: announcedUnder(promise.announced, promise.indicator ?? ""),
    };
    const shares = splits
      .filter((split) => split.commitment === promise.reference && split.territory !== territory)
      .map((split) => shareOf(placed, split));
    return [placed, ...shares];
  });
}

/** The promise of the nearest agreement above whose territory holds this one's, and that has a number of its own. */
function widerPromise(
  promise: Promised,
  promises: readonly Promised[],
  { agreementPath, territoryPath }: Trees,
  placeOf: (promise: Promised) => string,
): Promised | undefined {
  const above = agreementPath.get(promise.agreementId)?.slice(1) ?? [];
  const around = territoryPath.get(placeOf(promise)) ?? [];
  const candidates = promises.filter((other) => around.includes(placeOf(other)) && hasNumber(other));
  return above
    .map((agreement) => candidates.find((other) => other.agreementId === agreement))
    .find((other) => other !== undefined);
}

const hasNumber = ({ current, announced, indicator }: Promised) =>
  current !== null || announcedUnder(announced, indicator ?? "") !== null;

const shareOf = (promise: PlacedPromise, { territory, quantity }: Split): PlacedPromise => ({
  ...promise,
  ...{ territory, as: promise.as === "within" ? "within" : "share", of: promise.commitment },
  ...{ signed: quantity, original: null, announced: null, declared: null },
});

export interface PromisedAt {
  /** How many promises are made for the territory itself. */
  readonly promises: number;
  readonly announced: Range | null;
  /** Signed for the territory itself, its original, and its shares of wider promises. */
  readonly signed: number | null;
  readonly original: number | null;
  readonly shares: number | null;
  /** Never summed across agreements: null when several declare. */
  readonly declared: number | null;
  readonly declaringAgreements: number;
}

/** What is promised at one territory: the sums of its own promises, and apart its shares of wider ones. */
export function promisedAt(placed: readonly PlacedPromise[]): PromisedAt {
  const own = placed.filter(({ as }) => as === "own");
  const ranges = own.flatMap(({ announced }) => (announced === null ? [] : [announced]));
  const declaring = new Set(
    own.filter(({ declared }) => declared !== null).map(({ agreement }) => agreement),
  );
  return {
    promises: own.length,
    announced:
      ranges.length === 0
        ? null
        : { low: sumOf(ranges, ({ low }) => low) ?? 0, high: sumOf(ranges, ({ high }) => high) ?? 0 },
    signed: sumOf(own, ({ signed }) => signed),
    original: sumOf(own, ({ original }) => original),
    shares: sumOf(
      placed.filter(({ as }) => as === "share"),
      ({ signed }) => signed,
    ),
    declared: declaring.size === 1 ? sumOf(own, ({ declared }) => declared) : null,
    declaringAgreements: declaring.size,
  };
}

/** The sum of what has a number; null when nothing has. */
export function sumOf<Thing>(
  things: readonly Thing[],
  numberOf: (thing: Thing) => number | null,
): number | null {
  const numbers = things.flatMap((thing) => numberOf(thing) ?? []);
  return numbers.length === 0 ? null : numbers.reduce((sum, number) => sum + number, 0);
}
