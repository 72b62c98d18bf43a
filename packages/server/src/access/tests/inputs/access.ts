import { type Input, nothing } from "./about-a-file.ts";

export const inputs: Readonly<Record<string, Input>> = {
  "access.of": () => ({ grants: ["R5@organisation=ALFA"] }),
  "access.list_roles": nothing,
};
