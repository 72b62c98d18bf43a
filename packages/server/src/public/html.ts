// Text into markup: everything that is put in is escaped, but for markup that was made here.

export interface Markup {
  readonly markup: string;
}
export type Part = Markup | string | number | null | undefined | false | readonly Part[];

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function written(part: Part): string {
  if (part === null || part === undefined || part === false) return "";
  if (typeof part === "string") return part.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);
  if (typeof part === "number") return String(part);
  if ("markup" in part) return part.markup;
  return part.map(written).join("");
}

/** @example html`<p>${name}</p>` */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { markup: strings.map((text, at) => text + written(parts[at])).join("") };
}
