// Which errors are sentences for the person at the terminal; every other one is a fault of the program.
import { DomainError, errorMessage } from "@iltizam/core/kernel";
import { terminalLocale } from "./terminal-locale.ts";

export interface Refusal {
  /** `use`: the options were wrong, so that the usage is shown too. */
  readonly kind: "use" | "input";
  readonly sentence: string;
}

/** The sentence that an error is; undefined for an unforeseen one, which is shown whole. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (!(error instanceof Error)) return undefined;
  if ("code" in error && String(error.code).startsWith("ERR_PARSE_ARGS")) {
    return { kind: "use", sentence: error.message };
  }
  if (error instanceof DomainError) {
    return { kind: "input", sentence: errorMessage(terminalLocale(), error) };
  }
  if (error.name === "BadUse") return { kind: "input", sentence: error.message };
  return undefined;
}
