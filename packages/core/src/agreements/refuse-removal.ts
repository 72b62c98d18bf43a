import { agreementErrors } from "./errors.ts";
import { isFixed } from "./model.ts";
import type { AgreementRow } from "./store.ts";

/**
 * A wrong party, link, field or aim is taken away as long as no recorded text says it: afterwards an amendment, or a
 * correction of the record, is what changes the file.
 * @throws `agreements.fixed_by_text`
 */
export function refuseRemoval(agreement: AgreementRow): void {
  if (isFixed(agreement)) throw agreementErrors.fixed_by_text({ reference: agreement.reference });
}
