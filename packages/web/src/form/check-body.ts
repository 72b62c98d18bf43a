// What the API's document asks of a field, asked already when the field is left.

/** Of one field: what the API's document says about it (bodies.gen.json). */
export interface FieldRule {
  readonly type?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly needed?: boolean;
}
export type BodyRules = Readonly<Record<string, FieldRule>>;

/** A sentence of `form.fault.…` with its values. */
export interface Fault {
  readonly id: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** What is wrong with the text of a field, or null. */
export function faultOfText(rule: FieldRule | undefined, given: string): Fault | null {
  const text = given.trim();
  if (rule === undefined) return null;
  if (text === "") return rule.needed ? { id: "form.fault.needed" } : null;
  if (rule.type === "integer" || rule.type === "number") return faultOfNumber(rule, text);
  return faultOfWords(rule, text);
}

function faultOfWords(rule: FieldRule, text: string): Fault | null {
  if (rule.minLength !== undefined && text.length < rule.minLength)
    return { id: "form.fault.short", values: { least: rule.minLength } };
  if (rule.maxLength !== undefined && text.length > rule.maxLength)
    return { id: "form.fault.long", values: { most: rule.maxLength } };
  if (rule.format === "date" && !isDay(text)) return { id: "form.fault.date" };
  if (rule.pattern !== undefined && !new RegExp(rule.pattern, "u").test(text))
    return { id: "form.fault.shape" };
  return null;
}

const isDay = (text: string) =>
  /^\d{4}-\d{2}-\d{2}$/u.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true;

function faultOfNumber(rule: FieldRule, text: string): Fault | null {
  const bare = text.replace(/[\s\u00a0\u202f]/gu, "");
  if (!/^-?\d+$/u.test(bare)) return { id: "form.fault.number" };
  const { minimum, maximum } = rule;
  if (minimum !== undefined && Number(bare) < minimum)
    return { id: "form.fault.least", values: { least: minimum } };
  if (maximum !== undefined && Number(bare) > maximum)
    return { id: "form.fault.most", values: { most: maximum } };
  return null;
}
