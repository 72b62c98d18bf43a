// The criteria of a call, as its notice and its result both give them.
import type { CallResult } from "@iltizam/core/calls";
import { html, type Markup, type Part } from "./html.ts";
import type { Words } from "./words.ts";

const cell = (content: Part) => html`<td class="number">${content}</td>`;
const none = html`<span aria-hidden="true">–</span>`;

/** How it is judged: each criterion with what it weighs, and the rule that makes points of it. */
export function criteriaTable(
  words: Words,
  { criteria: all, passMark }: Pick<CallResult, "criteria" | "passMark">,
): Markup {
  const { say, number } = words;
  return html`<div class="sheet"><table>
<thead><tr><th scope="col">${say("calls.criterion")}</th><th scope="col" class="number">${say("calls.weight")}</th><th scope="col" class="number">${say("calls.scale")}</th><th scope="col" class="number">${say("calls.atLeast")}</th></tr></thead>
<tbody>${all.map(
    (one) =>
      html`<tr><th scope="row">${words.name({ fr: one.label, ar: one.labelAr, en: null })}</th>${cell(html`<bdi>${say("calls.percent", { percent: one.weight })}</bdi>`)}${cell(number(one.scale))}${cell(one.atLeast === null ? none : number(one.atLeast))}</tr>`,
  )}</tbody></table></div>
<p class="muted">${say("calls.scored")}${passMark !== null && html` ${say("calls.passMark", { pass: passMark })}`}</p>`;
}
