/** The API's refusal, with its sentence in the reader's language. */
export class Refused extends Error {
  readonly code: string;
  readonly status: number;
  /** What was wrong in which field, where the input was not accepted. */
  readonly fields: readonly { readonly field: string; readonly message: string }[];
  /** The values of its sentence, for a screen that says it otherwise. */
  readonly params: Readonly<Record<string, unknown>>;
  constructor(
    message: string,
    code: string,
    status: number,
    fields: Refused["fields"] = [],
    params: Refused["params"] = {},
  ) {
    super(message);
    this.code = code;
    this.status = status;
    this.fields = fields;
    this.params = params;
  }
}

/** The code of a refusal of what stands in the address, where something is named: an identifier that cannot be one. */
export const misnamed = "address.misnamed";

const unanswered =
  /^(Failed to fetch|NetworkError|Load failed|Importing a module script failed|error loading dynamically|Unable to preload)/u;

/** Whether nobody answered: the server is away, or something between here and it spoke in its place. */
export function isUnanswered(error: unknown): boolean {
  if (error instanceof Refused) return error.code === "http.unexpected" && error.status >= 502;
  // each browser says it in its own words
  return error instanceof Error && unanswered.test(error.message);
}

/** Whether the reader's roles do not reach there: it is no failure, and asking again gives nothing. */
export const isNotAllowed = (error: unknown): boolean => error instanceof Refused && error.status === 403;
