import type { Space } from "../app/address.ts";

/** `iltizam-agreements-2026-11-22.csv`; what is simulated says so in capitals. */
export function fileName(table: string, space: Space, day: string, kind: "csv" | "xlsx"): string {
  return `iltizam-${space === "simulated" ? "SIMULATED-" : ""}${table}-${day}.${kind}`;
}
