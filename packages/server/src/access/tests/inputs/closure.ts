import { agreement, and, type Input, reason } from "./about-a-file.ts";

export const inputs: Readonly<Record<string, Input>> = {
  "closure.file": agreement,
  "closure.conclude": and(agreement, { lessons: "ce qui a été appris en route", reason }),
  "closure.renew": and(agreement, {
    ...{ title: "Suite", parties: [], promises: [], fields: true, frameworks: true },
  }),
};
