import { useQueries } from "@tanstack/react-query";
import { type AgreementLine, agreementLines } from "./read.ts";

const atOnce = 200;

/** Money and promises beside any number of agreements, asked in as many questions as the API takes; by reference. */
export function useLines(references: readonly string[]): ReadonlyMap<string, AgreementLine> {
  const pages = Array.from({ length: Math.ceil(references.length / atOnce) }, (_, at) =>
    references.slice(at * atOnce, (at + 1) * atOnce),
  );
  const read = useQueries({ queries: pages.map((page) => agreementLines(page)) });
  return new Map(read.flatMap(({ data }) => data ?? []).map((line) => [line.agreement, line]));
}
