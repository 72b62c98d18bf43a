// A promise: its words, what came of it, who declared and who verified, and every line of which a figure is made.
import type { EditionAgreement, EditionAround, EditionPromise } from "@iltizam/core/publishing";
import { agreementPath, inLanguage } from "./address.ts";
import { drawBar } from "./bar.ts";
import { html, type Markup, type Part } from "./html.ts";
import { breakdown, figuresOf, indicatorName, isUntold, state } from "./parts.ts";
import type { Words } from "./words.ts";

export function promiseBody(
  words: Words,
  around: EditionAround,
  agreement: EditionAgreement,
  promise: EditionPromise,
): Markup {
  const { say, locale } = words;
  const { number } = around.edition;
  const { breakdowns, realised, proven } = promise;
  const lines = (["sex", "year", "region"] as const).map((dimension) =>
    breakdown(words, around, dimension, breakdowns[dimension], promise),
  );
  const shown = [
    realised,
    proven,
    ...Object.values(breakdowns)
      .flat()
      .flatMap((line) => [line.realised, line.proven]),
  ];
  return html`<section>
<p class="muted"><a href="${inLanguage(agreementPath(number, agreement.reference), locale)}">${words.name(agreement.title)}</a></p>
<h1>${say("promise")} <bdi dir="ltr">${promise.reference}</bdi></h1>
<blockquote><bdi>${promise.wording}</bdi></blockquote>
<p>${state(words, promise)} <span class="muted">${say(`explain.${promise.state ?? "untold"}`)}</span></p>
${drawBar(promise, 32)}
${figuresOf(words, promise, promise.realised === 0 ? undefined : "#lines")}
</section>
${aboutPromise(words, around, agreement, promise)}
${sources(words, promise)}
${comments(words, promise)}
<section aria-labelledby="lines">
<h2 id="lines">${say("lines")}</h2>
${promise.realised === 0 ? html`<p>${say("lines.none")}</p>` : html`<div class="side-by-side">${lines}</div>`}
${isUntold(shown) && html`<p class="muted">${say("untold.explained", { threshold: around.edition.threshold })} <a href="${inLanguage("/public/how", locale)}#untold">${say("why")}</a></p>`}
</section>`;
}

/** What stands around the promise: whose it is, by when, how it was verified. */
function aboutPromise(
  words: Words,
  around: EditionAround,
  agreement: EditionAgreement,
  promise: EditionPromise,
): Markup {
  const { say, day, number } = words;
  const { owner, territory, period, deadline, signed, declaredBy, verified } = promise;
  const signedOn = words.partialDay(agreement.signed);
  const row = (word: string, value: Part) => html`<dt>${say(word)}</dt><dd>${value}</dd>`;
  const changed = signed.original !== null && signed.original !== signed.current;
  return html`<section><dl class="pairs">
${row("column.indicator", indicatorName(words, around, promise.indicator))}
${row("signedOn", [signedOn ?? say("day.unknown"), agreement.reported && html` · ${say("reported")}`])}
${row("owner", owner === null ? say("owner.unknown") : words.name(owner))}
${territory && row("place", words.name(territory))}
${period.from && period.to && row("period", html`${day(period.from)} – ${day(period.to)}`)}
${row("deadline", deadline === null ? say("deadline.none") : day(deadline))}
${changed && row("target.original", number(signed.original ?? 0))}
${row("declaredBy", declaredBy.length === 0 ? say("nobody") : list(declaredBy.map(words.name)))}
${row("verifiedBy", verification(words, verified))}
</dl></section>`;
}

const list = (items: readonly Part[]) => items.map((item, at) => [at > 0 && " · ", item]);

function verification(words: Words, { by, levels, matchedWith }: EditionPromise["verified"]): Part {
  const { say } = words;
  if (levels.length === 0) return say("nobody");
  const how = levels.filter((level) => level > 1).map((level) => say(`level.${level}`));
  return list(
    [by && words.name(by), ...how, ...matchedWith.map((name) => html`<bdi>${name}</bdi>`)].filter(Boolean),
  );
}

function sources(words: Words, { announced }: EditionPromise): Markup | null {
  if (announced.length === 0) return null;
  const { say, number } = words;
  return html`<section><h2>${say("sources")}</h2>
${announced.map((one) => html`<figure><blockquote><bdi>${one.passage}</bdi></blockquote><figcaption class="muted">${one.value !== null && html`<bdi>${number(one.value)}</bdi> · `}<bdi>${one.source}</bdi></figcaption></figure>`)}
</section>`;
}

function comments(words: Words, { comments: said }: EditionPromise): Markup | null {
  if (said.length === 0) return null;
  const { say, day } = words;
  return html`<section><h2>${say("comments")}</h2>
${said.map((one) => html`<figure class="said"><p lang="${one.language}" dir="auto">${one.text}</p><figcaption class="muted">${words.name(one.organisation)} · ${day(one.on)}</figcaption></figure>`)}
</section>`;
}
