export { adoptReading } from "./adopt-reading.ts";
export { assertValue, assertValues } from "./assert-value.ts";
export { type CitedWords, citedBy, citedWords } from "./cite-words.ts";
export { type DoubtRow, doubt, doubtColumns, doubtsOf, listDoubts } from "./doubts.ts";
export { sourceErrors } from "./errors.ts";
export { keepDocument } from "./keep-document.ts";
export * from "./model.ts";
export { permissions } from "./permissions.ts";
export {
  getDocument,
  listDecisions,
  listDocuments,
} from "./queries.ts";
export { type QuotedPassage, quotedPassage, quotePassage, quotePassages } from "./quote-passage.ts";
export { type Doubt, raiseDoubt, writeDoubt } from "./raise-doubt.ts";
export {
  type Assertion,
  assertion,
  assertionsOf,
  type Reading,
  type ReadingLink,
  type ReadingsOfObject,
  reading,
  readingsOf,
  readingsOfObject,
} from "./readings.ts";
export { routes } from "./routes.ts";
export { type InThree, inThree, keepSentences } from "./sentences.ts";
export { settleDoubt } from "./settle-doubt.ts";
export { documentOf, requireAssertions, requireDocument } from "./store.ts";
