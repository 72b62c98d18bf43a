// Organisations found or registered, with the other names that a text uses; office-holders by name and function only.
import { sql } from "kysely";
import { type ActContext, rows } from "../kernel/index.ts";
import {
  addAlias,
  nameOfficeHolder,
  openServicePoint,
  registerOrganisation,
  relateOrganisations,
} from "../organisations/index.ts";
import { placeId, type Recording } from "./recording.ts";
import type { Review } from "./review-format.ts";

type Places = ReadonlyMap<string, string>;

/** Registers the organisations that are not known yet and adds the names that are new. */
export async function recordOrganisations(ctx: ActContext, review: Review, places: Places): Promise<void> {
  const references = review.organisations.map((organisation) => organisation.reference);
  const known = await rows(
    ctx.tx,
    sql<{
      reference: string;
    }>`select reference from organisations where reference = any(${references}::text[])`,
  );
  const isKnown = new Set(known.map((row) => row.reference));
  for (const { words: _, territory, parent, ...organisation } of review.organisations) {
    if (isKnown.has(organisation.reference)) {
      for (const other of organisation.otherNames) {
        await addAlias(ctx, { organisation: organisation.reference, ...other });
      }
    } else {
      const territoryId = placeId(places, territory);
      await registerOrganisation(ctx, { ...organisation, space: review.space, territoryId, parent });
    }
  }
}

/** The office-holders of the review, by its keys. */
export async function recordPeople(ctx: ActContext, review: Review): Promise<Map<string, string>> {
  const people = new Map<string, string>();
  for (const { key, organisation, name, function: office } of review.people) {
    const { id } = await nameOfficeHolder(ctx, { organisation, name, function: office });
    people.set(key, id);
  }
  return people;
}

/** Who stands how to whom, and the places where people are served. */
export async function recordRelations(recording: Recording): Promise<void> {
  const { ctx, review } = recording;
  for (const relation of review.relations) await relateOrganisations(ctx, relation);
  for (const { value: _, territory, ...point } of review.servicePoints) {
    await openServicePoint(ctx, { ...point, territoryId: placeId(recording.places, territory) });
  }
}
