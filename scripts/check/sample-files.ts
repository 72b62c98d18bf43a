/** The files of a small house in which every rule is kept: two folders of core, a server, and nothing else. */
export const sampleFiles: Readonly<Record<string, string>> = {
  ".gitignore": "node_modules/\n",
  "tsconfig.json": json({
    compilerOptions: {
      target: "ES2024",
      lib: ["ES2024"],
      module: "NodeNext",
      types: [],
      strict: true,
      allowImportingTsExtensions: true,
      noEmit: true,
    },
    include: ["packages/*/src"],
  }),
  "biome.json": json({
    files: { includes: ["packages/**/*.ts"] },
    formatter: { indentStyle: "space", lineWidth: 110 },
    json: { formatter: { enabled: false } },
    linter: { rules: { suspicious: { noExplicitAny: "error" } } },
  }),
  "package.json": json({ name: "house", type: "module", private: true }),
  "packages/core/package.json": json({
    name: "@iltizam/core",
    type: "module",
    exports: { "./*": "./src/*/index.ts" },
  }),
  "packages/core/floors.json": json({ floors: [["kernel"], ["sources", "territory"], ["agreements"]] }),

  "packages/core/src/kernel/README.md": "# kernel\n",
  "packages/core/src/kernel/index.ts": 'export * from "./act.ts";\nexport * from "./journal.ts";\n',
  "packages/core/src/kernel/act.ts": `export type Fields = Readonly<Record<string, unknown>>;

export const defineAct = (fields: Fields) => fields;
export const defineRoutes = (routes: readonly Fields[]) => routes;
export const defineErrors = <Names extends Record<string, number>>(_folder: string, names: Names) =>
  Object.fromEntries(Object.keys(names).map((name) => [name, (_values?: Fields) => new Error(name)])) as {
    [Name in keyof Names]: (values?: Fields) => Error;
  };
export const sql = (parts: TemplateStringsArray, ...values: unknown[]) => ({ parts, values });
`,
  "packages/core/src/kernel/journal.ts": `import { sql } from "./act.ts";

export const writeJournal = (act: string) => sql\`insert into journal (act) values (\${act})\`;
`,
  "packages/core/src/kernel/migrations/0001_kernel.sql": `create table journal (act text not null);
select guard_growing_table('journal');
`,
  ...messages("packages/core/src/kernel", { fr: {}, ar: {}, en: {} }),

  "packages/core/src/agreements/README.md": "# agreements\n",
  "packages/core/src/agreements/index.ts": `export * from "./permissions.ts";
export * from "./routes.ts";
export * from "./sign.ts";
`,
  "packages/core/src/agreements/errors.ts": `import { defineErrors } from "../kernel/index.ts";

export const agreementErrors = defineErrors("agreements", { unknown: 404 });
`,
  "packages/core/src/agreements/sign.ts": `import { defineAct, sql } from "../kernel/index.ts";
import { agreementErrors } from "./errors.ts";

export const sign = defineAct({
  name: "agreements.sign",
  permission: "agreements.sign",
  input: { reference: "text" },
  run: (reference: string) => {
    if (reference === "") throw agreementErrors.unknown({ reference });
    return sql\`update agreements set state = 'signed' where reference = \${reference}\`;
  },
});
`,
  "packages/core/src/agreements/permissions.ts": `export const permissions = { "agreements.sign": ["R4"] } as const;
`,
  "packages/core/src/agreements/routes.ts": `import { defineRoutes } from "../kernel/index.ts";
import { sign } from "./sign.ts";

export const routes = defineRoutes([{ method: "POST", path: "/agreements/:reference/signature", act: sign }]);
`,
  "packages/core/src/agreements/sign.access.test.ts": `import { sign } from "./sign.ts";

export const tested = [sign];
`,
  "packages/core/src/agreements/migrations/0001_agreements.sql": `create table agreements (
  reference text primary key,
  state text not null
);
select guard_table('agreements');
`,
  ...messages("packages/core/src/agreements", {
    fr: { "error.unknown": "Aucune convention ne porte la référence {reference}." },
    ar: { "error.unknown": "لا توجد أي اتفاقية تحت المرجع {reference}." },
    en: { "error.unknown": "No agreement bears the reference {reference}." },
  }),

  "packages/server/package.json": json({
    name: "@iltizam/server",
    type: "module",
    exports: "./src/index.ts",
  }),
  "packages/server/src/index.ts": `import { routes } from "@iltizam/core/agreements";

export const count = routes.length;
`,
};

export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

type Texts = Readonly<Record<string, string>>;

/** The three message files of a folder. */
export function messages(place: string, texts: { fr: Texts; ar: Texts; en: Texts }): Record<string, string> {
  const entries = Object.entries(texts).map(([language, of]) => [
    `${place}/messages/${language}.json`,
    json(of),
  ]);
  return Object.fromEntries(entries);
}
