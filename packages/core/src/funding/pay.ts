import { movementAct } from "./move-money.ts";

/** Records a payment with its value date; more than was promised is recorded and shown. @throws as `callFunds` */
export const pay = movementAct("pay", "paid");
