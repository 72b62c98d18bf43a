import { day, type Input, nobody, reason, space } from "./about-a-file.ts";

const told = { on: day, source: "banque centrale" };

export const inputs: Readonly<Record<string, Input>> = {
  "rates.list": () => ({ space }),
  "rates.record": () => ({ ...told, space, from: "TND", to: "MAD", rate: "3.4" }),
  "rates.correct": () => ({ ...told, rate: nobody, reason, value: "3.4" }),
  "rates.withdraw": () => ({ rate: nobody, reason }),
};
