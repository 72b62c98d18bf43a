import { expect, test } from "vitest";
import { classingToSend, noClassing } from "./classing.ts";

const named = {
  ...noClassing,
  code: " mentors ",
  label_fr: "Tuteurs",
  label_ar: "مؤطرون",
  label_en: "Mentors",
};

test("people are counted once, things are added up unless said otherwise", () => {
  expect(classingToSend({ ...named, unit: "persons" })).toEqual({
    ...{ code: "mentors", unit: "persons", nature: "flow", subject: "person", aggregation: "distinct" },
    label: { fr: "Tuteurs", ar: "مؤطرون", en: "Mentors" },
  });
  const things = { ...named, unit: "units", subject: "thing", aggregation: "" };
  expect(classingToSend(things).aggregation).toBe("sum");
  expect(classingToSend({ ...things, aggregation: "distinct" }).aggregation).toBe("distinct");
});

test("a ratio names its two counts and is nobody's, whatever was chosen before", () => {
  const parts = { numerator: "placements", denominator: "job_seekers" };
  const ratio = { ...named, ...parts, unit: "percent", nature: "ratio", subject: "person" };
  expect(classingToSend(ratio)).toMatchObject({
    ...parts,
    ...{ nature: "ratio", subject: "none", aggregation: "ratio", recordedIn: "computed" },
  });
  expect(classingToSend({ ...ratio, nature: "stock" })).not.toHaveProperty("numerator");
});
