// The shape of a standing, as the command line and the API give it.
import { z } from "zod";
import { plainDate, space } from "../kernel/index.ts";
import { promiseStates } from "./model.ts";

export const announcedValue = z.object({
  value: z.number().nullable(),
  source: z.string(),
  passage: z.string(),
  /** As the reading gives it, and the one that it counts as when that is an alias. */
  indicator: z.string().nullable(),
  countsAs: z.string().nullable(),
  saidBy: z.string().nullable(),
  qualifier: z.string().nullable(),
  adopted: z.boolean(),
  documentId: z.uuid(),
  passageId: z.uuid(),
  assertionId: z.uuid(),
});

/** Of a node above commitments: its own count, and what its children's counts add up to beyond it. */
const children = z.object({
  realised: z.int(),
  proven: z.int(),
  countedInMoreThanOne: z.int(),
});

export const standingRow = z.object({
  agreement: z.string().nullable(),
  agreementId: z.uuid().nullable(),
  /** The node's reference: `REF/n` of a commitment, `REF` of an agreement, `scheme:code` of a territory. */
  node: z.string(),
  nodeId: z.uuid(),
  commitment: z.string().nullable(),
  kind: z.enum(["result", "best_efforts"]).nullable(),
  /** Draft while its indicator is undefined or not agreed. */
  draft: z.boolean(),
  wording: z.string().nullable(),
  indicator: z.string().nullable(),
  version: z.int().nullable(),
  unit: z.string().nullable(),
  population: z.array(z.string()),
  territory: z.string().nullable(),
  period: z.object({ from: plainDate.nullable(), to: plainDate.nullable() }),
  deadline: plainDate.nullable(),
  announced: z.array(announcedValue),
  signed: z.object({ original: z.int().nullable(), current: z.int().nullable() }),
  declared: z.int().nullable(),
  realised: z.int(),
  proven: z.int(),
  remaining: z.object({ realised: z.int().nullable(), proven: z.int().nullable() }),
  aboveTarget: z.int().nullable(),
  byEvidence: z.object({ E1: z.int(), E2: z.int(), E3: z.int(), E4: z.int() }),
  overlap: z.int(),
  children: children.nullable(),
  /** Null on a node row. */
  state: z.enum(promiseStates).nullable(),
  /** Elapsed share of the period, 0 to 1; null without both ends. */
  elapsed: z.number().nullable(),
  asOf: plainDate.nullable(),
  knownOn: plainDate.nullable(),
  space,
});
export type StandingRow = z.infer<typeof standingRow>;
