// The one way to the data: the public API, typed from its OpenAPI document.
import createClient from "openapi-fetch";
import { noAnswer, Refused } from "./refused.ts";
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

let silence = "";

/** The sentence for what the API could not say itself: nothing answered, or something else did in its place. */
export const sayOfSilence = (sentence: string): void => {
  silence = sentence;
};

/** A browser tells in its own language, and as it likes, that nobody answers. */
function unanswered(cause: unknown): never {
  if (!(cause instanceof TypeError)) throw cause;
  throw new Refused(silence, noAnswer, 503);
}

/** The data of an answer. @throws Refused */
export async function given<Data>(asked: Promise<Answer<Data>>): Promise<Data> {
  const { data, error, response } = await asked.catch(unanswered);
  if (data !== undefined) return data;
  const refusal = (error as { error?: Refusal } | undefined)?.error;
  throw new Refused(
    refusal?.message ?? silence,
    refusal?.code ?? "http.unexpected",
    response.status,
    refusal?.fields,
    refusal?.params,
  );
}
