import { defineAct } from "../kernel/index.ts";
import { moved, moveMoney, movement } from "./move-money.ts";

/** Records an expense that was accepted after control, on the day of its acceptance. @throws as `moveMoney` */
export const justify = defineAct({
  name: "funding.justify",
  permission: "funding.move",
  scope: "object",
  input: movement,
  output: moved,
  run: (ctx, given) => moveMoney(ctx, "justified", given),
});
