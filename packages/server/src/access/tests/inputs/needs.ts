import { agreement, and, type Input, space } from "./about-a-file.ts";

export const inputs: Readonly<Record<string, Input>> = {
  "needs.figures": and(agreement, { space }),
  "needs.state_figure": and(agreement, { space, kind: "need", quantity: 1 }),
};
