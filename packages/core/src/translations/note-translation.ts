import type { ActContext } from "../kernel/index.ts";
import type { Translation } from "./model.ts";
import { writeTranslation } from "./store.ts";

/**
 * Notes an Arabic text of a thing of the register, for the act that gives it and journals. `reviewed`: who gives it
 * vouches for it; else it waits for a reader.
 */
export function noteTranslation(ctx: ActContext, given: Translation & { reviewed: boolean }): Promise<void> {
  const { reviewed, ...translation } = given;
  return writeTranslation(ctx, translation, reviewed);
}
