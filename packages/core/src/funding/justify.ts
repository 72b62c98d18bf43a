import { movementAct } from "./move-money.ts";

/** Records an expense that was accepted after control, on the day of its acceptance. @throws as `callFunds` */
export const justify = movementAct("justify", "justified");
