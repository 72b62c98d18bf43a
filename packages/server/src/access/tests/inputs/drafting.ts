import { agreement, and, commitment, type Input } from "./about-a-file.ts";

const version: Input = and(agreement, { version: 1 });

export const inputs: Readonly<Record<string, Input>> = {
  "drafting.text": agreement,
  "drafting.version": version,
  "drafting.export": and(version, { language: "fr", format: "docx" }),
  "drafting.choose": and(agreement, { revision: 0, languages: ["fr"] }),
  "drafting.word_clause": and(agreement, { revision: 0, language: "fr", clause: "object", text: "Objet." }),
  "drafting.propose_target": and(commitment, { quantity: 12 }),
  "drafting.propose_amount": ({ reference }) => ({ contribution: `${reference}/M1`, amount: "12.00" }),
  "drafting.freeze": agreement,
  "drafting.send": and(version, { to: "lawyer" }),
};
