// The results of calls for projects: what was asked, how it was judged, how many applied, and those that were accepted.
import type { CallResult } from "@iltizam/core/calls";
import type { Space } from "@iltizam/core/kernel";
import { callPath, inLanguage } from "./address.ts";
import { html, type Markup, type Part } from "./html.ts";
import type { Words } from "./words.ts";

export function callsBody(words: Words, results: readonly (CallResult & { space: Space })[]): Markup {
  const { say, day, locale } = words;
  return html`<section><h1>${say("calls")}</h1><p>${say("calls.lead")}</p>
${results.length === 0 && html`<p>${say("calls.none")}</p>`}</section>
<div>${results.map(
    (one) => html`<article class="card">
<h2><a href="${inLanguage(callPath(one.reference), locale)}">${words.name(one.title)}</a></h2>
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
<section><h2>${say("calls.criteria")}</h2>${criteria(words, result)}
<p class="muted">${say("calls.scored")}${result.passMark !== null && html` ${say("calls.passMark", { pass: result.passMark })}`}</p></section>`;
}

const cell = (content: Part) => html`<td class="number">${content}</td>`;
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

function criteria(words: Words, { criteria: all }: CallResult): Markup {
  const { say, number } = words;
  return html`<div class="sheet"><table>
<thead><tr><th scope="col">${say("calls.criterion")}</th><th scope="col" class="number">${say("calls.weight")}</th><th scope="col" class="number">${say("calls.scale")}</th><th scope="col" class="number">${say("calls.atLeast")}</th></tr></thead>
<tbody>${all.map(
    (one) =>
      html`<tr><th scope="row">${words.name({ fr: one.label, ar: one.labelAr, en: null })}</th>${cell(html`<bdi>${say("calls.percent", { percent: one.weight })}</bdi>`)}${cell(number(one.scale))}${cell(one.atLeast === null ? none : number(one.atLeast))}</tr>`,
  )}</tbody></table></div>`;
}
