// Tranches, the closed kinds of their conditions, and what of a contribution's money falls on each. No I/O.
import { z } from "zod";
import { endedStates, type State } from "../agreements/index.ts";
import { commitmentReference } from "../commitments/index.ts";
import { contributionReference } from "../funding/index.ts";
import { endsInOrdinal, plainDate } from "../kernel/index.ts";

export const trancheReference = z
  .string()
  .regex(
    /^[A-Z0-9-]{3,32}\/M[1-9][0-9]{0,4}\/T[1-9][0-9]{0,3}$/,
    "a contribution's reference, a slash, T and a number, as FES-MEKNES-1/M1/T2",
  )
  .refine(
    (reference) => endsInOrdinal(reference.split("/T")[0] ?? ""),
    "a contribution's number up to 32767",
  );

/** What has to be true before a tranche is called. */
export const condition = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("report"),
    /** A report that a partner of the agreement owes: it has to be accepted. */
    report: z.uuid(),
  }),
  z.object({
    kind: z.literal("results"),
    /** So many proven results of this promise, dated on or before the day. */
    commitment: commitmentReference,
    quantity: z.int().min(1).max(100_000_000),
    by: plainDate,
  }),
  z.object({
    kind: z.literal("justified"),
    /** Of the tranche before, in per cent. */
    share: z.int().min(1).max(100),
  }),
  z.object({
    kind: z.literal("document"),
    /** Its name: «plan de financement signé». */
    document: z.string().trim().min(3).max(300),
  }),
]);
export type Condition = z.output<typeof condition>;

export const mostConditions = 10;

/** Why no tranche is planned any more. */
export const agreementEnd = z.enum(["closed", "given_up", "terminated", "renewed", "expired"]);
export type AgreementEnd = z.output<typeof agreementEnd>;

/**
 * Whether the agreement has ended, by its state or because the last day of its period is over; null as long as parts of
 * its money may be planned. An amendment of its duration opens what expired.
 */
export function endOf(
  { state, until }: { readonly state: State; readonly until: string | null },
  today: string,
): AgreementEnd | null {
  const ended = endedStates.includes(state) ? agreementEnd.safeParse(state) : null;
  if (ended?.success) return ended.data;
  return until !== null && until < today ? "expired" : null;
}

/** Splits `REF/M1/T2`; the caller has checked the form. */
export function splitTranche(reference: string): { contribution: string; number: number } {
  const [contribution = "", number = ""] = reference.split("/T");
  return { contribution: contributionReference.parse(contribution), number: Number(number) };
}

/**
 * What of an amount falls on each part when the parts are filled in their order: money has no label, so the first
 * tranche is paid, and justified, before the second.
 * @example fillInOrder([100n, 50n, 50n], 130n) is [100n, 30n, 0n]
 */
export function fillInOrder(parts: readonly bigint[], amount: bigint): bigint[] {
  let left = amount;
  return parts.map((part) => {
    const isFull = left >= part;
    const here = isFull ? part : left;
    left -= here;
    return here;
  });
}

/** The amount of the tranche before that has to be justified: the share, rounded up to the minor unit. */
export const shareOf = (amount: bigint, share: number): bigint => (amount * BigInt(share) + 99n) / 100n;

export type TrancheState = "planned" | "ready" | "called" | "dropped";
