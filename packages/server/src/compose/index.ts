export { type ContextPlace, keyFile, type OpenContext, openContext } from "./open-context.ts";
