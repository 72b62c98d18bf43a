// Texts that no register can keep: PostgreSQL has no NUL, and half a character is no character in UTF-8.

/** Where such texts stand in what an act was given; field by field, as in `input_invalid`. */
export function unstorableTexts(value: unknown, field: readonly (string | number)[] = []): string[] {
  if (typeof value === "string") return isStorable(value) ? [] : [field.join(".")];
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => unstorableTexts(item, [...field, index]));
  return Object.entries(value).flatMap(([name, inner]) =>
    isStorable(name) ? unstorableTexts(inner, [...field, name]) : [field.join(".")],
  );
}

const isStorable = (text: string) => !text.includes("\u0000") && text.isWellFormed();
