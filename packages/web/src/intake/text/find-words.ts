// Where some words stand in a text, so that a passage can be chosen without a mouse.
import type { Passage } from "../model/value.ts";

/** Every place where the words stand; a run of blanks matches any other, and nothing else is forgiven. */
export function findWords(text: string, words: string): Passage[] {
  const wanted = words.trim().split(/\s+/u).filter(Boolean);
  if (wanted.length === 0) return [];
  const pattern = wanted.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&")).join("\\s+");
  return [...text.matchAll(new RegExp(pattern, "gu"))].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
    text: found[0],
  }));
}

/** The passage between two offsets, without the blanks at its ends; null when nothing but blanks is between. */
export function passageBetween(text: string, from: number, to: number): Passage | null {
  const [low, high] = from < to ? [from, to] : [to, from];
  const cut = text.slice(low, high);
  const start = low + (cut.length - cut.trimStart().length);
  const end = start + cut.trim().length;
  return end > start ? { start, end, text: text.slice(start, end) } : null;
}
