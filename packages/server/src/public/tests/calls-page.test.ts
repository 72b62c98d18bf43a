// The page of a call's result, from what was published.
import type { CallResult } from "@iltizam/core/calls";
import { expect, test } from "vitest";
import { callBody, callsBody } from "../calls-page.ts";
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
  const list = callsBody(wordsIn("ar"), [{ ...result, space: "simulated" }]).markup;
  expect(list).toContain('href="/public/calls/AAP-2026-1"');
  expect(text(list)).toContain("أنشطة قروية");
  expect(text(callsBody(wordsIn("fr"), []).markup)).toContain("Aucun résultat");
});
