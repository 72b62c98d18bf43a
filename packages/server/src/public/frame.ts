// The frame of every public page: no script, nothing from elsewhere.
import { type Locale, locales, type Space } from "@iltizam/core/kernel";
import type { EditionRow } from "@iltizam/core/publishing";
import { callsPath, editionPath, figuresPath, inLanguage } from "./address.ts";
import { html, type Markup, type Part } from "./html.ts";
import type { Words } from "./words.ts";

export interface Page {
  readonly title: string;
  /** Without language: what the links to the same page in another one begin with. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number>>;
  readonly edition: EditionRow | null;
  /** Of what is shown, where that is no edition. */
  readonly space?: Space;
  readonly body: Part;
}

/** What a page is made with, beside its content. */
export interface Making {
  readonly words: Words;
  /** The languages that the browser would rather read, offered once. */
  readonly offered: Locale | null;
  /** Style sheets of the application that the pages share: colours, type. */
  readonly styles: readonly string[];
}

const names: Readonly<Record<Locale, string>> = { ar: "العربية", fr: "Français", en: "English" };
const offers: Readonly<Record<Locale, string>> = {
  ar: "اقرأ هذه الصفحة بالعربية",
  fr: "Lire cette page en français",
  en: "Read this page in English",
};

export function frame({ words, offered, styles }: Making, page: Page): string {
  const { locale, say } = words;
  const { edition, title } = page;
  const space = edition?.space ?? page.space ?? "real";
  const isSimulated = space === "simulated";
  const mark = isSimulated ? `${say("simulated.short")} · ` : "";
  const { markup } = html`<!doctype html>
<html lang="${locale}" dir="${locale === "ar" ? "rtl" : "ltr"}" data-space="${space}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${mark}${title} · Iltizam</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
${styles.map((href) => html`<link rel="stylesheet" href="${href}">`)}
<link rel="stylesheet" href="/public/style.css">
</head>
<body>
<a class="skip" href="#content">${say("skip")}</a>
<header><div class="top">
<a class="brand" href="${inLanguage("/public", locale)}"><span lang="ar">التزام</span> Iltizam</a>
<nav class="links" aria-label="${say("language")}">${locales.map((one) => languageLink(page, locale, one))}</nav>
</div>
${offered !== null && html`<p class="offer" lang="${offered}" dir="${offered === "ar" ? "rtl" : "ltr"}"><a href="${choosePath(page, offered)}" hreflang="${offered}">${offers[offered]}</a></p>`}
${isSimulated && html`<p class="simulated">${say("simulated")}</p>`}
</header>
<main id="content">
${edition !== null && places(words, edition)}
${page.body}
</main>
<footer>${edition !== null && stamp(words, edition)}
<p class="links"><a href="${inLanguage("/public/editions", locale)}">${say("history")}</a> · <a href="${inLanguage(callsPath, locale)}">${say("calls")}</a> · <a href="${inLanguage("/public/how", locale)}">${say("how")}</a></p></footer>
</body>
</html>`;
  return markup;
}

function choosePath({ path, query = {} }: Page, lang: Locale): string {
  const to = inLanguage(path, "ar", query);
  return `/public/language?${new URLSearchParams({ lang, to })}`;
}

const languageLink = (page: Page, locale: Locale, one: Locale) =>
  html` <a href="${choosePath(page, one)}" lang="${one}" hreflang="${one}"${one === locale && html` aria-current="true"`}>${names[one]}</a>`;

function places({ locale, say }: Words, { number }: EditionRow): Markup {
  return html`<nav class="places links" aria-label="${say("places")}">
<a href="${inLanguage(editionPath(number), locale)}">${say("register")}</a>
<a href="${inLanguage(figuresPath(number), locale)}">${say("figures")}</a>
<a href="${inLanguage(callsPath, locale)}">${say("calls")}</a>
</nav>`;
}

/** What a reader needs to cite the page, and to check that nobody changed it. */
function stamp({ say, day, locale }: Words, edition: EditionRow): Markup {
  const { number, asOf, knownOn, madeAt, hash } = edition;
  const file = (kind: string) =>
    html`<a href="${editionPath(number)}/edition.${kind}" download>${kind.toUpperCase()}</a>`;
  return html`<p>${say("stamp", { number, asOf: day(asOf), knownOn: day(knownOn), made: day(madeAt.slice(0, 10)) })}</p>
<p class="links">${say("address")} <a href="${inLanguage(editionPath(number), locale)}"><bdi dir="ltr">${editionPath(number)}</bdi></a> · ${say("download")} ${file("csv")} ${file("xlsx")} ${file("json")}</p>
<p class="hash">SHA-256 <bdi dir="ltr">${hash}</bdi></p>`;
}
