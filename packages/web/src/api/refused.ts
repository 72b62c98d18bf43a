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
