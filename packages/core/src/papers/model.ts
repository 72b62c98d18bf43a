// What a committee file or an answer to a question holds: its content, as it is frozen. Nothing in it depends on the language of who reads it.
import { z } from "zod";
import { keyText, lineText, plainDate, space, wholeText } from "../kernel/index.ts";
import { promiseStates, standingRow } from "../standings/index.ts";

export const named = z.object({ fr: z.string(), ar: z.string().nullable(), en: z.string().nullable() });

export const paperNumber = z.string().regex(/^(DC|RQ)-\d{4}-\d{4,}$/);

/** committee: laid before one · answer: to a question, for example of a member of parliament */
export const paperKind = z.enum(["committee", "answer"]);
export type PaperKind = z.infer<typeof paperKind>;
export const paperPrefix: Readonly<Record<PaperKind, string>> = { committee: "DC", answer: "RQ" };
export const kindOf = (number: string): PaperKind => (number.startsWith("RQ-") ? "answer" : "committee");

/** What was asked, by whom, and which figures answer it: those of these indicators, or all. */
export const question = z.object({
  text: wholeText.min(3).max(4000),
  askedBy: lineText.min(2),
  indicators: z.array(keyText).max(20).default([]),
});
export type Question = z.infer<typeof question>;

/** Agreements that one file may hold: more are no reading for a committee. */
export const agreementsAtMost = 500;

const promise = standingRow.pick({
  wording: true,
  indicator: true,
  version: true,
  unit: true,
  population: true,
  territory: true,
  deadline: true,
  signed: true,
  declared: true,
  realised: true,
  proven: true,
  elapsed: true,
});

export const paperPromise = promise.extend({
  reference: z.string(),
  indicatorName: named.nullable(),
  /** The values that the sources announce, in their order. */
  announced: z.array(z.object({ value: z.number().nullable(), source: z.string() })),
  state: z.enum(promiseStates),
});
export type PaperPromise = z.infer<typeof paperPromise>;

const money = z.object({
  currency: z.string(),
  /** Where one is stated. */
  total: z.string().nullable(),
  promised: z.string(),
  called: z.string(),
  paid: z.string(),
  /** Whether an amount has no payer. */
  payerUnknown: z.boolean(),
});

const decision = z.object({
  decision: z.string(),
  owner: named.nullable(),
  dueOn: plainDate.nullable(),
  event: z.string(),
});

export const paperAgreement = z.object({
  reference: z.string(),
  title: named,
  type: z.string().nullable(),
  state: z.string(),
  reported: z.boolean(),
  since: plainDate.nullable(),
  periodFrom: plainDate.nullable(),
  periodTo: plainDate.nullable(),
  parties: z.array(z.object({ name: named, role: z.string() })),
  money: z.array(money),
  promises: z.array(paperPromise),
  /** Not carried out by the day, and due. */
  overdue: z.array(decision),
});
export type PaperAgreement = z.infer<typeof paperAgreement>;

export const paperContent = z.object({
  format: z.literal("iltizam-committee-file/1"),
  space,
  title: z.string().nullable(),
  /** Of an answer. */
  question: question.optional(),
  /** A territory (`scheme:code`) or an agreement (its reference). */
  of: z.object({ kind: z.enum(["territory", "agreement"]), reference: z.string(), name: named }),
  asOf: plainDate,
  knownOn: plainDate,
  /** Each person once over all of it: the figures of the node itself. */
  totals: z.array(
    z.object({
      indicator: z.string(),
      indicatorName: named.nullable(),
      realised: z.int(),
      proven: z.int(),
      countedInMoreThanOne: z.int(),
    }),
  ),
  agreements: z.array(paperAgreement),
});
export type PaperContent = z.infer<typeof paperContent>;
