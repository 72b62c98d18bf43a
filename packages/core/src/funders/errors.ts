import { defineErrors } from "../kernel/index.ts";

export const funderErrors = defineErrors("funders", { funds_nothing: 404 });
