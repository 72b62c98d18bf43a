import { type Input, space } from "./about-a-file.ts";

export const inputs: Readonly<Record<string, Input>> = {
  "alarms.list": () => ({ space }),
};
