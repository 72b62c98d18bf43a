// How an indicator is counted and added up: what its nature leaves open. Amounts come with the register itself.
export const natures = ["flow", "stock", "ratio"] as const;
export type Nature = (typeof natures)[number];
type Subject = "person" | "thing" | "none";
type Aggregation = "distinct" | "sum" | "last" | "ratio";

export const noClassing = {
  ...{ code: "", label_fr: "", label_ar: "", label_en: "", unit: "", nature: "flow", subject: "person" },
  ...{ aggregation: "distinct", numerator: "", denominator: "" },
};
export type ClassingName = keyof typeof noClassing;
type ClassingTexts = Readonly<Record<ClassingName, string>>;

export const natureOf = ({ nature }: Pick<ClassingTexts, "nature">): Nature =>
  natures.find((one) => one === nature) ?? "flow";

/** Whose number it may be, the usual first. */
export const subjectsOf = (nature: Nature): readonly [Subject, ...Subject[]] =>
  nature === "ratio" ? ["none"] : ["person", "thing"];

/** How numbers of several places and months may make one: a person counts once wherever she stands. */
export function aggregationsOf(nature: Nature, subject: Subject): readonly [Aggregation, ...Aggregation[]] {
  if (nature !== "flow") return nature === "stock" ? ["last"] : ["ratio"];
  return subject === "person" ? ["distinct"] : ["sum", "distinct"];
}

/** As the API takes it: what the nature leaves open as was chosen, the rest as it follows. */
export function classingToSend(values: ClassingTexts) {
  const nature = natureOf(values);
  const subjects = subjectsOf(nature);
  const subject = subjects.find((one) => one === values.subject) ?? subjects[0];
  const ways = aggregationsOf(nature, subject);
  const aggregation = ways.find((one) => one === values.aggregation) ?? ways[0];
  const { label_fr: fr, label_ar: ar, label_en: en, numerator, denominator } = values;
  return {
    ...{ code: values.code.trim(), unit: values.unit, nature, subject, aggregation },
    label: { fr: fr.trim(), ar: ar.trim(), en: en.trim() },
    ...(nature === "ratio" && { recordedIn: "computed" as const, numerator, denominator }),
  };
}
