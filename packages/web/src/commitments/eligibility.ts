// Who may be counted, as the texts of a form and as the rules of the register.
import type { Commitment } from "../api/read.ts";
import { codesOf, type Texts, wholeNumber } from "../form/texts.ts";
import type { Faults } from "../form/use-form.ts";

export const ruleNames = [
  "residence",
  "age_from",
  "age_to",
  "sex",
  "milieu",
  "population",
  "education_from",
  "education_to",
] as const;
export type RuleName = (typeof ruleNames)[number];

/** `idOf`: the id of a place by its code. A second residence is kept with the first, by a blank between them. */
export function textsOfRules({ eligibility }: Commitment, idOf: (code: string) => string): Texts<RuleName> {
  const texts = ruleNames.map((name) => {
    const values = eligibility.filter(({ rule }) => rule === name).map(({ value }) => value);
    const known =
      name === "residence" ? values.map((value) => idOf(value.slice(value.indexOf(":") + 1))) : values;
    return [name, known.join(" ")];
  });
  return Object.fromEntries(texts) as Texts<RuleName>;
}

export function rulesOf(values: Texts<RuleName>) {
  return ruleNames.flatMap((rule) => codesOf(values[rule]).map((value) => ({ rule, value })));
}

export function checkRules({ age_from, age_to }: Texts<RuleName>): Faults<RuleName> {
  const [from, to] = [wholeNumber(age_from), wholeNumber(age_to)];
  return {
    ...(age_from.trim() !== "" && from === null && { age_from: { id: "form.fault.number" } }),
    ...(age_to.trim() !== "" && to === null && { age_to: { id: "form.fault.number" } }),
    ...(from !== null && to !== null && to < from && { age_to: { id: "form.fault.order" } }),
  };
}
