// Stated figures that are no promises. No I/O.
import { z } from "zod";

/**
 * need: posts or persons that somebody says are needed · past_result: what was achieved before, as told · capacity:
 * what a place can take · statistic, population: of a territory · unit_amount: money per person · share: a percentage
 * of another figure · intention: what somebody plans (recruitments) without promising it · past_programme: an earlier
 * programme.
 */
export const figureKind = z.enum([
  "need",
  "past_result",
  "capacity",
  "statistic",
  "population",
  "unit_amount",
  "share",
  "intention",
  "past_programme",
]);

/**
 * What a share comes to, in whole units; computed, never stored (a percentage «notably» names its sectors in part).
 * @example shareOf(23000, 68) // 15640
 */
export function shareOf(whole: number | null, percent: number | null): number | null {
  return whole === null || percent === null ? null : Math.round((whole * percent) / 100);
}
