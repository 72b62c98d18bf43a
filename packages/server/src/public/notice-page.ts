// A call that was opened and has no result yet: for whom, until when, what is asked, how to answer, what comes after.
import type { CallNotice } from "@iltizam/core/calls";
import { codes } from "@iltizam/reference";
import { callPath, inLanguage } from "./address.ts";
import { criteriaTable } from "./criteria-table.ts";
import { html, type Markup, type Part } from "./html.ts";
import type { Words } from "./words.ts";

/** Until when, or why not any more. */
function receptionOf({ say, day }: Words, { reception, opensOn, closesOn }: CallNotice): string {
  return say(`notices.${reception}`, { opens: day(opensOn), closes: day(closesOn) });
}

export function noticeCard(words: Words, notice: CallNotice): Markup {
  const { say, locale, money } = words;
  const { reference, title, launchedBy, territory, ceiling, currency } = notice;
  return html`<article class="card">
<h3><a href="${inLanguage(callPath(reference), locale)}">${words.name(title)}</a></h3>
<p class="muted">${notice.space === "simulated" && html`${say("simulated.short")} · `}${words.name(launchedBy)} · ${words.name(territory)}</p>
<p><strong>${receptionOf(words, notice)}</strong> · ${say("notices.ceiling")} ${money(ceiling, currency)}</p>
</article>`;
}

export function noticeBody(words: Words, notice: CallNotice): Markup {
  const { say } = words;
  const { reception, purpose } = notice;
  const takes = reception === "taking" || reception === "coming";
  return html`<section>
<h1>${words.name(notice.title)}</h1>
<p class="muted"><bdi dir="ltr">${notice.reference}</bdi></p>
<p class="said" role="note"><strong>${receptionOf(words, notice)}</strong>${reception === "over" && html` · ${say("notices.over.then")}`}</p>
${purpose !== null && html`<p>${written(purpose)}</p>`}
${terms(words, notice)}
</section>
<section><h2>${say("notices.documents")}</h2>${documents(words, notice)}</section>
${takes && html`<section><h2>${say("notices.answer")}</h2>${answer(words, notice)}</section>`}
<section><h2>${say("notices.criteria")}</h2>${criteriaTable(words, notice)}</section>
${reception !== "cancelled" && html`<section><h2>${say("notices.after")}</h2>${after(words)}</section>`}`;
}

function terms(words: Words, notice: CallNotice): Markup {
  const { say, day, money, locale, tag } = words;
  const { currency, ownSharePercent, provinces, territory } = notice;
  const kinds = codes("organisation_kinds").filter(({ code }) => notice.kinds.some((kind) => kind === code));
  const days = { from: day(notice.opensOn), until: day(notice.closesOn) };
  const places = provinces.length === 0 ? [territory] : provinces;
  return html`<dl class="pairs">
<dt>${say("calls.launchedBy")}</dt><dd>${words.name(notice.launchedBy)}</dd>
<dt>${say("notices.who")}</dt><dd>${listed(
    tag,
    "disjunction",
    kinds.map(({ label }) => label[locale]),
  )}</dd>
<dt>${say("notices.where")}</dt><dd>${listed(tag, "conjunction", places.map(words.name))}</dd>
<dt>${say("calls.days")}</dt><dd>${say("notices.fromTo", { ...days, zone: zoneIn(words, notice) })}</dd>
<dt>${say("calls.envelope")}</dt><dd>${money(notice.envelope, currency)}</dd>
<dt>${say("notices.ceiling")}</dt><dd>${money(notice.ceiling, currency)}</dd>
${ownSharePercent > 0 && html`<dt>${say("notices.ownShare")}</dt><dd>${say("notices.ofWhole", { percent: ownSharePercent })}</dd>`}
</dl>`;
}

/** What was written in one language alone: its letters tell which of the two that offices here write. */
const written = (text: string): Markup =>
  html`<bdi lang="${/\p{Script=Arabic}/u.test(text) ? "ar" : "fr"}">${text}</bdi>`;

/** One after the other, as the language joins them. */
const listed = (tag: string, type: "conjunction" | "disjunction", all: readonly Part[]): Part[] =>
  new Intl.ListFormat(tag, { type })
    .formatToParts(all.map((_, at) => String(at)))
    .map(({ type: is, value }) => (is === "element" ? all[Number(value)] : value));

/** The zone, and how far it stands from UTC when the last day ends: in Morocco that changes with the year. */
function zoneIn({ tag, say }: Words, { closesOn, timeZone }: CallNotice): string {
  const written = new Intl.DateTimeFormat(tag, { timeZone, timeZoneName: "shortOffset" });
  const parts = written.formatToParts(new Date(`${closesOn}T23:00:00Z`));
  const offset = parts.find(({ type }) => type === "timeZoneName")?.value ?? timeZone;
  return say("notices.zone", { city: timeZone.replace(/^.*\//u, "").replaceAll("_", " "), offset });
}

function documents(words: Words, { documents: asked }: CallNotice): Markup {
  const { say } = words;
  if (asked.length === 0) return html`<p>${say("notices.noDocument")}</p>`;
  return html`<ol class="list">${asked.map(
    ({ label, labelAr, required }) =>
      html`<li>${words.name({ fr: label, ar: labelAr, en: null })}${!required && html` <span class="muted">(${say("notices.optional")})</span>`}</li>`,
  )}</ol>`;
}

function answer(words: Words, { reference, contact, launchedBy }: CallNotice): Markup {
  const { say } = words;
  return html`<ul class="list">
<li>${say("notices.withAccount")} <a href="/open-calls/${reference}">${say("notices.answerOnline")}</a></li>
<li>${say("notices.withoutAccount")}</li>
</ul>
<p>${say("notices.contact")} ${contact === null ? words.name(launchedBy) : html`<strong>${written(contact)}</strong>`}</p>`;
}

const steps = ["completed", "judged", "decided", "published", "agreement"];
const after = ({ say }: Words) =>
  html`<ol class="list">${steps.map((step) => html`<li>${say(`notices.after.${step}`)}</li>`)}</ol>`;
