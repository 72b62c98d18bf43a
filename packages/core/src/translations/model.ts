// The words of the folder: what is said in Arabic, and whether somebody read it. No I/O.
import { z } from "zod";

/** Things of the register, then the product's own words. */
export const translationKinds = [
  "organisation",
  "agreement",
  "event",
  "term",
  "list",
  "indicator",
  "population",
  "measure",
  "message",
] as const;
export const translationKind = z.enum(translationKinds);
/** Of the register: what is said of its things is noted when it is said. */
export const isOfRegister = (kind: TranslationKind): boolean =>
  kind === "organisation" || kind === "agreement" || kind === "event";
export type TranslationKind = z.infer<typeof translationKind>;

/** One Arabic text, under the name of its thing and field. */
export interface Translation {
  readonly kind: TranslationKind;
  readonly key: string;
  readonly field: string;
  /** Where a reader finds it: a reference, a code, a folder. */
  readonly place: string;
  /** The French that it renders. */
  readonly original: string;
  readonly content: string;
}

export const nameOf = ({ kind, key, field }: Pick<Translation, "kind" | "key" | "field">) =>
  `${kind} ${key} ${field}`;
