// How numbers, money, days and names are shown: never abbreviated, Western digits, names isolated in mixed lines.
import { type ReactNode, useCallback } from "react";
import { FormattedMessage, type IntlShape, useIntl } from "react-intl";
import { dayAt } from "../app/today.ts";
import { useLocale } from "./language-provider.tsx";
import { tagOf } from "./locale.ts";
import { WithReferences } from "./references.tsx";

/** A count, in full; a dash where there is no number. */
export function Count({ value }: { value: number | null | undefined }) {
  const intl = useIntl();
  if (value === null || value === undefined) return <NoNumber />;
  return <bdi className="nowrap">{intl.formatNumber(value)}</bdi>;
}

export function NoNumber() {
  const intl = useIntl();
  return (
    <span className="no-number muted">
      <span aria-hidden="true">–</span>
      <span className="unseen">{intl.formatMessage({ id: "figures.noNumber" })}</span>
    </span>
  );
}

export function useMoney() {
  const locale = useLocale();
  return (amount: string, currency: string) =>
    new Intl.NumberFormat(tagOf(locale), { style: "currency", currency, currencyDisplay: "code" }).format(
      amount as Intl.StringNumericLiteral,
    );
}

/** An amount: a decimal text in major units, and its currency; written out to the last digit. */
export function Money({ amount, currency }: { amount: string; currency: string }) {
  return <bdi className="nowrap">{useMoney()(amount, currency)}</bdi>;
}

/** French counts the first day of a month: «1er avril 2026». */
export const ordinalFirst = (locale: string, written: string): string =>
  locale.startsWith("fr") ? written.replace(/(?<=^|\s)1(?=\s\p{L})/u, "1er") : written;

/** How a whole day, YYYY-MM-DD, is written where only text can stand; of an instant, its day where the installation is. */
export function useDay() {
  const intl = useIntl();
  return (value: string) => {
    const at = `${value.length > 10 ? dayAt(new Date(value)) : value}T12:00:00Z`;
    return ordinalFirst(intl.locale, intl.formatDate(at, { dateStyle: "long", timeZone: "UTC" }));
  };
}

/** A whole day, as it is written. */
export function Day({ value }: { value: string }) {
  return (
    <time dateTime={value} className="nowrap">
      {useDay()(value)}
    </time>
  );
}

/** An instant, to the minute. The short form of a day has no word for the month in Arabic: it takes the long one. */
export function Instant({ value }: { value: string }) {
  const intl = useIntl();
  const dateStyle = intl.locale.startsWith("ar") ? "long" : "medium";
  return (
    <time dateTime={value}>
      {ordinalFirst(intl.locale, intl.formatDate(value, { dateStyle, timeStyle: "short" }))}
    </time>
  );
}

export interface PartialDay {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  readonly weekday?: number | null;
}

/** A year in which that day falls on that weekday: without a year, the weekday is the one that is written. */
export function yearWith(month: number | null, day: number | null, weekday: number | null): number {
  const falls = (year: number) =>
    new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1)).getUTCDay() === (weekday ?? 0) % 7;
  const years = Array.from({ length: 28 }, (_, index) => 2024 - index);
  return weekday === null ? 2024 : (years.find(falls) ?? 2024);
}

/** Of a day, what the texts give, and nothing more: «a Friday» stays a Friday. */
export function usePartialDay() {
  const intl = useIntl();
  return useCallback((given: PartialDay) => partialDay(intl, given), [intl]);
}

function partialDay(intl: IntlShape, { year, month, day, weekday = null }: PartialDay): string | null {
  if (year === null && month === null && day === null) {
    if (weekday === null) return null;
    // 2024-01-01 was a Monday.
    const name = intl.formatDate(Date.UTC(2024, 0, weekday), { weekday: "long", timeZone: "UTC" });
    return intl.formatMessage({ id: "figures.weekdayOnly" }, { weekday: name });
  }
  const at = Date.UTC(year ?? yearWith(month, day, weekday), (month ?? 1) - 1, day ?? 1, 12);
  const written = intl.formatDate(at, {
    timeZone: "UTC",
    ...(year !== null && { year: "numeric" }),
    ...(month !== null && { month: "long" }),
    ...(day !== null && month !== null && { day: "numeric" }),
    ...(weekday !== null && day !== null && month !== null && { weekday: "long" }),
  });
  return ordinalFirst(intl.locale, written);
}

/** From … to …, with an open end where the text gives none. */
export function Period({ from, to }: { from: string | null; to: string | null }) {
  if (from === null && to === null) return null;
  if (from === null) return <FormattedMessage id="figures.until" values={{ to: <Day value={to ?? ""} /> }} />;
  if (to === null) return <FormattedMessage id="figures.from" values={{ from: <Day value={from} /> }} />;
  return (
    <FormattedMessage id="figures.period" values={{ from: <Day value={from} />, to: <Day value={to} /> }} />
  );
}

/** Between a word and what it introduces: French puts a space that does not break before it. */
export function Colon() {
  return useIntl().locale.startsWith("fr") ? "\u00a0: " : ": ";
}

/**
 * The language of a text, where its letters tell that it is not the reader's: Arabic letters are Arabic, and words in
 * Latin letters, which an office here writes in French. A word of capitals is a reference or an acronym: of no language.
 */
export function otherLanguageOf(text: string, locale: string): string | undefined {
  const isArabic = /\p{Script=Arabic}/u.test(text);
  if (locale === "ar") return !isArabic && /\p{Ll}{2}/u.test(text) && !/[@_]/u.test(text) ? "fr" : undefined;
  return isArabic && !/\p{Script=Latin}{4}/u.test(text) ? "ar" : undefined;
}

/** A name as it is written, whatever the direction of the line around it; read out in its own language. */
export function Name({ children, lang }: { children: ReactNode; lang?: string }) {
  const locale = useLocale();
  const told = lang ?? (typeof children === "string" ? otherLanguageOf(children, locale) : undefined);
  return (
    <bdi lang={told}>{typeof children === "string" ? <WithReferences text={children} /> : children}</bdi>
  );
}

/** Who did it, when it was nobody with a name: the machine itself, or who sits at it without signing in. */
const nameless: Readonly<Record<string, string>> = {
  system: "figures.actor.system",
  "local operator": "figures.actor.local",
};

/** Who did something, as the journal names her. */
export function ActorName({ label }: { label: string }) {
  const id = nameless[label];
  return id === undefined ? <Name>{label}</Name> : <FormattedMessage id={id} />;
}

export interface Label {
  readonly fr: string;
  readonly ar: string | null;
  readonly en: string | null;
}

/** The label in the reader's language, else in French. */
export function useLabel() {
  const locale = useLocale();
  return useCallback((label: Label): string => label[locale] ?? label.fr, [locale]);
}
