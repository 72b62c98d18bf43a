// What this folder answers to the life cycle of an agreement, by guard name.
import { dbOf, type Guard, messageReference } from "../kernel/index.ts";
import { frozenFile } from "./closing-file.ts";

/** Nothing is closed without its closing file. */
const closureRecorded: Guard = async (ctx, agreementId) =>
  (await frozenFile(dbOf(ctx), agreementId)) === undefined
    ? [messageReference("closure", "guard.closure_recorded")]
    : [];

export const guards: Readonly<Record<string, Guard>> = { closure_recorded: closureRecorded };
