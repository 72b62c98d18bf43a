import { agreement, day, type Input, reason } from "./about-a-file.ts";

const tranche: Input = ({ contribution }) => ({ tranche: `${contribution}/T1` });
const paper = "0".repeat(64);

export const inputs: Readonly<Record<string, Input>> = {
  "tranches.of_agreement": agreement,
  "tranches.plan": ({ contribution }) => ({ contribution, amount: "0.00", plannedOn: day }),
  "tranches.revise": (file, id) => ({ ...tranche(file, id), amount: "1.00", plannedOn: day, reason }),
  "tranches.drop": (file, id) => ({ ...tranche(file, id), reason }),
  "tranches.call": (file, id) => ({ ...tranche(file, id), on: day }),
  "tranches.give_document": (file, id) => ({ ...tranche(file, id), condition: 1, paper, on: day }),
  "tranches.waive": (file, id) => ({ ...tranche(file, id), condition: 1, reason: "vu en comité" }),
};
