import { type Input, reason, space } from "./about-a-file.ts";

export const inputs: Readonly<Record<string, Input>> = {
  "sources.documents": () => ({ space }),
  "sources.document": (file) => ({ document: file.document }),
  "sources.doubts": ({ id }) => ({ object: id }),
  "sources.decisions": ({ commitmentId }) => ({ objectKind: "commitment", object: commitmentId }),
  "sources.keep_document": ({ reference }) => ({
    ...{ space, kind: "minutes", title: "Note", language: "fr", text: `Note ${reference}` },
    fileBase64: Buffer.from(`Note ${reference}`).toString("base64"),
  }),
  "sources.quote_passage": (file) => ({ documentId: file.document, start: 0, end: 2, content: "Te" }),
  "sources.assert_value": (file) => ({
    ...{ documentId: file.document, passageId: file.passage, topic: "count", quantity: 1, how: "literal" },
  }),
  "sources.raise_doubt": ({ id }) => ({
    ...{ space, objectKind: "agreement", objectId: id, about: "nombre", readings: ["un", "deux"] },
  }),
  "sources.settle_doubt": ({ doubt }) => ({ doubt, reading: 1, reason }),
  "sources.adopt_reading": ({ commitmentId }) => ({
    ...{ space, objectKind: "commitment", objectId: commitmentId, assertionId: null, reason },
  }),
};
