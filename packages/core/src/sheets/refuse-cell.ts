// A refusal of one cell, thrown by whoever understands the row and listed with its place by whoever reads the file.
import { DomainError } from "../kernel/index.ts";
import { sheetErrors } from "./errors.ts";

export interface CellRefusal extends Error {
  readonly column: string;
  readonly value: string | null;
  readonly why: DomainError;
}

export function refuseCell(column: string, value: string | null, why: DomainError): never {
  throw Object.assign(new Error(`${column}: ${why.message}`), { column, value, why });
}

export function isCellRefusal(error: unknown): error is CellRefusal {
  return error instanceof Error && "why" in error && error.why instanceof DomainError;
}

/** Does something with the value of a column: what it refuses is a finding of that column. */
export async function inCell<Result>(
  column: string,
  value: string | null,
  act: () => Promise<Result> | Result,
): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof DomainError) refuseCell(column, value, error);
    throw error;
  }
}

/** What is recorded already is changed by an act of its own, not by sending a file. */
export function refuseOtherwise(column: string, told: string, recorded: string | null): never {
  refuseCell(column, told, sheetErrors.recorded_otherwise({ field: column, recorded: recorded ?? "–" }));
}
