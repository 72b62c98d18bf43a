import { defineErrors } from "../kernel/index.ts";

export const notificationErrors = defineErrors("notifications", { no_account: 409 });
