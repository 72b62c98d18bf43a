import { agreement, and, day, type Input, noRows } from "./about-a-file.ts";

const money: Input = ({ contribution }) => ({ contribution, amount: "1.00", on: day });

export const inputs: Readonly<Record<string, Input>> = {
  "funding.of_agreement": agreement,
  "funding.pledge": and(agreement, { role: "total", amount: "1.00", currency: "MAD", basis: "announced" }),
  "funding.amend_contribution": ({ contribution }) => ({ contribution, amendment: 2, amount: "1.00" }),
  "funding.cite": ({ contribution, assertion }) => ({ contribution, assertions: [{ assertion }] }),
  "funding.call_funds": money,
  "funding.pay": money,
  "funding.justify": money,
  "funding.import": noRows,
};
