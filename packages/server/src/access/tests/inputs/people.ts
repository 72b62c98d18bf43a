import { day, document, type Input, nothing, reason, space, words } from "./about-a-file.ts";

const processingOfTests = {
  ...{ code: "follow_up", label: words, purpose: words, ground: "consent", groundText: words },
  ...{ persons: words, recipients: words, data: [{ field: "contact", months: 18, after: "last_fact" }] },
  cndp: { kind: "declaration", reference: null, on: null },
};

export const inputs: Readonly<Record<string, Input>> = {
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
  "people.processing_versions": () => ({ processing: "follow_up" }),
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
};
