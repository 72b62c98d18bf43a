// An agreement of an edition: who signed, when, and each of its promises.
import type { EditionAgreement, EditionAround, EditionPromise } from "@iltizam/core/publishing";
import { html, type Markup } from "./html.ts";
import { card } from "./parts.ts";
import type { Words } from "./words.ts";

export function agreementBody(
  words: Words,
  around: EditionAround,
  agreement: EditionAgreement,
  promises: readonly EditionPromise[],
): Markup {
  const { say, day } = words;
  const { period, parties, territory, lead } = agreement;
  const signedOn = words.partialDay(agreement.signed);
  return html`<section>
<h1>${words.name(agreement.title)}</h1>
<p class="muted"><bdi dir="ltr">${agreement.reference}</bdi></p>
<dl class="pairs">
<dt>${say("column.state")}</dt><dd>${words.life(agreement.state)}${agreement.reported && html` · ${say("reported")}`}</dd>
<dt>${say("signedOn")}</dt><dd>${signedOn ?? say("day.unknown")}</dd>
${territory && html`<dt>${say("place")}</dt><dd>${words.name(territory)}</dd>`}
${period.from && period.to && html`<dt>${say("period")}</dt><dd>${day(period.from)} – ${day(period.to)}</dd>`}
${lead && html`<dt>${say("lead.organisation")}</dt><dd>${words.name(lead)}</dd>`}
${parties.length > 0 && html`<dt>${say("parties")}</dt><dd><ul>${parties.map((party) => html`<li>${words.name(party.name)} <span class="muted">${say(`role.${party.role}`)}</span></li>`)}</ul></dd>`}
</dl>
</section>
<section><h2>${say("promises", { count: promises.length })}</h2>
<div>${promises.map((promise) => card(words, around, promise))}</div></section>`;
}
