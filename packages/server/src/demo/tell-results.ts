// Results as partners report them: who, when, where, with which evidence. The ledger decides what counts.
import type { ToldResult } from "@iltizam/core/results";
import type { Person } from "./people.ts";
import type { Chance } from "./random.ts";
import { daysAfter, daysBetween, lastDay } from "./simulated-time.ts";
import type { Story } from "./story.ts";

type Level = ToldResult["claimed"];

/** The share of each evidence level that later verifications reach, from E1 to E4. */
export type Mix = readonly [one: number, two: number, three: number, four: number];
export const seen: Mix = [0.15, 0.8, 0.05, 0];
export const matched: Mix = [0.1, 0.2, 0.65, 0.05];
export const onWord: Mix = [0.7, 0.3, 0, 0];

export interface Harvest {
  readonly commitment: string;
  /** That of the commitment when left out. */
  readonly indicator?: string;
  /** The days of the facts, spread evenly. */
  readonly from: string;
  readonly to: string;
  readonly mix?: Mix;
  /** What stands before the rows' own ids, when a commitment is harvested more than once. */
  readonly batch?: string;
  /** Days from the fact to its report, at most. */
  readonly delay?: number;
  /** Where it happened, when not where the person lives. */
  readonly place?: string;
}

/** Each of these persons reaches the result once. */
export function tellPeople(story: Story, people: readonly Person[], harvest: Harvest): void {
  const chance = story.chance.sub(`${harvest.commitment}${harvest.batch ?? ""}`);
  for (const [index, person] of people.entries()) {
    const { number, sex, birthDate, education, commune, segments } = person;
    tellOne(story, chance, harvest, [index, people.length], {
      subject: { document: { country: "ZZ", type: "other", number } },
      ...{
        sex,
        birthDate,
        education,
        place: harvest.place ?? `fictional:${commune}`,
        segments: [...segments],
      },
    });
  }
}

/** So many things (orders, places opened), each with its own quantity. */
export function tellThings(
  story: Story,
  count: number,
  harvest: Harvest & { readonly places: readonly string[]; readonly quantities?: readonly [number, number] },
): void {
  const chance = story.chance.sub(`${harvest.commitment}${harvest.batch ?? ""}`);
  const [low, high] = harvest.quantities ?? [1, 1];
  for (let index = 0; index < count; index += 1) {
    tellOne(story, chance, harvest, [index, count], {
      subject: { thing: `${harvest.commitment}${harvest.batch ?? ""} ${index + 1}` },
      ...{ place: `fictional:${chance.pick(harvest.places)}`, quantity: chance.between(low, high) },
    });
  }
}

type Cells = Omit<Parameters<Story["tell"]>[0]["row"], "commitment" | "date" | "externalId">;

function tellOne(
  story: Story,
  chance: Chance,
  harvest: Harvest,
  [index, count]: readonly [number, number],
  cells: Cells,
): void {
  const { commitment, indicator, from, to, mix = seen, batch = "", delay = 25 } = harvest;
  const date = daysAfter(from, Math.floor(((index + chance.next()) / count) * daysBetween(from, to)));
  const on = daysAfter(date, chance.between(1, delay));
  if (on > lastDay) return;
  const evidence = levelOf(chance.next(), mix);
  const externalId = `${commitment}${batch}#${index + 1}`;
  const evidenceReference = evidence > 1 ? `PJ-${String(index + 1).padStart(4, "0")}` : undefined;
  const row = { ...cells, commitment, indicator, date, externalId, claimed: evidence, evidenceReference };
  story.tell({ on, row, evidence });
}

function levelOf(drawn: number, [one, two, three]: Mix): Level {
  if (drawn < one) return 1;
  if (drawn < one + two) return 2;
  return drawn < one + two + three ? 3 : 4;
}
