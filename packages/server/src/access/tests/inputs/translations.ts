import { type Input, nothing } from "./about-a-file.ts";

export const inputs: Readonly<Record<string, Input>> = {
  "translations.list": nothing,
  "translations.review": () => ({
    ...{ kind: "term", key: "34", field: "label", content: "خلاصة القرارات" },
  }),
};
