// The register of an edition: what it is, how its promises stand, and the promises themselves, to search and sort.
import { type EditionAround, type EditionPromise, promiseSorts } from "@iltizam/core/publishing";
import { editionPath, inLanguage } from "./address.ts";
import { html, type Markup } from "./html.ts";
import { card, indicatorName } from "./parts.ts";
import type { Words } from "./words.ts";

export interface Asked {
  readonly q: string;
  readonly state: string;
  readonly indicator: string;
  readonly region: string;
  readonly sort: string;
  readonly page: number;
}

export interface FoundPromises {
  readonly total: number;
  readonly promises: readonly EditionPromise[];
  readonly perPage: number;
}

export function registerBody(
  words: Words,
  around: EditionAround,
  asked: Asked,
  found: FoundPromises,
): Markup {
  const { say } = words;
  const { edition } = around;
  return html`${head(words, around)}
<section aria-labelledby="promises">
<h2 id="promises">${say("promises", { count: found.total })}</h2>
${filters(words, around, asked)}
${togetherOf(words, around, asked)}
${found.total === 0 && html`<p>${say("empty")}</p>`}
<div>${found.promises.map((promise) => card(words, around, promise))}</div>
${paging(words, edition.number, asked, found)}
</section>`;
}

/** What the edition is, and what has been said about it since. */
export function head(words: Words, { edition, notes, states }: EditionAround): Markup {
  const { say, day, locale, number } = words;
  const link = (of: number) =>
    html`<a href="${inLanguage(editionPath(of), locale)}">${say("edition", { number: of })}</a>`;
  const heading = edition.title ?? say("register");
  return html`<section>
<h1><bdi>${heading}</bdi></h1>
<p><strong>${say("edition", { number: edition.number })}</strong> · ${say("lead", { asOf: day(edition.asOf), knownOn: day(edition.knownOn) })}</p>
${edition.supersededBy !== null && html`<p class="said" role="note">${say("superseded")} ${link(edition.supersededBy)}</p>`}
${edition.supersededBy === null && edition.newer !== null && html`<p class="said" role="note">${say("newer")} ${link(edition.newer)}</p>`}
${notes.map((note) => html`<p class="said" role="note"><strong>${say("correction", { day: day(note.on) })}</strong> ${note.text[locale]}</p>`)}
<ul class="totals">${states.map((one) => html`<li><a class="state state-${one.state ?? "untold"}" href="${inLanguage(editionPath(edition.number), locale, { state: one.state ?? "untold" })}#promises">${say("state.count", { state: say(`state.${one.state ?? "untold"}`), count: number(one.promises) })}</a></li>`)}</ul>
<p class="muted">${say("hidden", { threshold: edition.threshold })} <a href="${inLanguage("/public/how", locale)}#untold">${say("why")}</a></p>
</section>`;
}

function filters(words: Words, around: EditionAround, asked: Asked): Markup {
  const { say, locale, nameText } = words;
  const option = (value: string, label: string, chosen: string) =>
    html`<option value="${value}"${value === chosen && html` selected`}>${label}</option>`;
  const states = around.states.map(({ state }) => state ?? "untold");
  const capital = (key: string) => say(key).replace(/^./u, (first) => first.toLocaleUpperCase(locale));
  return html`<form class="filters" method="get" action="${editionPath(around.edition.number)}#promises" role="search">
${locale !== "ar" && html`<input type="hidden" name="lang" value="${locale}">`}
<label>${say("search")}<input class="field" type="search" name="q" value="${asked.q}" maxlength="200"></label>
<label>${capital("column.state")}<select class="field" name="state">${option("", say("any"), asked.state)}${states.map((one) => option(one, say(`state.${one}`), asked.state))}</select></label>
<label>${capital("column.indicator")}<select class="field" name="indicator">${option("", say("any"), asked.indicator)}${around.indicators.map((one) => option(one.code, nameText(one.label), asked.indicator))}</select></label>
${around.regions.length > 1 && html`<label>${capital("column.region")}<select class="field" name="region">${option("", say("any"), asked.region)}${around.regions.map((one) => option(one.code, nameText(one.name), asked.region))}</select></label>`}
<label>${say("sort")}<select class="field" name="sort">${promiseSorts.map((one) => option(one, say(`sort.${one}`), asked.sort))}</select></label>
<button class="button" type="submit">${say("show")}</button>
</form>`;
}

/** With one indicator chosen: what its promises come to together, which need not be their sum. */
function togetherOf(words: Words, around: EditionAround, asked: Asked): Markup | null {
  const all = around.together.find(({ indicator }) => indicator === asked.indicator);
  if (all === undefined || asked.q !== "" || asked.state !== "" || asked.region !== "") return null;
  const { say, number } = words;
  const figure = (value: number | null) => (value === null ? say("untold") : number(value));
  const label = indicatorName(words, around, all.indicator);
  return html`<p class="said">${label}: ${say("together", { realised: figure(all.realised), proven: figure(all.proven) })}
${all.inMoreThanOne !== null && all.inMoreThanOne > 0 && say("moreThanOne", { count: all.inMoreThanOne })}</p>`;
}

function paging(
  words: Words,
  number: number,
  asked: Asked,
  { total, perPage }: FoundPromises,
): Markup | null {
  const pages = Math.ceil(total / perPage);
  if (pages < 2) return null;
  const { say, locale } = words;
  const { q, state, indicator, region, sort } = asked;
  const to = (page: number, label: string, rel: string) =>
    html`<a rel="${rel}" href="${inLanguage(editionPath(number), locale, { q, state, indicator, region, sort, page })}#promises">${label}</a>`;
  return html`<nav class="paging links" aria-label="${say("pages")}">
${asked.page > 1 && to(asked.page - 1, say("before"), "prev")}
<span>${say("page", { page: asked.page, pages })}</span>
${asked.page < pages && to(asked.page + 1, say("after"), "next")}
</nav>`;
}
