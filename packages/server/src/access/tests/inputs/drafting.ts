import { firstBook } from "@iltizam/core/drafting";
import { agreement, and, commitment, type Input, nobody, reason, space } from "./about-a-file.ts";

const version: Input = and(agreement, { version: 1 });

const { version: _, hash: __, ...content } = firstBook;

export const inputs: Readonly<Record<string, Input>> = {
  "drafting.templates": () => ({ space }),
  "drafting.read_template": () => ({ space, version: 1 }),
  "drafting.load_template": () => ({ space, content, reason }),
  "drafting.text": agreement,
  "drafting.names": agreement,
  "drafting.version": version,
  "drafting.export": and(version, { language: "fr", format: "docx" }),
  "drafting.choose": and(agreement, { revision: 0, languages: ["fr"] }),
  "drafting.word_clause": and(agreement, { revision: 0, language: "fr", clause: "object", text: "Objet." }),
  "drafting.propose_target": and(commitment, { quantity: 12 }),
  "drafting.propose_amount": ({ reference }) => ({ contribution: `${reference}/M1`, amount: "12.00" }),
  "drafting.freeze": agreement,
  "drafting.comments": agreement,
  "drafting.returns": agreement,
  "drafting.compare": and(agreement, { from: 1, language: "fr" }),
  "drafting.comment": and(version, { language: "fr", clause: "object", comment: reason }),
  "drafting.answer": () => ({ comment: nobody, answer: reason }),
  "drafting.take_return": and(agreement, { fileName: "retour.docx", fileBase64: "AAAA" }),
  "drafting.decide_difference": () => ({ return: nobody, number: 1, accept: false }),
  "drafting.send": and(version, { to: "lawyer" }),
};
