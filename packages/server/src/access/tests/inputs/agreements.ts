import {
  agreement,
  and,
  day,
  type Input,
  nobody,
  noRows,
  nothing,
  pdf,
  reason,
  space,
} from "./about-a-file.ts";

const step: Input = ({ reference }) => ({ agreement: reference, reason });
const created: Input = ({ company: leadOrganisation, region }, id) => ({
  ...{ space, title: "Nouvelle", leadOrganisation, territoryId: id(region) },
});
const otherOfRegion: Input = ({ reference, region }) => ({
  ...{
    from: reference,
    to: `${reference.startsWith("ALFA") ? "BETA" : "ALFA"}-${region}`,
    kind: "refers_to",
  },
});

export const inputs: Readonly<Record<string, Input>> = {
  "agreements.get": agreement,
  "agreements.tree": agreement,
  "agreements.history": agreement,
  "agreements.next": agreement,
  "agreements.own_rights": agreement,
  "agreements.list": () => ({ space }),
  "agreements.say_title": and(agreement, { language: "ar", title: "عنوان", reviewed: false }),
  "agreements.board": () => ({ space }),
  "agreements.open_lead": created,
  "agreements.draft": created,
  "agreements.register_legacy": created,
  "agreements.start_drafting": step,
  "agreements.submit_for_verification": step,
  "agreements.send_back": step,
  "agreements.approve": step,
  "agreements.sign": step,
  "agreements.put_in_force": step,
  "agreements.suspend": step,
  "agreements.resume": step,
  "agreements.start_closing": step,
  "agreements.close": step,
  "agreements.renew": step,
  "agreements.terminate": step,
  "agreements.add_field": and(agreement, { kind: "tag", code: "b" }),
  "agreements.add_party": and(agreement, { organisation: "AGENCY", role: "partner" }),
  "agreements.attach_assertion": and(agreement, ({ assertion }) => ({
    attachments: [{ field: "purpose", assertionId: assertion }],
  })),
  "agreements.edit": and(agreement, { revision: 1, changes: { titleEn: "x" } }),
  "agreements.link": otherOfRegion,
  "agreements.set_next_action": and(agreement, { nextAction: "appeler", on: null }),
  "agreements.state_orientation": and(agreement, { kind: "synergy", wording: "x", authorText: "x" }),
  "agreements.remove_party": and(agreement, { partyId: nobody, reason }),
  "agreements.remove_link": (file, id) => ({ ...otherOfRegion(file, id), reason }),
  "agreements.remove_field": and(agreement, { kind: "tag", code: "emploi", reason }),
  "agreements.remove_orientation": and(agreement, { orientationId: nobody, reason }),
  "agreements.amend": and(step, { type: "duration", effectiveOn: day, clause: "art. 2" }),
  "agreements.waive_verification": and(agreement, (file) => ({
    ...{ organisation: file.company, reason: "urgence constatée par le directeur" },
  })),
  "agreements.record_approval": and(agreement, {
    ...{ kind: "visa", organisation: "AGENCY", number: "9", decidedOn: day },
  }),
  "agreements.record_sitting": ({ reference }) => ({
    ...{ space, kind: "visa", organisation: "AGENCY", heldOn: day, label: "session du jour" },
    decided: [{ agreement: reference, number: "10" }],
  }),
  "agreements.signature_provider": nothing,
  "agreements.sitting": ({ sitting }) => ({ sitting }),
  "agreements.report_signature": and(agreement, (file) => ({ documentId: file.document })),
  "agreements.record_signature": and(agreement, (file) => ({
    ...{ organisation: file.company, officeHolderId: file.signatory, capacity: "gérante", signedOn: day },
  })),
  "agreements.scan_signature": and(agreement, ({ signature }) => ({ signature, scan: pdf })),
  "agreements.open_signature_scan": and(agreement, ({ signature }) => ({ signature })),
  "agreements.record_text": and(agreement, (file) => ({ documentId: file.document })),
  "agreements.import": noRows,
};
