export * from "./counted.ts";
export * from "./margins.ts";
