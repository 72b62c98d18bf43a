// Fills a form of the review through its controls: a value with its words, a date in parts, a place by its code, lists.
import type { Locator } from "playwright-core";

type Fields = Readonly<Record<string, unknown>>;

interface Passage {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface Value {
  readonly value: unknown;
  readonly passage: Passage;
  readonly as: string;
  readonly why?: string | null;
}

const isFields = (node: unknown): node is Fields =>
  typeof node === "object" && node !== null && !Array.isArray(node);
const isValue = (node: unknown): node is Value => isFields(node) && "passage" in node && "as" in node;

/** Fills in the form and keeps it; the form is gone once the server has taken it. */
export async function fillAndKeep(form: Locator, value: unknown): Promise<void> {
  const top = form.locator(":scope > [data-field], :scope > .form-value, :scope > .form-optional").first();
  await fillField(top, value);
  await form.locator(":scope > .form-acts button[type=submit]").click();
  await form.waitFor({ state: "detached" }).catch(async (error: unknown) => {
    throw new Error(`${JSON.stringify(value)} was not kept: ${await form.textContent()}`, { cause: error });
  });
}

/** One field, whatever it is made of: `place` is the field itself or what stands around it. */
async function fillField(place: Locator, value: unknown): Promise<void> {
  const field = place.locator("xpath=self::*[@data-field] | .//*[@data-field]").first();
  const kind = await field.getAttribute("data-kind");
  if (kind === "left out") {
    if (value === null || value === undefined) return;
    const part = place.locator("xpath=ancestor-or-self::*[@data-part][1]");
    await field.locator("[data-fill]").click();
    return fillField(part, value);
  }
  if (value === null || value === undefined) return leaveOpen(place, field, kind ?? "");
  if (kind === "record") return fillRecord(field, value as Fields);
  if (kind === "list") return fillList(field, value as readonly unknown[]);
  if (kind === "value") return fillValue(field, value as Value);
  return fillPlain(field, kind ?? "", value);
}

async function leaveOpen(place: Locator, field: Locator, kind: string): Promise<void> {
  const leaveOut = place.locator(".form-leave-out").last();
  if (kind === "record" || kind === "value") {
    if (await leaveOut.count()) await leaveOut.click();
  } else if (kind === "choice") await field.locator("select").selectOption("");
  else if (kind === "territory" || kind === "organisation") {
    const remove = field.locator(".form-chosen button");
    if (await remove.count()) await remove.click();
  } else if (kind !== "list") await field.locator("input, textarea").first().fill("");
}

async function fillRecord(field: Locator, value: Fields): Promise<void> {
  for (const part of await field.locator(":scope > [data-part]").all()) {
    const name = (await part.getAttribute("data-part")) ?? "";
    if (name in value) await fillField(part.locator(":scope > *").first(), value[name]);
  }
}

async function fillList(field: Locator, values: readonly unknown[]): Promise<void> {
  const entries = field.locator(":scope > .form-entry");
  while ((await entries.count()) > 0) await entries.last().locator(":scope > [data-remove]").click();
  for (const value of values) {
    await field.locator(":scope > [data-fill]").click();
    await fillField(entries.last().locator(":scope > *").first(), value);
  }
}

async function fillValue(field: Locator, given: Value): Promise<void> {
  if (!isValue(given)) throw new Error(`no value with its words: ${JSON.stringify(given)}`);
  const { value, passage, as, why } = given;
  const said = field.locator("[data-said-kind]");
  if (await said.count()) await said.selectOption(saidKindOf(value));
  await fillPassage(field.locator(".form-passage"), passage);
  const entry = field.locator("[data-entry]");
  const kind = (await entry.getAttribute("data-entry")) ?? "";
  if (value === null && kind !== "number" && kind !== "money") {
    await field.locator("[data-named]").setChecked(true);
  } else await fillEntry(entry, kind, value);
  await field.locator("[data-how]").selectOption(as);
  if (as === "inferred") await field.locator("[data-why]").fill(why ?? "");
}

function saidKindOf(value: unknown): string {
  if (typeof value === "number") return "number";
  if (!isFields(value)) return "words";
  return "code" in value ? "territory" : "date";
}

/** The words are typed; where they stand several times, the place is chosen. */
async function fillPassage(field: Locator, { start, end, text }: Passage): Promise<void> {
  await field.locator("textarea").fill(text);
  for (let turn = 0; turn < 40; turn += 1) {
    if ((await field.getAttribute("data-passage")) === `${start}-${end}`) return;
    await field.locator("[data-next-place]").click();
  }
  throw new Error(`«${text}» was not found at ${start}`);
}

async function fillEntry(entry: Locator, kind: string, value: unknown): Promise<void> {
  if (kind === "date") return fillDate(entry.locator(".form-date").first(), value as Fields);
  if (kind === "period") {
    const ends = value as Readonly<Record<string, Fields>>;
    for (const end of ["from", "to"]) await fillDate(entry.locator(`[data-end="${end}."]`), ends[end] ?? {});
    return;
  }
  if (kind === "territory") return find(entry, codeOf(value));
  if (kind === "yes") return entry.locator("input").setChecked(value === true);
  if (kind === "months") return entry.locator("input").fill(String((value as { months: number }).months));
  const text = value === null ? "" : String(value);
  if (await entry.locator("select").count()) {
    await entry.locator("select").selectOption(text);
  } else await entry.locator("input").fill(text);
}

const codeOf = (place: unknown) => {
  const { scheme, code } = place as { scheme: string; code: string };
  return `${scheme}:${code}`;
};

async function fillDate(parts: Locator, date: Fields): Promise<void> {
  const text = (part: string) => String(date[part] ?? "");
  for (const part of ["weekday", "month"])
    await parts.locator(`[data-part=${part}]`).selectOption(text(part));
  for (const part of ["day", "year"]) await parts.locator(`[data-part=${part}]`).fill(text(part));
}

/** Something of the register, looked for by its code and chosen among what is found. */
async function find(field: Locator, code: string): Promise<void> {
  await field.locator("input[type=search]").fill(code.split(":").at(-1) ?? code);
  await field.locator(`[data-code="${code}"]`).click();
}

async function fillPlain(field: Locator, kind: string, value: unknown): Promise<void> {
  if (kind === "yes") return field.locator("input").setChecked(value === true);
  if (kind === "territory") return find(field, codeOf(value));
  if (kind === "organisation") return find(field, String(value));
  if (kind === "passage") return fillPassage(field.locator(".form-passage"), value as Passage);
  if (kind === "choice" || kind === "population") {
    await field.locator("select").selectOption(String(value));
  } else await field.locator("input, textarea").first().fill(String(value));
}
