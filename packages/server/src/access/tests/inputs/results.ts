import {
  agreement,
  and,
  commitment,
  day,
  type Input,
  nobody,
  noRows,
  nothing,
  reason,
} from "./about-a-file.ts";

export const inputs: Readonly<Record<string, Input>> = {
  "results.fact": ({ fact }) => ({ fact }),
  "results.facts_of_commitment": commitment,
  "results.margins_of_node": and(agreement, { indicator: "placements" }),
  "results.facts_of_node": and(agreement, { indicator: "placements" }),
  "results.margins_of_commitment": commitment,
  "results.counted_more_than_once": and(agreement, { indicator: "placements" }),
  "results.declarations_of_commitment": commitment,
  "results.record": and(commitment, ({ person }) => ({
    ...{ source: "autre", date: day, subject: { id: person } },
  })),
  "results.correct": ({ fact }) => ({ fact, changes: {}, reason }),
  "results.withdraw": ({ fact }) => ({ fact, reason }),
  "results.verify": ({ fact }) => ({ fact, evidence: 4 }),
  "results.verify_many": ({ fact }) => ({ facts: [fact], evidence: 4, reason }),
  "results.declare": and(commitment, (file) => ({
    ...{ declarant: file.company, period: { from: "2026-03-01", to: "2026-03-02" }, quantity: 1 },
  })),
  "results.import_declarations": noRows,
  "results.import_file": noRows,
  "results.merge_subjects": ({ person }) => ({ subject: person, into: person, reason }),
  "results.split_subjects": ({ person }) => ({ subject: person, reason }),
  "results.move_agreement": and(agreement, { parent: null, reason }),
  "results.erase_subject": () => ({ subject: nobody, decidedOn: day, deadline: day, reason }),
  "results.replay_erasures": () => ({ decisions: [] }),
  "results.verify_ledger": nothing,
};
