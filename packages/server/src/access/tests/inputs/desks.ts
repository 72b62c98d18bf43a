// For each act and query of accounts, requests and texts under review an input about one agreement's desk.
import { noDecisions } from "@iltizam/core/drafts";

import { type Input, nobody, nothing, reason } from "./about-a-file.ts";

const password = "un figuier devant la gare";
const token = "x".repeat(43);
const from = { address: "203.0.113.7", device: "essai" };
const somebody = { mail: "neuve@exemple.test", name: "Neuve" };

const account: Input = (file) => ({ user: file.account });
const accountWhy: Input = (file) => ({ user: file.account, reason });
const intake: Input = (file) => ({ intake: file.intake, revision: 1 });
const text = "Rien n'est promis.";
const emptyDraft = {
  ...{ format: "iltizam-draft/1", event: null, frameworks: [], instruments: [], otherFigures: [] },
  source: {
    ...{ file: "rien.txt", language: "fr", publishedOn: null, text },
    sha256: "fcf55b6c73d88e78bd5068900297f2e65166f60f77c458b008c6aa5d8e932702",
  },
  ...{ shared: { amounts: [], targets: [] }, orientations: [], attendees: [], doubts: [] },
};
const emptyReview = {
  ...{
    format: "iltizam-review/1",
    draft: "rien",
    space: "simulated",
    event: null,
    organisations: [],
    people: [],
  },
  document: { kind: "press", title: "Rien", publisher: null, address: null },
  ...{
    agreements: [],
    commitments: [],
    contributions: [],
    figures: [],
    orientations: [],
    fields: [],
    links: [],
  },
  ...{
    topics: [],
    attendance: [],
    decisions: [],
    says: [],
    stated: [],
    relations: [],
    servicePoints: [],
    doubts: [],
  },
};

export const inputs: Readonly<Record<string, Input>> = {
  "drafts.intakes": () => ({ space: "simulated" }),
  "drafts.intake": (file) => ({ intake: file.intake }),
  "drafts.open_intake": () => ({ space: "simulated", fileName: "rien.txt", text }),
  "drafts.keep_intake": () => ({
    ...{ space: "simulated", fileName: "rien.txt", hash: "f".repeat(64), publishedOn: null },
  }),
  "drafts.save_review": (file) => ({ ...intake(file, String), decisions: noDecisions }),
  "drafts.record_intake": intake,
  "drafts.nothing_to_record": intake,
  "drafts.reopen": intake,
  "drafts.record": () => ({ draft: emptyDraft, review: emptyReview }),

  "identity.list_users": nothing,
  "identity.invite_user": () => somebody,
  "identity.create_administrator": () => somebody,
  "identity.open_demo_account": () => somebody,
  "identity.invite_again": account,
  "identity.make_invitation_link": account,
  "identity.make_reset_link": (file) => ({ mail: file.account }),
  "identity.disable_user": account,
  "identity.enable_user": account,
  "identity.drop_second_factor": accountWhy,
  "identity.grant_role": (file, id) => ({ user: file.account, role: "R3", territory: id(file.region) }),
  "identity.revoke_role": (file) => ({ grant: file.grant }),
  "identity.list_api_keys": nothing,
  "identity.make_api_key": (file, id) => ({
    ...{ name: "machine", roles: [{ role: "R2", territory: id(file.region) }] },
  }),
  "identity.revoke_api_key": (file) => ({ key: file.key }),
  "identity.read_own_account": nothing,
  "identity.begin_second_factor": nothing,
  "identity.confirm_second_factor": () => ({ code: "000000" }),
  "identity.remove_second_factor": () => ({ password }),
  "identity.renew_recovery_codes": () => ({ password }),
  "identity.list_sessions": nothing,
  "identity.end_session": () => ({ session: nobody }),
  "identity.end_other_sessions": nothing,
  "identity.change_password": () => ({ password, newPassword: password }),
  "identity.list_demo_accounts": nothing,
  "identity.start_session": () => ({ method: "password", from }),
  "identity.ask_reset": () => ({ mail: somebody.mail, language: "fr" }),
  "identity.read_password_link": () => ({ token }),
  "identity.set_password": () => ({ token, password }),
  "identity.open_link": () => ({ token, from }),

  "requests.ask_declaration": (file) => ({
    ...{ agreement: file.reference, organisation: file.company, send: false },
    period: { from: "2026-05-01", to: "2026-05-31" },
  }),
  "requests.make_link": (file) => ({ request: file.request }),
  "requests.ask_again": (file) => ({ request: file.request }),
  "requests.list": () => ({ space: "simulated" }),
  "requests.declare_for": ({ commitment, company }) => ({
    ...{ commitment, declarant: company, period: { from: "2026-05-01", to: "2026-05-02" }, quantity: 1 },
  }),
  "requests.of_agreement": (file) => ({ agreement: file.reference }),
  "requests.read_own": (file) => ({ request: file.request }),
  "requests.answer": (file) => ({
    ...{ request: file.request, numbers: [{ commitment: file.commitment, quantity: 3 }] },
  }),
};
