// Every error is declared once, in its folder's errors.ts, with a stable code, an HTTP status and messages in
// three languages (messages/{fr,ar,en}.json under `error.<name>`).

export type ErrorParams = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** A refusal that a person can act upon. `code` is `<folder>.<name>` and never changes. */
export class DomainError extends Error {
  readonly code: string;
  readonly status: number;
  readonly params: ErrorParams;
  constructor(code: string, status: number, params: ErrorParams) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = "DomainError";
    this.code = code;
    this.status = status;
    this.params = params;
  }
}

export type ErrorMaker = ((params?: ErrorParams) => DomainError) & {
  readonly code: string;
  readonly status: number;
};

/**
 * Declares a folder's errors.
 * @example const errors = defineErrors("agreements", { unknown: 404 }); throw errors.unknown({ reference: "X" });
 */
export function defineErrors<const Names extends Readonly<Record<string, number>>>(
  folder: string,
  statuses: Names,
): { readonly [Name in keyof Names]: ErrorMaker } {
  const makers = Object.entries(statuses).map(([name, status]) => {
    const code = `${folder}.${name}`;
    const make = (params: ErrorParams = {}) => new DomainError(code, status, params);
    return [name, Object.assign(make, { code, status })];
  });
  return Object.fromEntries(makers) as { [Name in keyof Names]: ErrorMaker };
}

export const kernelErrors = defineErrors("kernel", {
  input_invalid: 400,
  text_unstorable: 400,
  text_too_long: 400,
  names_person: 400,
  not_allowed: 403,
  both_sides: 403,
  money_unreadable: 400,
  money_currencies_differ: 400,
  file_unknown: 404,
  migration_changed: 500,
  database_newer: 500,
  act_without_journal: 500,
  edited_meanwhile: 409,
  term_too_early: 409,
  permission_twice: 500,
  permission_unknown: 500,
});
