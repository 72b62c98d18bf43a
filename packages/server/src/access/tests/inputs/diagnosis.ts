import { agreement, and, day, type Input, reason, space } from "./about-a-file.ts";

const diagnosis: Input = (file) => ({ diagnosis: file.diagnosis });
const head = { title: "Diagnostic", method: "ateliers" };
const answer = "une réponse pour tous";

export const inputs: Readonly<Record<string, Input>> = {
  "diagnosis.in_full": diagnosis,
  "diagnosis.of_agreement": agreement,
  "diagnosis.list": () => ({ space }),
  "diagnosis.begin": ({ region }, id) => ({ ...head, space, territoryId: id(region) }),
  "diagnosis.revise": and(diagnosis, { ...head, revision: 1 }),
  "diagnosis.go_on": and(diagnosis, { step: "listen" }),
  "diagnosis.go_back": and(diagnosis, { reason }),
  "diagnosis.end": diagnosis,
  "diagnosis.abandon": and(diagnosis, { reason }),
  "diagnosis.bring_in": and(diagnosis, { organisation: "FED", role: "takes_part" }),
  "diagnosis.leave_out": and(diagnosis, (file) => ({ organisation: file.company, reason })),
  "diagnosis.plan_workshop": and(diagnosis, { kind: "workshop", title: "Atelier", on: day }),
  "diagnosis.hold_workshop": and(diagnosis, {
    ...{ workshop: 1, on: day },
    attendance: [{ sex: "F", ageBand: "15-24", headcount: 9 }],
  }),
  "diagnosis.drop_workshop": and(diagnosis, { workshop: 1, reason }),
  "diagnosis.record_finding": and(diagnosis, {
    words: "le car ne passe plus",
    topic: "transport",
    workshop: 1,
  }),
  "diagnosis.remove_finding": and(diagnosis, { finding: 1, reason }),
  "diagnosis.merge_findings": and(diagnosis, { findings: [1] }),
  "diagnosis.separate_findings": and(diagnosis, { merged: 1, reason }),
  "diagnosis.set_ranking": and(diagnosis, { kind: "votes", words: "une voix" }),
  "diagnosis.mark": and(diagnosis, { workshop: 1, marks: [{ merged: 1, mark: 3 }] }),
  "diagnosis.propose_action": and(diagnosis, { words: "ouvrir une ligne", answers: [1] }),
  "diagnosis.retain_action": and(diagnosis, ({ commitment }) => ({ action: 1, commitment })),
  "diagnosis.reject_action": and(diagnosis, { action: 1, answer }),
  "diagnosis.reconsider_action": and(diagnosis, { action: 1, reason }),
};
