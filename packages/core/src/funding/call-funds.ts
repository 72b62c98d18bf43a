import { defineAct } from "../kernel/index.ts";
import { moved, moveMoney, movement } from "./move-money.ts";

/** Asks a party for part of what it promised. @throws as `moveMoney` */
export const callFunds = defineAct({
  name: "funding.call_funds",
  permission: "funding.move",
  scope: "object",
  input: movement,
  output: moved,
  run: (ctx, given) => moveMoney(ctx, "called", given),
});
