import { defineAct } from "../kernel/index.ts";
import { moved, moveMoney, movement } from "./move-money.ts";

/** Records a payment with its value date; more than was promised is recorded and shown. @throws as `moveMoney` */
export const pay = defineAct({
  name: "funding.pay",
  permission: "funding.move",
  scope: "object",
  input: movement,
  output: moved,
  run: (ctx, given) => moveMoney(ctx, "paid", given),
});
