import { defineErrors } from "../kernel/index.ts";

export const accessErrors = defineErrors("access", { grant_unreadable: 400, nothing_asked: 400 });
