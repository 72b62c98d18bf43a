// What several public pages show: a count, a state, a promise with its bar, the breakdowns of a count.
import type { EditionAround, EditionPromise } from "@iltizam/core/publishing";
import { inLanguage, promisePath } from "./address.ts";
import { drawBar } from "./bar.ts";
import { html, type Markup } from "./html.ts";
import type { Words } from "./words.ts";

/** A count that is told, or the mark that it is not. */
export function count({ number, say }: Words, value: number | null): Markup {
  if (value === null)
    return html`<span class="untold" title="${say("untold")}"><span aria-hidden="true">···</span><span class="unseen">${say("untold")}</span></span>`;
  return html`<bdi>${number(value)}</bdi>`;
}

/** A number that the texts give, or a dash. */
export function given({ number, say }: Words, value: number | null): Markup {
  if (value === null)
    return html`<span class="muted"><span aria-hidden="true">–</span><span class="unseen">${say("nothing")}</span></span>`;
  return html`<bdi>${number(value)}</bdi>`;
}

export function state({ say }: Words, { state: of }: Pick<EditionPromise, "state">): Markup {
  const code = of ?? "untold";
  return html`<span class="state state-${code}">${say(`state.${code}`)}</span>`;
}

export function announcedValues(words: Words, { announced }: EditionPromise): Markup {
  const values = [...new Set(announced.flatMap(({ value }) => value ?? []))].toSorted((a, b) => a - b);
  const [low, ...others] = values;
  if (low === undefined) return given(words, null);
  const high = others.at(-1);
  return high === undefined
    ? given(words, low)
    : html`<bdi>${words.number(low)}</bdi>–<bdi>${words.number(high)}</bdi>`;
}

/** The five words, in their order, each with its figure. */
export function figuresOf(words: Words, promise: EditionPromise, opens?: string): Markup {
  const { say } = words;
  const open = (figure: Markup) => (opens === undefined ? figure : html`<a href="${opens}">${figure}</a>`);
  // where nobody told anything there is no zero
  const told = (value: number | null) =>
    promise.state === "no_evidence" ? given(words, null) : open(count(words, value));
  const pair = (word: string, figure: Markup) => html`<div><dt>${say(word)}</dt><dd>${figure}</dd></div>`;
  return html`<dl class="facts">
${pair("word.announced", announcedValues(words, promise))}
${pair("word.signed", given(words, promise.signed.current))}
${pair("word.declared", given(words, promise.declared))}
${pair("word.realised", told(promise.realised))}
${pair("word.proven", told(promise.proven))}
</dl>`;
}

export function indicatorName(words: Words, around: EditionAround, code: string | null): Markup | string {
  const found = around.indicators.find((one) => one.code === code);
  return found === undefined ? words.say("indicator.open") : words.name(found.label);
}

/** A promise in the register: its words, its bar, its figures; everything opens its own page. */
export function card(words: Words, around: EditionAround, promise: EditionPromise): Markup {
  const { locale, say, day } = words;
  const path = inLanguage(promisePath(around.edition.number, promise.reference), locale);
  const { owner, territory, deadline } = promise;
  return html`<article class="card">
<h3><a href="${path}"><bdi>${promise.wording}</bdi></a></h3>
<p class="muted">${indicatorName(words, around, promise.indicator)}${owner && html` · ${words.name(owner)}`}${territory && html` · ${words.name(territory)}`}${deadline && html` · ${say("until", { day: day(deadline) })}`}</p>
${drawBar(promise, 12)}
${figuresOf(words, promise, `${path}#lines`)}
<p>${state(words, promise)} <bdi class="muted" dir="ltr">${promise.reference}</bdi></p>
</article>`;
}

type Line = EditionPromise["breakdowns"]["sex"][number];

/** A breakdown: its lines, and the count that they add up to. */
export function breakdown(
  words: Words,
  around: EditionAround,
  dimension: "sex" | "year" | "region",
  lines: readonly Line[],
  whole: { readonly realised: number | null; readonly proven: number | null },
): Markup | null {
  // Things have no sex: a table of what is not known says nothing.
  if (lines.every(({ code }) => dimension === "sex" && code === "U")) return null;
  const { say } = words;
  const row = (label: Markup | string, { realised, proven }: Omit<Line, "code">) =>
    html`<tr><th scope="row">${label}</th><td class="number">${count(words, realised)}</td><td class="number">${count(words, proven)}</td></tr>`;
  return html`<div class="sheet"><table>
<caption>${say(`by.${dimension}`)}</caption>
<thead><tr><th scope="col">${say(`column.${dimension}`)}</th><th scope="col" class="number">${say("word.realised")}</th><th scope="col" class="number">${say("word.proven")}</th></tr></thead>
<tbody>${lines.map((line) => row(lineName(words, around, dimension, line.code), line))}</tbody>
<tfoot>${row(say("all"), whole)}</tfoot>
</table></div>`;
}

function lineName(words: Words, around: EditionAround, dimension: string, code: string): Markup | string {
  if (dimension === "sex") return words.say(`sex.${code}`);
  if (dimension === "year") return html`<bdi>${code}</bdi>`;
  const region = around.regions.find((one) => one.code === code);
  return region === undefined ? words.say("region.unknown") : words.name(region.name);
}

export const isUntold = (counts: readonly (number | null)[]) => counts.includes(null);
