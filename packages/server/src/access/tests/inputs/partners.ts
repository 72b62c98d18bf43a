import { type Input, space } from "./about-a-file.ts";

export const inputs: Readonly<Record<string, Input>> = {
  "partners.list": () => ({ space }),
  "partners.file": ({ company }) => ({ organisation: company }),
};
