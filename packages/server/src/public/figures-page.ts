// All promises together, indicator by indicator: each person once. Every figure opens the promises that make it up.
import type { EditionAround } from "@iltizam/core/publishing";
import { editionPath, inLanguage } from "./address.ts";
import { html, type Markup } from "./html.ts";
import { breakdown, count, indicatorName } from "./parts.ts";
import type { Words } from "./words.ts";

export function figuresBody(words: Words, around: EditionAround): Markup {
  const { say, locale, number } = words;
  const { edition, together } = around;
  const open = (indicator: string) =>
    `${inLanguage(editionPath(edition.number), locale, { indicator, sort: "realised" })}#promises`;
  return html`<section><h1>${say("figures")}</h1><p>${say("figures.lead")}</p>
${together.length === 0 && html`<p>${say("figures.none")}</p>`}</section>
${together.map(
  (all) => html`<section class="card" aria-labelledby="i-${all.indicator}">
<h2 id="i-${all.indicator}">${indicatorName(words, around, all.indicator)}</h2>
<p class="muted">${definitionOf(words, around, all.indicator)}</p>
<dl class="facts">
<div><dt>${say("word.realised")}</dt><dd><a href="${open(all.indicator)}">${count(words, all.realised)}</a></dd></div>
<div><dt>${say("word.proven")}</dt><dd><a href="${open(all.indicator)}">${count(words, all.proven)}</a></dd></div>
<div><dt>${say("promises.word")}</dt><dd><a href="${open(all.indicator)}">${number(all.promises)}</a></dd></div>
</dl>
${all.inMoreThanOne !== null && all.inMoreThanOne > 0 && html`<p>${say("moreThanOne", { count: all.inMoreThanOne })}</p>`}
<div class="side-by-side">${(["sex", "year", "region"] as const).map((dimension) => breakdown(words, around, dimension, all.breakdowns[dimension], all))}</div>
</section>`,
)}`;
}

const definitionOf = (words: Words, { indicators }: EditionAround, code: string) => {
  const found = indicators.find((one) => one.code === code);
  return found && words.name(found.definition);
};
