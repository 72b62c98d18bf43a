export {
  currentKeys,
  type Document,
  documentHash,
  documentOf,
  documentTypes,
  normaliseNumber,
} from "./document.ts";
export { peopleErrors } from "./errors.ts";
export { findPerson } from "./find-person.ts";
export { importKeys, keysText, makeKeys, openKeys, parseKeys } from "./key-file.ts";
export { forgetUnusedKeys, type KeyPlace, openKeysOf } from "./keys-of-database.ts";
export { type PersonFields, personFields } from "./model.ts";
export { permissions } from "./permissions.ts";
export { registerPerson } from "./register-person.ts";
export { routes } from "./routes.ts";
export { type NamedPerson, sealPersons } from "./seal-persons.ts";
export { destroyPersons, type Erasure, insertErasures, subjectOf, subjectsOf } from "./store.ts";
export { updatePerson } from "./update-person.ts";
