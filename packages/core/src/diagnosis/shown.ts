// What is shown of a diagnosis: the shapes that its readings give.
import { z } from "zod";
import { plainDate, space } from "../kernel/index.ts";
import { parts, steps } from "./lifecycle.ts";
import {
  actionState,
  actorRole,
  ageBands,
  diagnosisReference,
  language,
  rankingKind,
  sexes,
  state,
  workshopKind,
} from "./model.ts";
import { criterionShown, markerShown } from "./read-ranking.ts";

export const party = z.object({ reference: z.string(), name: z.string() });
export const place = z.object({ id: z.uuid(), code: z.string(), fr: z.string(), ar: z.string() });
export const titled = z.object({
  reference: z.string(),
  title: z.string(),
  titleAr: z.string().nullable(),
  titleEn: z.string().nullable(),
});
export const cell = z.object({ sex: z.enum(sexes), ageBand: z.enum(ageBands), headcount: z.int() });

export const head = z.object({
  id: z.uuid(),
  space,
  reference: diagnosisReference,
  title: z.string(),
  titleAr: z.string().nullable(),
  state,
  territory: place,
  agreement: titled.nullable(),
  startsOn: plainDate.nullable(),
  endsOn: plainDate.nullable(),
});
export type Head = z.infer<typeof head>;

export const actorShown = z.object({ organisation: party, role: actorRole });
export const workshopShown = z.object({
  number: z.int(),
  kind: workshopKind,
  title: z.string(),
  plannedOn: plainDate,
  heldOn: plainDate.nullable(),
  territory: place.nullable(),
  place: z.string().nullable(),
  event: z.object({ reference: z.string(), name: z.string().nullable() }).nullable(),
  attendance: z.array(cell),
  present: z.int(),
  /** The numbers of what was said there. */
  findings: z.array(z.int()),
});
export const findingShown = z.object({
  number: z.int(),
  words: z.string(),
  language,
  topic: z.string(),
  workshop: z.int().nullable(),
  actor: party.nullable(),
  group: z.string().nullable(),
  merged: z.int().nullable(),
});
export const mergedShown = z.object({
  number: z.int(),
  words: z.string(),
  wordsAr: z.string().nullable(),
  /** The findings that it stands for, by their numbers: as many as said it. */
  sources: z.array(z.int()),
  score: z.int().nullable(),
  rank: z.int().nullable(),
  actions: z.array(z.int()),
});
export const actionShown = z.object({
  number: z.int(),
  words: z.string(),
  wordsAr: z.string().nullable(),
  /** The merged findings that it answers. */
  answers: z.array(z.int()),
  proposedBy: party.nullable(),
  state: actionState,
  commitment: z
    .object({
      reference: z.string(),
      wording: z.string(),
      state: z.enum(["draft", "final", "withdrawn"]),
      agreement: titled,
    })
    .nullable(),
  answer: z.string().nullable(),
  answerAr: z.string().nullable(),
  answeredOn: plainDate.nullable(),
});

export const diagnosisShown = head.extend({
  method: z.string(),
  revision: z.int(),
  actors: z.array(actorShown),
  workshops: z.array(workshopShown),
  /** Over all workshops; somebody who came twice is counted twice. */
  attendance: z.array(cell),
  findings: z.array(findingShown),
  /** By rank, once everything is marked. */
  merged: z.array(mergedShown),
  ranking: z
    .object({
      kind: rankingKind,
      words: z.string(),
      criteria: z.array(criterionShown),
      markers: z.array(markerShown),
      marks: z.array(z.object({ merged: z.int(), criterion: z.int(), by: z.string(), mark: z.int() })),
    })
    .nullable(),
  actions: z.array(actionShown),
  passages: z.array(
    z.object({ from: state.nullable(), to: state, on: plainDate, reason: z.string().nullable() }),
  ),
  /** The steps from here, whether the one who asks may take them, and what they still miss (messages). */
  steps: z.array(
    z.object({ step: z.enum(steps), to: state, permitted: z.boolean(), missing: z.array(z.string()) }),
  ),
  /** What the one who asks may write of it now. */
  writable: z.array(z.enum(parts)),
});
export type DiagnosisShown = z.infer<typeof diagnosisShown>;
