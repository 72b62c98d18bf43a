import { describe, expect, it } from "vitest";
import { messages } from "./messages.ts";
import { json, messages as texts } from "./sample-files.ts";
import { type Changes, found, said } from "./sample-house.ts";

const place = "packages/core/src/kernel";
const use = 'export const key = "greeting";\n';
/** A catalogue with one key that the code asks for. */
const greeting = (fr: string, ar: string, en: string): Changes => ({
  ...texts(place, { fr: { greeting: fr }, ar: { greeting: ar }, en: { greeting: en } }),
  [`${place}/greet.ts`]: use,
});

describe("three languages", () => {
  it("accepts a text in each", async () => {
    expect(await found(messages, greeting("Bonjour {name}", "مرحبا {name}", "Hello {name}"))).toEqual([]);
  });

  it("misses a file", async () => {
    expect(await found(messages, { [`${place}/messages/ar.json`]: null })).toEqual([
      `${place}/messages:1 messages/file`,
    ]);
  });

  it("misses a key, and an empty text", async () => {
    const changes = {
      ...texts(place, {
        fr: { greeting: "Bonjour", bye: " " },
        ar: { bye: "وداعا" },
        en: { greeting: "Hello", bye: "Bye" },
      }),
      [`${place}/greet.ts`]: `${use}export const other = "bye";\n`,
    };
    expect(await found(messages, changes)).toEqual([
      `${place}/messages/ar.json:1 messages/missing`,
      `${place}/messages/fr.json:3 messages/missing`,
    ]);
  });

  it("refuses Arabic without an Arabic letter, unless the key is listed beside", async () => {
    const changes = greeting("{a} MAD", "{a} MAD", "{a} MAD");
    const listed = { [`${place}/messages/exempt.json`]: json(["greeting"]) };
    expect(await found(messages, changes)).toEqual([`${place}/messages/ar.json:2 messages/arabic`]);
    expect(await found(messages, { ...changes, ...listed })).toEqual([]);
    expect(await found(messages, { ...greeting("Bonjour", "مرحبا", "Hello"), ...listed })).toEqual([
      `${place}/messages/ar.json:2 messages/exempt`,
    ]);
    expect(await found(messages, listed)).toEqual([`${place}/messages/exempt.json:1 messages/exempt`]);
  });
});

describe("ICU", () => {
  it("refuses a text that cannot be read", async () => {
    expect(await found(messages, greeting("Bonjour {name", "مرحبا {name}", "Hello {name}"))).toEqual([
      `${place}/messages/fr.json:2 messages/icu`,
    ]);
  });

  it("refuses placeholders that differ, tags included", async () => {
    const changes = greeting("Bonjour {nom}", "مرحبا {name}", "Hello <b>{name}</b>");
    expect(await said(messages, changes)).toEqual([
      "greeting: lacks name, <b>, which another language has; the three ask for the same",
      "greeting: lacks nom, <b>, which another language has; the three ask for the same",
      "greeting: lacks nom, which another language has; the three ask for the same",
    ]);
  });

  it("wants the six forms of Arabic", async () => {
    const other = "{n, plural, one {#} other {#}}";
    const forms =
      "{n, plural, zero {لا نتيجة} one {نتيجة} two {نتيجتان} few {# نتائج} many {# نتيجة} other {# نتيجة}}";
    expect(await found(messages, greeting(other, forms, other))).toEqual([]);
    expect(await said(messages, greeting(other, "{n, plural, one {نتيجة} other {# نتيجة}}", other))).toEqual([
      "greeting: {n} lacks zero, two, few, many; Arabic has six forms",
    ]);
  });
});

describe("use", () => {
  it("refuses a key that nothing asks for, and accepts one that a template makes", async () => {
    const changes = texts(place, {
      fr: { "state.open": "ouvert" },
      ar: { "state.open": "مفتوح" },
      en: { "state.open": "open" },
    });
    expect(await found(messages, changes)).toEqual([`${place}/messages/en.json:2 messages/unused`]);
    const template = {
      [`${place}/state.ts`]: `export const label = (state: string) => \`state.\${state}\`;\n`,
    };
    expect(await found(messages, { ...changes, ...template })).toEqual([]);
  });

  it("misses the text of a declared error", async () => {
    const file = "packages/core/src/agreements/errors.ts";
    const text = `import { defineErrors } from "../kernel/index.ts";\nexport const agreementErrors = defineErrors("agreements", {\n  unknown: 404,\n  closed: 409,\n});\n`;
    expect(await found(messages, { [file]: text })).toEqual([`${file}:4 messages/missing`]);
  });

  it("misses a key that the code asks for", async () => {
    const text =
      'declare function message(...words: unknown[]): string;\nexport const a = message("fr", "kernel", "gone");\n';
    expect(await found(messages, { [`${place}/say.ts`]: text })).toEqual([
      `${place}/say.ts:2 messages/missing`,
    ]);
  });

  it("misses a value that the text needs", async () => {
    const file = "packages/core/src/agreements/close.ts";
    const text =
      'import { agreementErrors } from "./errors.ts";\nexport const a = () => agreementErrors.unknown({ id: 1 });\n';
    expect(await found(messages, { [file]: text })).toEqual([`${file}:2 messages/values`]);
    expect(await said(messages, { [file]: text })).toEqual(["error.unknown needs reference; pass it here"]);
  });

  it("reads what the web application asks for", async () => {
    const web = "packages/web/src/agreements";
    const page =
      'export const page = <FormattedMessage id="gone" />;\nexport const title = t("title", {});\n';
    const changes = {
      ...texts(web, { fr: { title: "Titre {n}" }, ar: { title: "العنوان {n}" }, en: { title: "Title {n}" } }),
      [`${web}/page.tsx`]: page,
    };
    expect(await found(messages, changes)).toEqual([
      `${web}/page.tsx:1 messages/missing`,
      `${web}/page.tsx:2 messages/values`,
    ]);
  });

  it("reads the ids that a question of a form is given", async () => {
    const web = "packages/web/src/agreements";
    const changes = {
      ...texts(web, { fr: { title: "Titre {n}" }, ar: { title: "العنوان {n}" }, en: { title: "Title {n}" } }),
      [`${web}/page.tsx`]: 'export const page = <AskText form={form} label="gone" why="title" />;\n',
    };
    expect(await said(messages, changes)).toEqual([
      "gone: asked for here, in no catalogue",
      "title needs n; pass it here",
    ]);
  });
});
