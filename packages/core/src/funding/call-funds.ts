import { movementAct } from "./move-money.ts";

/** Asks a party for part of what it promised. @throws `funding.unknown`, `in_kind_not_moved`, `evidence_unknown` */
export const callFunds = movementAct("call_funds", "called");
