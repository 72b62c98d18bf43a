import { and, day, type Input, nobody, reason, space } from "./about-a-file.ts";

const terms = {
  title: "Appel",
  kinds: ["association"],
  ...{ currency: "MAD", envelope: "1000.00", ceiling: "100.00", opensOn: day, closesOn: day },
  criteria: [{ label: "Pertinence", weight: 100, scale: 20 }],
};
const call: Input = (file) => ({ call: file.call });
const application: Input = () => ({ application: nobody });
const words: Input = (file) => ({ call: file.call, organisation: file.company, words: {} });
const file = { number: 1, name: "statuts.csv", base64: "eA==" };
const inSpace: Input = () => ({ space });

export const inputs: Readonly<Record<string, Input>> = {
  "calls.list": inSpace,
  "calls.prepare": ({ reference, company }) => ({ agreement: reference, launchedBy: company, terms }),
  "calls.call": call,
  "calls.revise": and(call, { version: 1, terms, reason }),
  "calls.open": call,
  "calls.extend": and(call, { closesOn: day, reason }),
  "calls.close": call,
  "calls.cancel": and(call, { reason }),
  "calls.own_rights": call,
  "calls.invitations": call,
  "calls.invite": and(words, { send: false }),
  "calls.make_link": () => ({ invitation: nobody }),
  "calls.own_invitation": () => ({}),
  "calls.applications": call,
  "calls.enter": and(words, { receivedOn: day }),
  "calls.possible_assessors": call,
  "calls.assessors": call,
  "calls.name_assessor": and(call, { user: nobody }),
  "calls.release_assessor": and(call, { user: nobody }),
  "calls.scoring": call,
  "calls.state_interests": call,
  "calls.hand_in": call,
  "calls.close_scoring": call,
  "calls.ranking": call,
  "calls.decide": and(call, { decidedOn: day, verdicts: [] }),
  "calls.publish": call,
  "calls.application": application,
  "calls.submit": application,
  "calls.give_file": and(application, { file }),
  "calls.open_file": and(application, { number: 1 }),
  "calls.screen": and(application, { admitted: true }),
  "calls.score": and(application, { marks: [{ criterion: 1, mark: 1, reason }] }),
  "calls.make_agreement": application,
  "calls.notices": () => ({}),
  "calls.notice": call,
  "calls.results": () => ({}),
  "calls.result": call,
  "calls.list_open": inSpace,
  "calls.open_call": call,
  "calls.save_own": words,
  "calls.own_applications": inSpace,
  "calls.own_application": application,
  "calls.submit_own": application,
  "calls.give_own_file": and(application, { file }),
  "calls.withdraw": and(application, { reason }),
};
