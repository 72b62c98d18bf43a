import { defineErrors } from "../kernel/index.ts";

export const translationErrors = defineErrors("translations", { unknown: 404, text_changed: 409 });
