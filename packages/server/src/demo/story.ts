// A story is what the scenarios tell: deeds with their days and results with the days of their reports. It is told in any
// order and lived in the order of time, so that what was known on a past day can be asked.
import type { Context } from "@iltizam/core/kernel";
import type { ToldResult, toldResult } from "@iltizam/core/results";
import type { z } from "zod";
import type { Role } from "./actors.ts";
import type { Chance } from "./random.ts";
import type { Region } from "./region.ts";

export interface Stage {
  /** The simulation's context with this actor. */
  as(role: Role): Context;
  readonly region: Region;
}

export type Deed = (ctx: Context, stage: Stage) => Promise<unknown>;

/** A result as a partner's file tells it, and how far others later raise its evidence. */
export interface TaleOfResult {
  /** The day of the report, not before the fact. */
  readonly on: string;
  readonly row: z.input<typeof toldResult> & { readonly externalId: string };
  readonly evidence: ToldResult["claimed"];
}

export interface Story {
  readonly chance: Chance;
  /** Something that somebody does on a day. */
  on(day: string, role: Role, deed: Deed): void;
  tell(result: TaleOfResult): void;
  /** What has been told so far. */
  readonly results: readonly TaleOfResult[];
}

export interface ToldStory extends Story {
  readonly deeds: readonly { readonly day: string; readonly role: Role; readonly deed: Deed }[];
}

export function newStory(chance: Chance): ToldStory {
  const deeds: { day: string; role: Role; deed: Deed }[] = [];
  const results: TaleOfResult[] = [];
  return {
    chance,
    deeds,
    results,
    on: (day, role, deed) => void deeds.push({ day, role, deed }),
    tell: (result) => void results.push(result),
  };
}
