// The one way to the data: the public API, typed from its OpenAPI document.
import createClient from "openapi-fetch";
import { misnamed, Refused } from "./refused.ts";
import type { paths } from "./schema.gen.d.ts";

/** Of a refused request: the parts of its address that name a thing. */
const namedInPath = new WeakMap<Response, readonly string[]>();

export const api = createClient<paths>({ baseUrl: "" });

api.use({
  onRequest({ request }) {
    request.headers.set("accept-language", document.documentElement.lang);
    return request;
  },
  onResponse({ response, params }) {
    if (response.status === 400) namedInPath.set(response, Object.keys(params.path ?? {}));
  },
});

interface Answer<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

/** Whether nothing is wrong but what the address names: no such thing can be there. */
export function isMisnamed(refusal: Refusal | undefined, path: readonly string[] = []): boolean {
  const { code, fields = [] } = refusal ?? {};
  const isOfPath = fields.length > 0 && fields.every(({ field }) => path.includes(field));
  return code === "kernel.input_invalid" && isOfPath;
}

interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly fields?: Refused["fields"];
  readonly params?: Refused["params"];
}

/** The data of an answer. @throws Refused */
export async function given<Data>(asked: Promise<Answer<Data>>): Promise<Data> {
  const { data, error, response } = await asked;
  if (data !== undefined) return data;
  const refusal = (error as { error?: Refusal } | undefined)?.error;
  throw new Refused(
    refusal?.message ?? response.statusText,
    isMisnamed(refusal, namedInPath.get(response)) ? misnamed : (refusal?.code ?? "http.unexpected"),
    response.status,
    refusal?.fields,
    refusal?.params,
  );
}
