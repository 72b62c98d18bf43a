// The promise bar without a script: the same picture as in the application, from a promise of an edition.
import type { EditionPromise } from "@iltizam/core/publishing";
import { html, type Markup } from "./html.ts";

/** The greatest value stops short of the end, so that its line is seen. */
const fullScale = 94;

/** Drawn for the eye; the figures beside it say the same in words. */
export function drawBar(promise: EditionPromise, height: 12 | 32): Markup {
  const { announced, signed, declared, realised, proven, elapsed } = promise;
  const values = announced.flatMap(({ value }) => value ?? []);
  const target = signed.current;
  const greatest = Math.max(0, ...values, target ?? 0, signed.original ?? 0, declared ?? 0, realised ?? 0);
  const at = (value: number) => (greatest === 0 ? "0%" : `${((value / greatest) * fullScale).toFixed(2)}%`);
  const width = (from: number, to: number) => at(Math.max(0, to - from));
  const body = height - 5;
  const end = target === null ? "100%" : at(target);
  const told = realised ?? 0;
  const fill = (kind: string, from: number, to: number) =>
    to > from &&
    html`<rect class="bar-${kind}" x="${at(from)}" width="${width(from, to)}" y="1" height="${body}"/>`;
  const isDeclared = (declared ?? 0) > told;
  const hatch = `declared-${promise.reference.replaceAll("/", "-")}`;
  const hasFrame = target !== null || signed.original !== null;
  return html`<svg class="bar" width="100%" height="${height}" aria-hidden="true" focusable="false">
<rect class="bar-base" x="0" y="${body + 1}" width="100%" height="1"/>
${fill("proven", 0, proven ?? 0)}${fill("realised", proven ?? 0, told)}
${isDeclared && html`<pattern id="${hatch}" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="bar-hatch" width="2" height="5"/></pattern><rect fill="url(#${hatch})" x="${at(told)}" width="${width(told, declared ?? 0)}" y="1" height="${body}"/>`}
${hasFrame && html`<rect class="bar-frame" x="0" y="1" width="${end}" height="${body}"/>`}
${values.map((value) => html`<line class="bar-announced" x1="${at(value)}" x2="${at(value)}" y1="0" y2="${body + 3}"/>`)}
${elapsed !== null && html`<rect class="bar-time" x="0" y="${body + 3}" width="${((elapsed * fullScale * (target ?? greatest)) / (greatest || 1)).toFixed(2)}%" height="2"/>`}
</svg>`;
}
