// The one way to the data: the public API, typed from its OpenAPI document.
import createClient from "openapi-fetch";
import { Refused } from "./refused.ts";
import type { paths } from "./schema.gen.d.ts";

export const api = createClient<paths>({ baseUrl: "" });

api.use({
  onRequest({ request }) {
    request.headers.set("accept-language", document.documentElement.lang);
    return request;
  },
});

interface Answer<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
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
    refusal?.code ?? "http.unexpected",
    response.status,
    refusal?.fields,
    refusal?.params,
  );
}
