// What a field of the journal goes by. Pure.

const snake = (name: string) => name.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);
/** The last part of a field's path: `target.effectiveFrom` → `effective_from`; an id goes by what it names. */
export const lastOf = (field: string) =>
  snake(field.slice(field.lastIndexOf(".") + 1)).replace(/_id(s?)$/u, "$1");
