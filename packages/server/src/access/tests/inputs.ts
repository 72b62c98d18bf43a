// For each act and query an input about one agreement's file, so that the same call can be made here and there.
import { createFindings } from "@iltizam/core/sheets";
import type { TwoAgreement } from "@iltizam/testkit/two-of-each";

export type Ids = (name: string) => string;
export type Input = (file: TwoAgreement, id: Ids) => object;

const space = "simulated";
const day = "2026-02-20";
const reason = "pour le test";
const nobody = "00000000-0000-4000-8000-000000000000";
const words = { fr: "texte", ar: "نص", en: "text" };
const document = { number: "TT000001" };

const agreement: Input = ({ reference }) => ({ agreement: reference });
const step: Input = ({ reference }) => ({ agreement: reference, reason });
const commitment: Input = (file) => ({ commitment: file.commitment });
const event: Input = (file) => ({ event: file.event });
const company: Input = (file) => ({ organisation: file.company });
const money: Input = ({ contribution }) => ({ contribution, amount: "1.00", on: day });
const created: Input = ({ company: leadOrganisation, region }, id) => ({
  ...{ space, title: "Nouvelle", leadOrganisation, territoryId: id(region) },
});
const nothing: Input = () => ({});
const noRows: Input = () => ({
  ...{ space, source: "test", dryRun: false, partial: false },
  file: {
    ...{
      path: "/dev/null",
      facts: { name: "f.csv", hash: "0".repeat(64) },
      findings: createFindings(),
      columns: [],
    },
    async *rows() {},
  },
});
/** An input with more fields. */
const and =
  (base: Input, more: object | Input): Input =>
  (file, id) => ({ ...base(file, id), ...(typeof more === "function" ? more(file, id) : more) });
const otherOfRegion: Input = ({ reference, region }) => ({
  ...{
    from: reference,
    to: `${reference.startsWith("ALFA") ? "BETA" : "ALFA"}-${region}`,
    kind: "refers_to",
  },
});
const cited: Input = ({ assertion }) => ({ assertions: [{ assertion, field: "name" }] });
const request: Input = () => ({ number: "D-2026-9999" });
const complaint: Input = () => ({ number: "C-2026-9999" });
const processingOfTests = {
  ...{ code: "follow_up", label: words, purpose: words, ground: "consent", groundText: words },
  ...{ persons: words, recipients: words, data: [{ field: "contact", months: 18, after: "last_fact" }] },
  cndp: { kind: "declaration", reference: null, on: null },
};
const indicator = {
  ...{ code: "internships", label: words, unit: "persons", nature: "flow", subject: "person" },
  ...{ aggregation: "distinct", effectiveFrom: day, definition: words, reason },
};

export const inputs: Readonly<Record<string, Input>> = {
  "agreements.get": agreement,
  "agreements.tree": agreement,
  "agreements.history": agreement,
  "agreements.next": agreement,
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
  "agreements.record_approval": and(agreement, {
    ...{ kind: "visa", organisation: "AGENCY", number: "9", decidedOn: day },
  }),
  "agreements.report_signature": and(agreement, (file) => ({ documentId: file.document })),
  "agreements.record_signature": and(agreement, (file) => ({
    ...{ organisation: file.company, officeHolderId: file.signatory, capacity: "gérante", signedOn: day },
  })),
  "agreements.record_text": and(agreement, (file) => ({ documentId: file.document })),
  "agreements.import": noRows,

  "commitments.by_reference": commitment,
  "commitments.of_agreement": agreement,
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

  "funding.of_agreement": agreement,
  "funding.pledge": and(agreement, { role: "total", amount: "1.00", currency: "MAD", basis: "announced" }),
  "funding.amend_contribution": ({ contribution }) => ({ contribution, amendment: 2, amount: "1.00" }),
  "funding.cite": ({ contribution, assertion }) => ({ contribution, assertions: [{ assertion }] }),
  "funding.call_funds": money,
  "funding.pay": money,
  "funding.justify": money,
  "funding.import": noRows,

  "meetings.event": event,
  "meetings.of_agreement": agreement,
  "meetings.hold_event": ({ reference, region }, id) => ({
    ...{ space, reference: `FORUM-${reference}`, kind: "forum", territoryId: id(region) },
  }),
  "meetings.add_part": and(event, { kind: "visit" }),
  "meetings.cite_event": and(event, cited),
  "meetings.complete_event": and(event, { placeText: "salle 2" }),
  "meetings.concern_agreement": and(event, ({ reference }) => ({
    ...{ agreement: reference, relation: "decided_at" },
  })),
  "meetings.done": and(event, { decision: 1, on: day }),
  "meetings.name_topic": and(event, { kind: "topic", label: "suite" }),
  "meetings.record_decision": and(event, { decision: "écrire" }),
  "meetings.register_attendance": and(event, { role: "guest", category: "experts" }),

  "needs.figures": and(agreement, { space }),
  "needs.state_figure": and(agreement, { space, kind: "need", quantity: 1 }),

  "translations.list": nothing,
  "translations.review": () => ({
    ...{ kind: "term", key: "34", field: "label", content: "خلاصة القرارات" },
  }),
  "organisations.get": company,
  "organisations.list": () => ({ space }),
  "organisations.focal_points": company,
  "organisations.add_focal_point": and(company, { function: "DG", mail: "dg@exemple.test" }),
  "organisations.say_name": and(company, { language: "ar", name: "اسم", reviewed: false }),
  "organisations.add_alias": and(company, { name: "A", language: "fr" }),
  "organisations.name_office_holder": and(company, { name: null, function: "chef" }),
  "organisations.open_service_point": and(company, { kind: "agency", name: "Local" }),
  "organisations.rename": and(company, { name: "Nouveau nom", from: day }),
  "organisations.relate": ({ company: from }) => ({ from, to: "AGENCY", kind: "client_of" }),
  "organisations.register": ({ region }, id) => ({
    ...{ space, kind: "ngo", name: "Neuve", territoryId: id(region) },
  }),
  "organisations.verify": and(company, { outcome: "refused", points: [] }),
  "organisations.import": noRows,

  "people.find": () => ({ space, document }),
  "people.register": () => ({ space, document: { number: "TT999999" }, person: { name: "X" } }),
  "people.update": ({ person }) => ({ subject: person, fields: { name: "Y" }, reason }),
  "people.give_consent": ({ person }) => ({
    ...{ subject: person, processing: "follow_up", language: "ar", givenOn: day },
  }),
  "people.withdraw_consent": ({ person }) => ({ subject: person, processing: "follow_up" }),
  "people.unmask": ({ person }) => ({
    subject: person,
    processing: "control",
    reason: "pour le test des droits",
  }),
  "people.unmaskings": nothing,
  "people.processings": nothing,
  "people.consent_wordings": () => ({ processing: "follow_up" }),
  "people.keep_processing": () => ({ processing: processingOfTests, reason }),
  "people.word_consent": () => ({
    ...{
      processing: "follow_up",
      from: day,
      fr: "Acceptez-vous d'être appelée ?",
      ar: "هل تقبلون أن نتصل بكم هاتفيا؟",
    },
  }),
  "people.forget_contact": ({ person }) => ({ subject: person, reason }),

  "dossiers.look_up": () => ({ space, document }),
  "dossiers.receive_request": () => ({
    ...{ space, kind: "access", language: "ar", channel: "counter", text: "ما تحتفظون به عني" },
  }),
  "dossiers.requests": () => ({ space }),
  "dossiers.request": request,
  "dossiers.identify_requester": and(request, { document }),
  "dossiers.decide_request": and(request, { decision: "refused", reason }),
  "dossiers.complete_request": request,
  "dossiers.copy_held": request,
  "dossiers.due": nothing,
  "dossiers.deadlines": nothing,
  "dossiers.set_deadline": () => ({ kind: "access", days: 20, from: day, source: "décision" }),
  "dossiers.decide_deletion": () => ({
    ...{ items: [{ kind: "request", object: "D-2026-9999" }], decision: "delete", reason },
  }),

  "complaints.lodge": () => ({ language: "fr", what: "On m'a demandé 300 DH." }),
  "complaints.follow": () => ({ receipt: "0000-0000-0000" }),
  "complaints.add": () => ({ receipt: "0000-0000-0000", text: "encore" }),
  "complaints.list": nothing,
  "complaints.open": complaint,
  "complaints.answer": and(complaint, { text: "une réponse" }),
  "complaints.forget": and(complaint, { reason }),

  "audit.journal": ({ id }) => ({ object: id }),
  "audit.export_journal": ({ id }) => ({ object: id, format: "csv" }),

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

  "sources.documents": () => ({ space }),
  "sources.document": (file) => ({ document: file.document }),
  "sources.doubts": ({ id }) => ({ object: id }),
  "sources.decisions": ({ commitmentId }) => ({ objectKind: "commitment", object: commitmentId }),
  "sources.keep_document": ({ reference }) => ({
    ...{ space, kind: "minutes", title: "Note", language: "fr", text: `Note ${reference}` },
    fileBase64: Buffer.from(`Note ${reference}`).toString("base64"),
  }),
  "sources.quote_passage": (file) => ({ documentId: file.document, start: 0, end: 2, content: "Te" }),
  "sources.assert_value": (file) => ({
    ...{ documentId: file.document, passageId: file.passage, topic: "count", quantity: 1, how: "literal" },
  }),
  "sources.raise_doubt": ({ id }) => ({
    ...{ space, objectKind: "agreement", objectId: id, about: "nombre", readings: ["un", "deux"] },
  }),
  "sources.adopt_reading": ({ commitmentId }) => ({
    ...{ space, objectKind: "commitment", objectId: commitmentId, assertionId: null, reason },
  }),

  "standings.table": and(agreement, { space }),
  "standings.of_territories": () => ({ space }),
  "standings.by-lateness": () => ({ space }),
  "standings.members": company,
  "standings.lines": ({ reference }) => ({ agreements: [reference] }),

  "access.of": () => ({ grants: ["R5@organisation=ALFA"] }),
  "access.list_roles": nothing,

  "territory.tree": nothing,
  "territory.shapes": () => ({ space }),
  "territory.search": () => ({ text: "N" }),
  "territory.detail": ({ region }) => ({ space, scheme: "test", code: region }),
  "territory.load": () => ({ space: "real" }),
  "territory.add": () => ({ space, scheme: "test", code: "XX", kind: "abroad", name: { fr: "X", ar: "س" } }),

  "vocabulary.indicators": nothing,
  "vocabulary.indicator": () => ({ code: "placements" }),
  "vocabulary.populations": nothing,
  "vocabulary.classification": () => ({ scheme: "units" }),
  "vocabulary.measures": nothing,
  "vocabulary.glossary": nothing,
  "vocabulary.load": nothing,
  "vocabulary.add_indicator": () => indicator,
  "vocabulary.define_indicator": () => ({
    ...{ code: "placements", effectiveFrom: day, definition: words, reason },
  }),
  "vocabulary.set_measure": () => ({
    ...{
      measure: "IDMAJ",
      setting: "rate",
      value: "1",
      unit: "months",
      from: day,
      source: "loi",
      confidence: "official_text",
    },
  }),
};
