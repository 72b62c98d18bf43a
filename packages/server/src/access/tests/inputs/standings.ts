import { agreement, and, company, type Input, space } from "./about-a-file.ts";

export const inputs: Readonly<Record<string, Input>> = {
  "standings.table": and(agreement, { space }),
  "standings.months": agreement,
  "standings.of_territories": () => ({ space }),
  "standings.by-lateness": () => ({ space }),
  "standings.members": company,
  "standings.lines": ({ reference }) => ({ agreements: [reference] }),
};
