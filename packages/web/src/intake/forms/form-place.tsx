// What the fields of a form know of the text under review: its words, what is selected in it, and what has a name.
import { createContext, use } from "react";
import type { Space } from "../../app/address.ts";
import type { Passage } from "../model/value.ts";

export interface Named {
  /** What is written into the review. */
  readonly code: string;
  readonly words: string;
}

export interface FormPlace {
  readonly space: Space;
  readonly text: string;
  readonly language: "fr" | "ar" | "en";
  /** The words that are selected in the text now. */
  readonly selected: Passage | null;
  readonly agreements: readonly Named[];
  readonly organisations: readonly Named[];
  readonly people: readonly Named[];
  readonly commitments: readonly Named[];
}

const FormPlaceContext = createContext<FormPlace | null>(null);

export const FormPlaceProvider = FormPlaceContext.Provider;

export function useFormPlace(): FormPlace {
  const place = use(FormPlaceContext);
  if (place === null) throw new Error("a form stands outside a review");
  return place;
}
