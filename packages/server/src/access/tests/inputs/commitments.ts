import { agreement, and, cited, commitment, day, type Input, noRows, reason, space } from "./about-a-file.ts";

export const inputs: Readonly<Record<string, Input>> = {
  "commitments.by_reference": commitment,
  "commitments.of_agreement": agreement,
  "commitments.doubts": () => ({ space }),
  "commitments.promise": and(agreement, { wording: "cent jeunes" }),
  "commitments.announce": and(commitment, cited),
  "commitments.assign_responsibility": and(commitment, { organisation: "AGENCY", task: "accueille" }),
  "commitments.break_down": and(commitment, { parts: [{ sex: "F", quantity: 1 }] }),
  "commitments.set_eligibility": and(commitment, { rules: [] }),
  "commitments.withdraw": and(commitment, { reason }),
  "commitments.edit": and(commitment, { revision: 1, changes: { wording: "cent" } }),
  "commitments.release_responsibility": and(commitment, (file) => ({
    ...{ organisation: file.company, task: "accueille", reason },
  })),
  "commitments.finalise": commitment,
  "commitments.set_target": and(commitment, { quantity: 1, effectiveOn: day }),
  "commitments.amend_target": and(commitment, { amendment: 1, quantity: 1 }),
  "commitments.adopt_announced": and(commitment, { assertion: null, reason }),
  "commitments.import": noRows,
};
