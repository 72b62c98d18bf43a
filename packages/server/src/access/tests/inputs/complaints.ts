import { and, type Input, nothing, reason } from "./about-a-file.ts";

const complaint: Input = () => ({ number: "C-2026-9999" });

export const inputs: Readonly<Record<string, Input>> = {
  "complaints.lodge": () => ({ language: "fr", what: "On m'a demandé 300 DH." }),
  "complaints.follow": () => ({ receipt: "0000-0000-0000" }),
  "complaints.add": () => ({ receipt: "0000-0000-0000", text: "encore" }),
  "complaints.list": nothing,
  "complaints.open": complaint,
  "complaints.answer": and(complaint, { text: "une réponse" }),
  "complaints.forget": and(complaint, { reason }),
};
