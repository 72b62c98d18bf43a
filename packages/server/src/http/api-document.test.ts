import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { apiDocument } from "./api-document.ts";
import { gatherCore } from "./gather-core.ts";

type OpenApi = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
};

describe("the API's document", () => {
  test("holds every route of the core's folders", async () => {
    const document = (await apiDocument()) as OpenApi;
    const { routes } = await gatherCore();
    const missing = routes.filter(({ route }) => {
      const path = `/api/v1${route.path.replace(/:([^/]+)/g, "{$1}")}`;
      return document.paths[path]?.[route.method.toLowerCase()] === undefined;
    });
    expect(routes.length).toBeGreaterThan(0);
    expect(missing.map(({ route }) => `${route.method} ${route.path}`)).toEqual([]);
  });

  test("holds no reference that leads nowhere", async () => {
    const document = (await apiDocument()) as OpenApi;
    const text = JSON.stringify(document);
    const pointed = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(
      ([, name]) => name ?? "",
    );
    expect(pointed.filter((name) => !(name in document.components.schemas))).toEqual([]);
    expect(text).not.toContain("$defs");
  });

  test("is the one that the web application's types are made from (else: npm run describe-api -w packages/web)", async () => {
    const kept = new URL("../../../web/src/api/openapi.json", import.meta.url);
    expect(JSON.parse(readFileSync(kept, "utf8"))).toEqual(JSON.parse(JSON.stringify(await apiDocument())));
  });
});
