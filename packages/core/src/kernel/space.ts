import { z } from "zod";

/** `real`: announcements and agreements of real organisations. `simulated`: the fictional region, never mixed in. */
export const space = z.enum(["real", "simulated"]);
export type Space = z.infer<typeof space>;
