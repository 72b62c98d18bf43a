// What this folder tells the folders above through the outbox; the object is always the agreement.
export const agreementEvents = [
  "agreements.created",
  "agreements.edited",
  "agreements.state_changed",
  "agreements.text_recorded",
  "agreements.party_added",
  "agreements.party_removed",
  "agreements.approval_recorded",
  "agreements.verification_waived",
  "agreements.signature_recorded",
  "agreements.amended",
  "agreements.linked",
  "agreements.unlinked",
] as const;
