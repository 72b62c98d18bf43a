import { type WaitingQuery, type WaitingResult, waitingPage } from "../api/results.ts";

const atOnce = 500;
/** As many as the server counts; who has more filters. */
export const mostWaiting = 10_000;

/** Every result that passes the filters, page after page. */
export async function everyWaiting(query: WaitingQuery): Promise<WaitingResult[]> {
  const found: WaitingResult[] = [];
  let after: string | null | undefined;
  while (after !== null && found.length < mostWaiting) {
    const page = await waitingPage({ ...query, limit: atOnce, after });
    found.push(...page.results);
    after = page.after;
  }
  return found;
}
