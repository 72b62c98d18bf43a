import { agreement, and, day, type Input, nobody, noRows, reason } from "./about-a-file.ts";

const money: Input = ({ contribution }) => ({ contribution, amount: "1.00", on: day });

export const inputs: Readonly<Record<string, Input>> = {
  "funding.of_agreement": agreement,
  "funding.pledge": and(agreement, { role: "total", amount: "1.00", currency: "MAD", basis: "announced" }),
  "funding.amend_contribution": ({ contribution }) => ({ contribution, amendment: 2, amount: "1.00" }),
  "funding.cite": ({ contribution, assertion }) => ({ contribution, assertions: [{ assertion }] }),
  "funding.call_funds": money,
  "funding.pay": money,
  "funding.justify": money,
  "funding.contribution": and(agreement, { number: 1 }),
  "funding.keep_paper": ({ contribution }) => ({
    ...{ contribution, kind: "invoice", name: "facture.txt" },
    base64: Buffer.from("facture").toString("base64"),
  }),
  "funding.open_paper": ({ contribution }) => ({ contribution, paper: "0".repeat(64) }),
  "funding.withdraw_movement": ({ contribution }) => ({ contribution, movement: nobody, reason }),
  "funding.correct_movement": ({ contribution }) => ({
    ...{ contribution, movement: nobody, reason, amount: "1.00", on: day },
  }),
  "funding.converted": agreement,
  "funding.import": noRows,
};
