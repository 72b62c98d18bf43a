export { bindBoxes, destroyBoxes, openBoxes, sealBox } from "./boxes.ts";
export { giveConsent, withdrawConsent, wordConsent } from "./consent.ts";
export {
  currentKeys,
  type Document,
  documentHash,
  documentOf,
  documentTypes,
  normaliseNumber,
  sealedDocument,
} from "./document.ts";
export { peopleErrors } from "./errors.ts";
export { findPerson } from "./find-person.ts";
export { forgetContact } from "./forget-contact.ts";
export { holdKeys, keepKeysFresh, withCurrentKeys } from "./hold-keys.ts";
export { importKeys, keysText, makeKeys, openKeys, parseKeys } from "./key-file.ts";
export { forgetUnusedKeys, type KeyPlace, knownGenerations, openKeysOf } from "./keys-of-database.ts";
export { type PersonFields, personFields } from "./model.ts";
export { likenesses, nearPersons } from "./near-persons.ts";
export { permissions } from "./permissions.ts";
export { forgetFiles, keepPersonalFile, openPersonalFile } from "./personal-files.ts";
export { type HeldField, heldFields, type Processing, processing, type Term, termOf } from "./processing.ts";
export { listVersions } from "./processing-versions.ts";
export { keepProcessing, listProcessings, listWordings, readProcessings } from "./processings.ts";
export { type HeldPerson, readHeld } from "./read-held.ts";
export { registerPerson } from "./register-person.ts";
export { type Rotation, rotateKeys } from "./rotate-keys.ts";
export { routes } from "./routes.ts";
export { type NamedPerson, sealPersons } from "./seal-persons.ts";
export {
  destroyPersons,
  type Erasure,
  insertErasures,
  readVault,
  subjectOf,
  subjectsOf,
} from "./store.ts";
export { unmask } from "./unmask.ts";
export { listUnmaskings } from "./unmaskings.ts";
export { updatePerson } from "./update-person.ts";
