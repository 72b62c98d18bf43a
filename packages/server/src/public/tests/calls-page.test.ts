// The pages of calls: one that is open, and the result of one, from what was published.
import type { CallNotice, CallResult } from "@iltizam/core/calls";
import { expect, test } from "vitest";
import { callBody, callsBody } from "../calls-page.ts";
import { noticeBody } from "../notice-page.ts";
import { wordsIn } from "../words.ts";

const names = (fr: string, ar: string | null = null) => ({ fr, ar, en: null });
const result: CallResult = {
  ...{ reference: "AAP-2026-1", title: names("Activités rurales", "أنشطة قروية") },
  ...{ launchedBy: names("Conseil"), territory: names("Atlas-Océan", "الأطلس المحيط") },
  ...{ currency: "TND", envelope: "500000.000", granted: "1250.500" },
  ...{ opensOn: "2026-02-01", closesOn: "2026-02-28", decidedOn: "2026-03-10", publishedOn: "2026-03-12" },
  ...{ passMark: 50, received: 4, reserve: 1, rejected: 2 },
  criteria: [{ number: 1, label: "Capacité", labelAr: "القدرة", weight: 100, scale: 20, atLeast: 8 }],
  accepted: [
    {
      ...{
        rank: 1,
        score: "72.50",
        title: "<b>Atelier</b>",
        organisation: names("Élan"),
        granted: "1250.500",
      },
      departs: "seul projet de la province",
    },
  ],
};
const text = (markup: string) => markup.replace(/<[^>]+>/g, " ").replace(/\s+/gu, " ");

test("says how many applied, who was accepted with which score and amount, and how it was judged", () => {
  const { markup } = callBody(wordsIn("fr"), result);
  const said = text(markup);
  for (const part of [
    ...["candidatures 4", "retenues 1", "en liste d’attente 1", "non retenues 2", "72,50", "1 250,500 TND"],
    ...["10 mars 2026", "Capacité 100 % 20 8", "S’écarte du classement : seul projet de la province"],
  ])
    expect(said).toContain(part);
  expect(markup).toContain("&lt;b&gt;Atelier&lt;/b&gt;");
  expect(markup).not.toContain("<script");
});

test("is in Arabic where the call is, and says where nothing was accepted or published", () => {
  const none = { ...result, accepted: [], granted: "0.000" };
  expect(text(callBody(wordsIn("ar"), none).markup)).toContain("لم يُقبل أي مشروع");
  const list = callsBody(wordsIn("ar"), [], [{ ...result, space: "simulated" }]).markup;
  expect(list).toContain('href="/public/calls/AAP-2026-1"');
  expect(text(list)).toContain("أنشطة قروية");
  expect(text(callsBody(wordsIn("fr"), [], []).markup)).toContain("Aucun résultat");
  expect(text(callsBody(wordsIn("fr"), [], []).markup)).toContain("Aucun appel n’est ouvert aujourd’hui");
});

const notice: CallNotice = {
  ...{ reference: "AAP-2026-2", space: "real", reception: "taking", title: result.title },
  ...{ purpose: "Former <des> jeunes.", launchedBy: names("Conseil", "المجلس"), territory: result.territory },
  ...{ provinces: [names("Anfa", "أنفا"), names("Chaouia")], kinds: ["association", "cooperative"] },
  ...{ currency: "MAD", envelope: "500000.00", ceiling: "100000.00", ownSharePercent: 10 },
  ...{ opensOn: "2026-06-01", closesOn: "2026-06-30", timeZone: "Africa/Casablanca", passMark: 50 },
  contact: "Guichet des appels, 12 rue du Port",
  criteria: result.criteria,
  documents: [
    { number: 1, label: "Statuts", labelAr: "القانون الأساسي", required: true },
    { number: 2, label: "Bilan", labelAr: null, required: false },
  ],
};

test("an open call says who calls, for whom, until which hour, what is asked, how to answer and what comes after", () => {
  const { markup } = noticeBody(wordsIn("fr"), notice);
  const said = text(markup);
  for (const part of [
    ...["Candidatures jusqu’au 30 juin 2026 à minuit", "association ou coopérative", "Anfa et Chaouia"],
    ...["(heure de Casablanca, UTC+1)", "500 000,00 MAD", "10 % du coût total", "Capacité 100 % 20 8"],
    ...[
      "Bilan (facultative)",
      "Guichet des appels, 12 rue du Port",
      "Sous 50 points",
      "chaque candidat reçoit",
    ],
  ])
    expect(said).toContain(part);
  expect(markup).toContain('href="/open-calls/AAP-2026-2"');
  expect(markup).toContain("Former &lt;des&gt; jeunes.");
  expect(markup).not.toContain("<script");
});

test("in Arabic it gives the Arabic names and says which words are French; whom to ask without a desk is who calls", () => {
  const { markup } = noticeBody(wordsIn("ar"), { ...notice, contact: null });
  const said = text(markup);
  for (const part of [
    "القانون الأساسي",
    "أنفا و Chaouia",
    "توقيت الدار البيضاء، غرينتش+1",
    "الجهة التي تُقصد: المجلس",
    "جمعية أو تعاونية",
  ])
    expect(said).toContain(part);
  expect(markup).toContain('<bdi lang="fr">Chaouia</bdi>');
});

test("one that takes nothing any more says so, and not how to answer", () => {
  const over = noticeBody(wordsIn("fr"), { ...notice, reception: "over" }).markup;
  expect(text(over)).toContain("Réception close le 30 juin 2026 · Le résultat paraîtra à cette adresse.");
  expect(over).not.toContain("Comment répondre");
  const cancelled = noticeBody(wordsIn("en"), { ...notice, reception: "cancelled" }).markup;
  expect(text(cancelled)).toContain("This call was cancelled");
  const list = text(callsBody(wordsIn("fr"), [{ ...notice, reception: "over" }, notice], []).markup);
  expect(list).toMatch(
    /Appels ouverts .*jusqu’au 30 juin 2026 à minuit.* Réception close, résultat attendu .*Résultats/,
  );
});
