/** The API's refusal, with its sentence in the reader's language. */
export class Refused extends Error {
  readonly code: string;
  readonly status: number;
  /** What was wrong in which field, where the input was not accepted. */
  readonly fields: readonly { readonly field: string; readonly message: string }[];
  constructor(message: string, code: string, status: number, fields: Refused["fields"] = []) {
    super(message);
    this.code = code;
    this.status = status;
    this.fields = fields;
  }
}
