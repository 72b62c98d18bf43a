import type { Input } from "./about-a-file.ts";

export const inputs: Readonly<Record<string, Input>> = {
  "audit.journal": ({ id }) => ({ object: id }),
  "audit.export_journal": ({ id }) => ({ object: id, format: "csv" }),
};
