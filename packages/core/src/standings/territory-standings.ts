// GET /territory-standings: one indicator over the whole map, nation, regions and provinces: what is promised at each
// place, and who counts there, each once at every level.
import { z } from "zod";
import { dayOf, defineQuery, plainDate, type QueryContext, space } from "../kernel/index.ts";
import { type IndicatorSeen, indicatorsSeen } from "./indicators-seen.ts";
import {
  type PlacedPromise,
  type PromisedAt,
  placePromises,
  promisedAt,
  sumOf,
  type Trees,
} from "./placed-promises.ts";
import { type Promised, promised } from "./promised.ts";
import {
  agreementPaths,
  countedAt,
  countedOutsideOf,
  jobSeekersOf,
  type Place,
  placesOfMap,
  splitsOf,
} from "./territory-counts.ts";

const number = z.int().nullable();
const range = z.object({ low: z.int(), high: z.int() }).nullable();

const counted = z.object({
  realised: z.int(),
  proven: z.int(),
  women: z.int(),
  men: z.int(),
  rural: z.int(),
  urban: z.int(),
});

const placeRow = z.object({
  code: z.string(),
  kind: z.enum(["nation", "region", "province"]),
  parent: z.string().nullable(),
  name: z.object({ fr: z.string(), ar: z.string(), en: z.string().nullable() }),
  promised: z.object({
    promises: z.int(),
    announced: range,
    ...{ signed: number, original: number, shares: number, declared: number },
    declaringAgreements: z.int(),
  }),
  /** What its direct parts add up to, their shares among it; beside its own figure and never added to it. */
  parts: z.object({ announced: range, signed: number }),
  /** Null where the actor may not read counts. */
  counted: counted.nullable(),
  /** Of the census, with its source: the denominator of results per 1,000 job seekers. */
  jobSeekers: z
    .object({ value: z.int(), year: z.int(), method: z.literal("census"), source: z.string() })
    .nullable(),
});
export type PlaceRow = z.infer<typeof placeRow>;

const output = z.object({
  indicator: z.string().nullable(),
  unit: z.string().nullable(),
  /** The indicators of which the space says anything, the most promised first. */
  indicators: z.array(z.object({ code: z.string(), promises: z.int() })),
  places: z.array(placeRow),
  /** Each promise at its place: made for it, a share of a wider one, or told already by what `of` promises. */
  promises: z.array(
    z.object({
      commitment: z.string(),
      territory: z.string(),
      as: z.enum(["own", "share", "within"]),
      of: z.string().nullable(),
      signed: number,
    }),
  ),
  /** Counted, but at no place of the nation: the place is unknown or abroad. Null for who may not read the nation's count. */
  countedOutside: number,
  /** Promises that a source gives this indicator among others, none adopted: they enter no total. */
  unsettled: z.array(z.string()),
});

export const territoryStandings = defineQuery({
  name: "standings.of_territories",
  permission: "standings.read",
  scope: "somewhere",
  input: z.object({
    space: space.default("real"),
    /** Without it: the one that most promises of the space have. */
    indicator: z.string().max(60).optional(),
    asOf: plainDate.optional(),
    knownOn: plainDate.optional(),
  }),
  output,
  run: async (ctx, asked) => {
    const today = dayOf(ctx.clock.now(), ctx.timeZone);
    const everything = await promised(ctx.tx, {
      ...{ space: asked.space, agreements: null, territoryId: null, timeZone: ctx.timeZone },
      ...{ asOf: asked.asOf ?? today, knownOn: asked.knownOn ?? today },
    });
    const indicators = await indicatorsSeen(ctx, asked.space, everything);
    const indicator = asked.indicator ?? indicators[0]?.code ?? null;
    const places = await placesOfMap(ctx.tx, asked.space);
    if (indicator === null) return nothingAnywhere(indicators, places);
    const promises = everything.filter((promise) => promise.indicator === indicator);
    const placed = await placesOfPromises(ctx, promises, places, asked);
    const view = { ...asked, indicator };
    const [counts, seekers] = [await countedAt(ctx, places, view), await jobSeekersOf(ctx.tx, asked.space)];
    return {
      ...{ indicator, unit: promises[0]?.unit ?? null, indicators },
      places: places.map((place) => ({
        ...placeShown(place, places, placed),
        counted: counts.get(place.id) ?? null,
        jobSeekers: seekers.get(place.id) ?? null,
      })),
      promises: placed.map(({ commitment, territory, as, of, signed }) => ({
        ...{ commitment, territory: codeOf(territory), as, of, signed },
      })),
      countedOutside: await countedOutsideOf(ctx, view),
      unsettled: everything
        .filter(
          (one) => one.indicator === null && one.announced.some(({ countsAs }) => countsAs === indicator),
        )
        .map(({ reference }) => reference),
    };
  },
});

async function placesOfPromises(
  ctx: QueryContext,
  promises: readonly Promised[],
  places: readonly Place[],
  asked: { readonly asOf?: string; readonly knownOn?: string },
): Promise<PlacedPromise[]> {
  const today = dayOf(ctx.clock.now(), ctx.timeZone);
  const trees: Trees = {
    agreementPath: await agreementPaths(ctx.tx, promises, asked.knownOn ?? today),
    territoryPath: pathsOf(places),
    nation: places.find(({ kind }) => kind === "nation")?.reference ?? "",
  };
  return placePromises(promises, await splitsOf(ctx.tx, promises, asked.asOf ?? today), trees);
}

function pathsOf(places: readonly Place[]): Map<string, string[]> {
  const byReference = new Map(places.map((place) => [place.reference, place]));
  const pathOf = (reference: string | null): string[] =>
    reference === null ? [] : [reference, ...pathOf(byReference.get(reference)?.parent ?? null)];
  return new Map(places.map(({ reference }) => [reference, pathOf(reference)]));
}

const codeOf = (reference: string) => reference.slice(reference.indexOf(":") + 1);

function placeShown(place: Place, places: readonly Place[], placed: readonly PlacedPromise[]) {
  const at = (reference: string) => promisedAt(placed.filter(({ territory }) => territory === reference));
  const parts = places
    .filter(({ parent }) => parent === place.reference)
    .map(({ reference }) => at(reference));
  return {
    ...{ code: place.code, kind: place.kind, name: place.name },
    parent: place.parent === null ? null : codeOf(place.parent),
    promised: at(place.reference),
    parts: { signed: sumOf(parts, signedIn), announced: rangesOf(parts) },
  };
}

const signedIn = ({ signed, shares }: PromisedAt) => sumOf([signed, shares], (value) => value);

function rangesOf(parts: readonly PromisedAt[]) {
  const low = sumOf(parts, ({ announced }) => announced?.low ?? null);
  const high = sumOf(parts, ({ announced }) => announced?.high ?? null);
  return low === null || high === null ? null : { low, high };
}

/** A space in which nothing is promised or counted under any indicator. */
function nothingAnywhere(
  indicators: readonly IndicatorSeen[],
  places: readonly Place[],
): z.infer<typeof output> {
  return {
    ...{ indicator: null, unit: null, indicators: [...indicators] },
    places: places.map((place) => ({ ...placeShown(place, places, []), counted: null, jobSeekers: null })),
    ...{ promises: [], countedOutside: null, unsettled: [] },
  };
}
