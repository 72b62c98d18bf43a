export { comment } from "./comment.ts";
export { noteOnEdition } from "./correct.ts";
export { editionCsv, editionRows, editionXlsx } from "./edition-file.ts";
export { publishingErrors } from "./errors.ts";
export * from "./model.ts";
export { permissions, publicPermissions } from "./permissions.ts";
export { previewEdition } from "./preview.ts";
export { publish } from "./publish.ts";
export {
  type EditionAround,
  editionText,
  listEditions,
  listPromises,
  promiseFilters,
  promiseSorts,
  readContent,
  readEdition,
  readEditionAgreement,
} from "./queries.ts";
export { routes } from "./routes.ts";
export type { EditionRow } from "./store.ts";
