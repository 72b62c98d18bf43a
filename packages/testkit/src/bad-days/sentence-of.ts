import { DomainError, errorMessage, type Locale } from "@iltizam/core/kernel";

/** What a refusal says to a person; fails when nothing was refused. */
export async function sentenceOf(refused: Promise<unknown>, locale: Locale = "en"): Promise<string> {
  const error = await refused.then(
    () => new Error("nothing was refused"),
    (reason: unknown) => reason,
  );
  if (error instanceof DomainError) return errorMessage(locale, error);
  throw error;
}
