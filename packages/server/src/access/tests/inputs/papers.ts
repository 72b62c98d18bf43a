import { agreement, and, type Input, space } from "./about-a-file.ts";

const paper: Input = () => ({ number: "DC-2020-0001" });

export const inputs: Readonly<Record<string, Input>> = {
  "papers.prepare": and(agreement, { space }),
  "papers.preview": and(agreement, { space }),
  "papers.list": () => ({ space }),
  "papers.read": paper,
  "papers.check": paper,
  "papers.export": and(paper, { format: "xlsx" }),
};
