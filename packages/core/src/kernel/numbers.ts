// How large a number is that somebody gives: larger ones are slips, and would break the tables or the sums above them.
import { z } from "zod";

/** A place among its siblings: the second amendment, the third part. */
export const ordinal = z.int().min(1).max(32_767);

/** Persons, jobs, places, hours; thousands of them add up exactly. */
export const count = z.int().min(0).max(1_000_000_000_000);
