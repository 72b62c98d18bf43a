import { type Input, nothing, space } from "./about-a-file.ts";

export const inputs: Readonly<Record<string, Input>> = {
  "territory.tree": nothing,
  "territory.shapes": () => ({ space }),
  "territory.labour": () => ({ space }),
  "territory.search": () => ({ text: "N" }),
  "territory.detail": ({ region }) => ({ space, scheme: "test", code: region }),
  "territory.load": () => ({ space: "real" }),
  "territory.add": () => ({ space, scheme: "test", code: "XX", kind: "abroad", name: { fr: "X", ar: "س" } }),
};
