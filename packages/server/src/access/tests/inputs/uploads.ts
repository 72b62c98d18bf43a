import { type Input, nobody, nothing, space } from "./about-a-file.ts";

export const inputs: Readonly<Record<string, Input>> = {
  "uploads.send": () => ({ space, kind: "organisations", name: "f.csv", base64: "YQ==" }),
  "uploads.kinds": nothing,
  "uploads.template": () => ({ kind: "organisations" }),
  "uploads.state": () => ({ upload: nobody }),
  "uploads.record": () => ({ upload: nobody }),
  "uploads.claim": nothing,
  "uploads.tidy": nothing,
};
