export * from "./convert-amounts.ts";
export * from "./errors.ts";
export { listRates } from "./list-rates.ts";
export * from "./model.ts";
export { permissions } from "./permissions.ts";
export { correctRate, withdrawRate } from "./put-right.ts";
export { recordRate } from "./record-rate.ts";
export { routes } from "./routes.ts";
