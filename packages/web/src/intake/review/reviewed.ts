// The text under review, for what stands deep inside the screen.
import { createContext, use } from "react";
import type { Intake } from "../model/intake.ts";

const ReviewedContext = createContext<Intake | null>(null);
export const ReviewedProvider = ReviewedContext.Provider;

export function useReviewed(): Intake {
  const intake = use(ReviewedContext);
  if (intake === null) throw new Error("no text is under review here");
  return intake;
}
