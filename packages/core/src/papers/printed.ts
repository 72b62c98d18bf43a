// A committee file as somebody reads it: every value already in words of one language, for the page and the workbook.
import type { Locale } from "../kernel/index.ts";
import type { PaperAgreement, PaperContent, PaperPromise } from "./model.ts";
import { type PaperWords, paperWords } from "./words.ts";

export interface PrintedPromise {
  readonly reference: string;
  readonly wording: string;
  readonly indicator: string;
  readonly announced: string;
  readonly original: number | null;
  readonly signed: number | null;
  readonly declared: number | null;
  /** None where no evidence can exist: that is no zero. */
  readonly realised: number | null;
  readonly proven: number | null;
  readonly deadline: string;
  readonly state: string;
  readonly late: boolean;
}

export interface PrintedAgreement {
  readonly reference: string;
  readonly title: string;
  readonly state: string;
  readonly period: string;
  readonly parties: string;
  readonly money: readonly PrintedMoney[];
  readonly promises: readonly PrintedPromise[];
  readonly overdue: readonly { readonly decision: string; readonly owner: string; readonly due: string }[];
}

interface PrintedMoney {
  readonly currency: string;
  readonly total: string;
  readonly promised: string;
  readonly called: string;
  readonly paid: string;
  readonly payer: string;
}

export interface PrintedPaper {
  readonly lang: Locale;
  readonly number: string;
  readonly hash: string;
  readonly of: string;
  readonly title: string;
  /** What it answers, and who asked; empty in a committee file. */
  readonly question: string;
  readonly askedBy: string;
  readonly asOf: string;
  readonly knownOn: string;
  readonly simulated: boolean;
  readonly words: PaperWords["heading"];
  readonly totals: readonly {
    readonly indicator: string;
    readonly realised: number;
    readonly proven: number;
    readonly again: number;
  }[];
  readonly agreements: readonly PrintedAgreement[];
}

type Name = { readonly fr: string; readonly ar: string | null; readonly en: string | null };

/** In the language asked for; where it has no name there, the French one. */
const nameIn = (lang: Locale, name: Name | null) => (name === null ? "" : (name[lang] ?? name.fr));

/** 31/10/2026, as the field writes days in the three languages. */
const dayIn = (day: string | null) => (day === null ? "–" : day.split("-").reverse().join("/"));

export function printedPaper(
  content: PaperContent,
  { number, hash, lang }: { readonly number: string; readonly hash: string; readonly lang: Locale },
): PrintedPaper {
  const words = paperWords(lang);
  return {
    ...{
      lang,
      number,
      hash,
      of: nameIn(lang, content.of.name),
      title: content.title ?? titleOf(content, words),
    },
    ...{ question: content.question?.text ?? "", askedBy: content.question?.askedBy ?? "" },
    ...{
      asOf: dayIn(content.asOf),
      knownOn: dayIn(content.knownOn),
      simulated: content.space === "simulated",
    },
    words: words.heading,
    totals: content.totals.map(({ indicator, indicatorName, realised, proven, countedInMoreThanOne }) => ({
      ...{
        realised,
        proven,
        again: countedInMoreThanOne,
        indicator: nameIn(lang, indicatorName) || indicator,
      },
    })),
    agreements: content.agreements.map((agreement) => printedAgreement(agreement, lang, words)),
  };
}

const titleOf = ({ question }: PaperContent, { heading }: PaperWords) =>
  question === undefined ? heading.title : heading.answer;

function printedAgreement(agreement: PaperAgreement, lang: Locale, words: PaperWords): PrintedAgreement {
  const { reference, title, state, reported, since, periodFrom, periodTo, parties, money } = agreement;
  const word = words.agreementState[state] ?? state;
  const names = new Set(parties.map(({ name }) => nameIn(lang, name)));
  return {
    ...{ reference, title: nameIn(lang, title) },
    state: `${reported ? `${word} (${words.heading.reported})` : word}${since === null ? "" : ` · ${dayIn(since)}`}`,
    period: periodFrom === null && periodTo === null ? "–" : `${dayIn(periodFrom)} – ${dayIn(periodTo)}`,
    parties: [...names].join(lang === "ar" ? "، " : ", "),
    money: money.map(({ currency, total, promised, called, paid, payerUnknown }) => ({
      ...{ currency, promised, called, paid, total: total ?? words.heading.notSaid },
      payer: payerUnknown ? words.heading.payerUnknown : "",
    })),
    promises: agreement.promises.map((promise) => printedPromise(promise, lang, words)),
    overdue: agreement.overdue.map(({ decision, owner, dueOn }) => ({
      ...{ decision, owner: nameIn(lang, owner) || "–", due: dayIn(dueOn) },
    })),
  };
}

function printedPromise(promise: PaperPromise, lang: Locale, words: PaperWords): PrintedPromise {
  const { reference, wording, indicatorName, indicator, announced, signed } = promise;
  const { declared, realised, proven, deadline, state } = promise;
  const values = new Set(announced.map(({ value }) => value).filter((value) => value !== null));
  return {
    ...{ reference, wording: wording ?? "", indicator: nameIn(lang, indicatorName) || (indicator ?? "") },
    announced: [...values].join(" / ") || "–",
    ...{ original: signed.original, signed: signed.current, declared },
    ...(state === "no_evidence" ? { realised: null, proven: null } : { realised, proven }),
    ...{ deadline: dayIn(deadline), state: words.promiseState[state] ?? state, late: state === "late" },
  };
}
