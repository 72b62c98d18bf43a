// The pages that are not of one edition: their history, how to read them, and that there is none yet.
import type { EditionRow } from "@iltizam/core/publishing";
import { editionPath, inLanguage } from "./address.ts";
import { html, type Markup } from "./html.ts";
import type { Words } from "./words.ts";

export function historyBody(words: Words, editions: readonly EditionRow[]): Markup {
  const { say, day, locale, number } = words;
  const state = ({ supersededBy }: EditionRow) =>
    supersededBy === null ? say("stands") : say("superseded.by", { number: supersededBy });
  const cell = (label: string, content: Markup | string) =>
    html`<td data-label="${say(label)}">${content}</td>`;
  return html`<section><h1>${say("history")}</h1>
${editions.length === 0 ? html`<p>${say("none")}</p>` : null}
${
  editions.length > 0 &&
  html`<div class="sheet"><table class="stacked">
<thead><tr><th scope="col">${say("column.edition")}</th><th scope="col">${say("column.asOf")}</th><th scope="col">${say("column.made")}</th><th scope="col" class="number">${say("promises.word")}</th><th scope="col">${say("column.state")}</th></tr></thead>
<tbody>${editions.map(
    (one) =>
      html`<tr><th scope="row"><a href="${inLanguage(editionPath(one.number), locale)}"><bdi>${one.title ?? say("edition", { number: one.number })}</bdi></a>${one.space === "simulated" && html` <span class="muted">${say("simulated.short")}</span>`}</th>${cell("column.asOf", day(one.asOf))}${cell("column.made", day(one.madeAt.slice(0, 10)))}<td class="number" data-label="${say("promises.word")}">${number(one.promises)}</td>${cell("column.state", state(one))}</tr>`,
  )}</tbody></table></div>`
}
</section>`;
}

const statesInOrder = ["no_evidence", "reached", "no_deadline", "unquantified", "late", "on_time", "untold"];
const wordsInOrder = ["announced", "signed", "declared", "realised", "proven"];

export function howBody(words: Words): Markup {
  const { say } = words;
  return html`<section><h1>${say("how")}</h1>
<h2>${say("how.words")}</h2>
<dl class="pairs">${wordsInOrder.map((word) => html`<dt>${say(`word.${word}`)}</dt><dd>${say(`means.${word}`)}</dd>`)}</dl>
<h2>${say("how.states")}</h2><p>${say("how.states.rule")}</p>
<dl class="pairs pairs-stacked">${statesInOrder.map((one) => html`<dt><span class="state state-${one}">${say(`state.${one}`)}</span></dt><dd>${say(`explain.${one}`)}</dd>`)}</dl>
<h2 id="untold">${say("how.untold")}</h2><p>${say("how.untold.text")}</p>
<h2>${say("how.frozen")}</h2><p>${say("how.frozen.text")}</p>
</section>`;
}

export function notThereBody({ say, locale }: Words, why: string): Markup {
  return html`<section><h1>${say("notThere")}</h1><p>${why}</p>
<p><a href="${inLanguage("/public", locale)}">${say("register")}</a> · <a href="${inLanguage("/public/editions", locale)}">${say("history")}</a></p></section>`;
}

export function emptyBody({ say }: Words): Markup {
  return html`<section><h1>${say("register")}</h1><p>${say("none")}</p></section>`;
}
