import { defineErrors } from "../kernel/index.ts";

export const alarmErrors = defineErrors("alarms", { term_too_early: 409 });
