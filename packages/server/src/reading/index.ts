export { type DraftedDocument, draftDocument } from "./draft-document.ts";
export { readingErrors } from "./errors.ts";
export type { DocumentPage, ReadDocument } from "./model.ts";
export { readDay } from "./read-day.ts";
export { acceptedKinds, readDocument } from "./read-document.ts";
export { readerInProcess, readerInWorker, type WorkerReader } from "./reader.ts";
