// Calls for projects: those that are open, and the results: what was asked, how it was judged, how many applied, and those
// that were accepted.
import type { CallNotice, CallResult } from "@iltizam/core/calls";
import type { Space } from "@iltizam/core/kernel";
import { callPath, inLanguage } from "./address.ts";
import { criteriaTable } from "./criteria-table.ts";
import { html, type Markup, type Part } from "./html.ts";
import { noticeCard } from "./notice-page.ts";
import type { Words } from "./words.ts";

export type Published = CallResult & { readonly space: Space };

export function callsBody(
  words: Words,
  notices: readonly CallNotice[],
  results: readonly Published[],
): Markup {
  const { say } = words;
  const cards = (of: readonly CallNotice[]) => html`<div>${of.map((one) => noticeCard(words, one))}</div>`;
  const over = notices.filter(({ reception }) => reception === "over");
  const open = notices.filter(({ reception }) => reception !== "over");
  return html`<section><h1>${say("calls")}</h1></section>
<section aria-labelledby="open"><h2 id="open">${say("notices")}</h2>
${open.length === 0 ? html`<p>${say("notices.none")}</p>` : cards(open)}</section>
${over.length > 0 && html`<section aria-labelledby="over"><h2 id="over">${say("notices.judged")}</h2>${cards(over)}</section>`}
<section aria-labelledby="results"><h2 id="results">${say("calls.results")}</h2><p>${say("calls.lead")}</p>
${results.length === 0 ? html`<p>${say("calls.none")}</p>` : resultCards(words, results)}</section>`;
}

function resultCards(words: Words, results: readonly Published[]): Markup {
  const { say, day, locale } = words;
  return html`<div>${results.map(
    (one) => html`<article class="card">
<h3><a href="${inLanguage(callPath(one.reference), locale)}">${words.name(one.title)}</a></h3>
<p class="muted">${one.space === "simulated" && html`${say("simulated.short")} · `}${words.name(one.launchedBy)} · ${words.name(one.territory)} · ${say("calls.decided", { day: day(one.decidedOn) })}</p>
${counts(words, one)}
</article>`,
  )}</div>`;
}

/** How many were given in, and what became of them: the three others add up to the first. */
function counts(words: Words, { received, accepted, reserve, rejected }: CallResult): Markup {
  const pair = (word: string, value: number) =>
    html`<div><dt>${words.say(word)}</dt><dd><bdi>${words.number(value)}</bdi></dd></div>`;
  return html`<dl class="facts">${pair("calls.received", received)}${pair("calls.accepted", accepted.length)}${pair("calls.reserve", reserve)}${pair("calls.rejected", rejected)}</dl>`;
}

export function callBody(words: Words, result: CallResult): Markup {
  const { say, day, money } = words;
  const { title, reference, launchedBy, territory, envelope, currency } = result;
  const days = { from: day(result.opensOn), until: day(result.closesOn) };
  return html`<section>
<h1>${words.name(title)}</h1>
<p class="muted"><bdi dir="ltr">${reference}</bdi></p>
<dl class="pairs">
<dt>${say("calls.launchedBy")}</dt><dd>${words.name(launchedBy)}</dd>
<dt>${say("place")}</dt><dd>${words.name(territory)}</dd>
<dt>${say("calls.days")}</dt><dd>${say("calls.fromTo", days)}</dd>
<dt>${say("calls.envelope")}</dt><dd>${money(envelope, currency)}</dd>
<dt>${say("calls.decidedOn")}</dt><dd>${day(result.decidedOn)}</dd>
<dt>${say("calls.publishedOn")}</dt><dd>${day(result.publishedOn)}</dd>
</dl>
</section>
<section><h2>${say("calls.applications")}</h2>
${counts(words, result)}
<p class="muted">${say("calls.unnamed")}</p></section>
<section><h2>${say("calls.acceptedOnes")}</h2>${accepted(words, result)}</section>
<section><h2>${say("calls.criteria")}</h2>${criteriaTable(words, result)}</section>`;
}

const none = html`<span aria-hidden="true">–</span>`;

/** One under the other, so that a phone shows score and amount without being pushed aside. */
function accepted(words: Words, { accepted: all, granted, currency }: CallResult): Markup {
  const { say, money, number, decimal } = words;
  if (all.length === 0) return html`<p>${say("calls.noneAccepted")}</p>`;
  const pair = (word: string, figure: Part) => html`<div><dt>${say(word)}</dt><dd>${figure}</dd></div>`;
  return html`<div>${all.map(
    (one) => html`<article class="card">
<h3><bdi>${one.title}</bdi></h3>
<p class="muted">${words.name(one.organisation)}</p>
<dl class="facts">${pair("calls.rank", one.rank === null ? none : html`<bdi>${number(one.rank)}</bdi>`)}${pair("calls.score", one.score === null ? none : html`<bdi>${decimal(one.score)}</bdi>`)}${pair("calls.granted", money(one.granted, currency))}</dl>
${one.departs !== null && html`<p>${say("calls.departs")} <bdi>${one.departs}</bdi></p>`}
</article>`,
  )}</div>
<p><strong>${say("calls.grantedInAll", { count: all.length })} ${money(granted, currency)}</strong></p>`;
}
