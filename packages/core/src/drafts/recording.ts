// What the steps of a recording share: the draft, its review, and where each value, place, party and person was put.
import { sql } from "kysely";
import { type ActContext, rows } from "../kernel/index.ts";
import type { Draft } from "./draft-format.ts";
import { draftErrors } from "./errors.ts";
import type { ProposedValue } from "./proposed-values.ts";
import type { Review } from "./review-format.ts";

export interface Recording {
  readonly ctx: ActContext;
  readonly draft: Draft;
  readonly review: Review;
  readonly documentId: string;
  /** Territory ids by `scheme:code`. */
  readonly places: ReadonlyMap<string, string>;
  /** Office-holder ids by the review's key. */
  readonly people: ReadonlyMap<string, string>;
  /** Assertion ids by the path of their value. */
  readonly assertions: ReadonlyMap<string, string>;
  readonly values: readonly ProposedValue[];
  /** Ids of what was recorded, by the name that the review uses: `event`, references, `F1`, `orientations.0`. */
  readonly objects: Map<string, { readonly kind: string; readonly id: string }>;
}

type Place = { readonly scheme: string; readonly code: string } | null;

/** The ids of all territories that the review and the values name. @throws `drafts.place_unknown` */
export async function placesOf(ctx: ActContext, review: Review, values: readonly ProposedValue[]) {
  const named: Place[] = [
    ...values.map((value) => value.territory),
    ...review.organisations.map((organisation) => organisation.territory),
    ...review.agreements.map((agreement) => agreement.territory),
    ...review.figures.map((figure) => figure.territory),
    ...review.stated.map((stated) => stated.territory),
    ...review.servicePoints.map((point) => point.territory),
    review.event?.territory ?? null,
  ];
  const given = named.filter((place) => place !== null);
  const found = await rows(
    ctx.tx,
    sql<{ key: string; id: string }>`
      select distinct t.scheme || ':' || t.code as key, t.id
      from unnest(${given.map((place) => place.scheme)}::text[], ${given.map((place) => place.code)}::text[])
        as given (scheme, code)
      join territories t on t.space = ${review.space} and t.scheme = given.scheme and t.code = given.code`,
  );
  const ids = new Map(found.map((row) => [row.key, row.id]));
  const missing = given.find((place) => !ids.has(`${place.scheme}:${place.code}`));
  if (missing)
    throw draftErrors.place_unknown({ place: `${missing.scheme}:${missing.code}`, space: review.space });
  return ids;
}

export function placeId(places: ReadonlyMap<string, string>, place: Place): string | null {
  return place === null ? null : (places.get(`${place.scheme}:${place.code}`) ?? null);
}

/** The assertion of a path as a citation of a field, or none when the text gives no such value. */
export function cited(
  recording: Recording,
  path: string,
  field: string,
): { assertion: string; field: string }[] {
  const assertion = recording.assertions.get(path);
  return assertion === undefined ? [] : [{ assertion, field }];
}

/** The office-holder that the review's key stands for. @throws `drafts.person_unmatched` */
export function personId(recording: Recording, key: string | null): string | null {
  if (key === null) return null;
  const id = recording.people.get(key);
  if (id === undefined) throw draftErrors.person_unmatched({ person: key });
  return id;
}

/** The reference of the organisation that these words of the text mean. @throws `drafts.organisation_unmatched` */
export function organisationFor({ review }: Pick<Recording, "review">, words: string): string {
  const found = review.organisations.find((organisation) => organisation.words.includes(words));
  if (!found) throw draftErrors.organisation_unmatched({ words });
  return found.reference;
}

/** What the review calls by this name. @throws `drafts.object_unknown` */
export function objectNamed(
  recording: Recording,
  name: string,
): { readonly kind: string; readonly id: string } {
  const found = recording.objects.get(name);
  if (!found) throw draftErrors.object_unknown({ object: name });
  return found;
}

/** The further sayings about an object, each with its assertion. */
export function sayingsAbout(recording: Recording, about: string) {
  return recording.review.says.flatMap((saying, index) => {
    const assertion = recording.assertions.get(`review.says.${index}.value`);
    return saying.about === about && assertion !== undefined ? [{ ...saying, assertion }] : [];
  });
}
