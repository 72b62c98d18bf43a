import { defineErrors } from "../kernel/index.ts";

export const auditErrors = defineErrors("audit", { figure_unknown: 404, too_many_rows: 400 });
