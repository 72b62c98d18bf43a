// A line of a split, as the address writes it, and the rows that it stands for.
import type { NodeFilter } from "../api/places.ts";
import type { FactFilter } from "../api/read.ts";

export type RowFilter = FactFilter & NodeFilter;

const keys = ["sex", "ageBand", "milieu", "education", "month", "population"] as const;

/** «month=2025-03» as a filter; without a line, or with one that nobody has written, all rows. */
export function filterOfLine(line: string | undefined): RowFilter {
  const [given = "", value = ""] = (line ?? "").split("=");
  const key = keys.find((one) => one === given);
  return key === undefined || value === "" ? {} : { counting: true, [key]: value };
}
