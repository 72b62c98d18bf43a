// What the database itself refuses, as an error that a person can act upon.
import { resultErrors } from "./errors.ts";

const codeOf = (error: unknown) =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";

/** Somebody else recorded the same row, or stood in a ring of waiting, at this very moment. */
const metAnother = (error: unknown) => ["23505", "40P01"].includes(codeOf(error));

/** Runs a statement of the ledger; once more when it met another writer, unless a transaction is lost with it. */
export async function post<Result>(run: () => Promise<Result>, alone: boolean): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    if (alone && metAnother(error)) return runAgain(run);
    throw refusalOf(error);
  }
}

async function runAgain<Result>(run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    throw refusalOf(error);
  }
}

/** `IL010` is the refusal of real results (migrations/0001_facts.sql), `IL011` of what is not seen (0023_seen.sql). */
export function refusalOf(error: unknown): unknown {
  if (codeOf(error) === "IL010") return resultErrors.real_refused();
  return codeOf(error) === "IL011" ? resultErrors.not_seen() : error;
}
