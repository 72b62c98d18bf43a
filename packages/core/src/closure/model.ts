// The words of the closing file. No I/O.
import { z } from "zod";
import { formatMoney, parseMoney } from "../kernel/index.ts";

/** One contribution as it ends. Amounts are decimal texts in major units; null: not told. */
export const settled = z.object({
  contribution: z.string(),
  /** Null: the payer is unknown. */
  contributor: z.object({ reference: z.string(), name: z.string() }).nullable(),
  currency: z.string(),
  inKind: z.boolean(),
  promised: z.string().nullable(),
  called: z.string(),
  paid: z.string(),
  justified: z.string(),
  /** Paid and not justified: to be justified still, or given back. */
  unused: z.string(),
});
export type Settled = z.infer<typeof settled>;

/** One promise as it stood on the day. */
export const stood = z.object({
  commitment: z.string(),
  wording: z.string().nullable(),
  indicator: z.string().nullable(),
  unit: z.string().nullable(),
  signed: z.object({ original: z.number().nullable(), current: z.number().nullable() }),
  declared: z.number().nullable(),
  realised: z.number(),
  proven: z.number(),
});
export type Stood = z.infer<typeof stood>;

export const openKinds = ["money", "report", "decision", "final_report"] as const;
export const openItem = z.object({
  kind: z.enum(openKinds),
  /** What is open, as a message. */
  words: z.string(),
  /** The address in the web application where one acts on it. */
  place: z.string(),
});
export type OpenItem = z.infer<typeof openItem>;

/** @example unusedOf("400.00", "150.00", "MAD") // "250.00"; never below nothing */
export function unusedOf(paid: string, justified: string, currency: string): string {
  const minor = parseMoney(paid, currency).minor - parseMoney(justified, currency).minor;
  return formatMoney({ minor: minor > 0n ? minor : 0n, currency });
}
