// What inputs are about: one agreement's file, HERE or THERE, and the words that many of them share.
import { createFindings } from "@iltizam/core/sheets";
import type { File } from "../desk.ts";

export type Ids = (name: string) => string;
export type Input = (file: File, id: Ids) => object;
export const space = "simulated";
export const day = "2026-02-20";
export const reason = "pour le test";
export const nobody = "00000000-0000-4000-8000-000000000000";
export const pdf = Buffer.from("%PDF-1.7\n").toString("base64");
export const words = { fr: "texte", ar: "نص", en: "text" };
export const document = { number: "TT000001" };
export const agreement: Input = ({ reference }) => ({ agreement: reference });
export const commitment: Input = (file) => ({ commitment: file.commitment });
export const company: Input = (file) => ({ organisation: file.company });
export const nothing: Input = () => ({});
export const noRows: Input = () => ({
  ...{ space, source: "test", dryRun: false, partial: false },
  file: {
    ...{
      path: "/dev/null",
      facts: { name: "f.csv", hash: "0".repeat(64) },
      findings: createFindings(),
      columns: [],
    },
    async *rows() {},
  },
});
/** An input with more fields. */
export const and =
  (base: Input, more: object | Input): Input =>
  (file, id) => ({ ...base(file, id), ...(typeof more === "function" ? more(file, id) : more) });
export const cited: Input = ({ assertion }) => ({ assertions: [{ assertion, field: "name" }] });
export const indicator = {
  ...{ code: "internships", label: words, unit: "persons", nature: "flow", subject: "person" },
  ...{ aggregation: "distinct", effectiveFrom: day, definition: words, reason },
};
