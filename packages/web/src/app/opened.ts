// What is open beside the screen, as the address says it: a figure with its rows, or the words in their text.
import { useNavigate } from "@tanstack/react-router";
import { useCallback } from "react";

export type Part = "announced" | "signed" | "declared" | "realised" | "proven";

export type Opened =
  | OpenedFigure
  | { readonly kind: "words"; readonly document: string; readonly passage: string }
  | OpenedLabour
  | OpenedNode;

export interface OpenedFigure {
  readonly kind: "figure";
  readonly commitment: string;
  readonly part: Part | null;
  /** One line of a split, as «month=2025-03»: the rows that are shown first. */
  readonly line?: string;
}

/** What counts under an indicator at a place (by its code) or in an agreement's whole file (by its reference). */
export interface OpenedNode {
  readonly kind: "place" | "file";
  readonly of: string;
  readonly indicator: string;
  readonly part: Part | null;
  /** One line of a split, as «month=2025-03»: the rows that are shown first. */
  readonly line?: string;
}

/** What a census or a survey tells of work at a place, with its source. */
export interface OpenedLabour {
  readonly kind: "labour";
  readonly of: string;
  readonly method: "census" | "survey";
}

const parts: readonly Part[] = ["announced", "signed", "declared", "realised", "proven"];

export function readOpened(text: string | undefined): Opened | null {
  const [kind, first = "", second = "", third, line] = (text ?? "").split("~");
  if (first === "") return null;
  if ((kind === "place" || kind === "file") && second !== "") {
    const part = parts.find((one) => one === third) ?? null;
    return { kind, of: first, indicator: second, part, ...(line && { line }) };
  }
  if (kind === "figure") {
    const part = parts.find((one) => one === second) ?? null;
    return { kind, commitment: first, part, ...(third && { line: third }) };
  }
  if (kind === "labour") return { kind, of: first, method: second === "survey" ? "survey" : "census" };
  return kind === "words" ? { kind, document: first, passage: second } : null;
}

export function writeOpened(opened: Opened): string {
  if (opened.kind === "words") return `words~${opened.document}~${opened.passage}`;
  if (opened.kind === "labour") return `labour~${opened.of}~${opened.method}`;
  if (opened.kind !== "figure") {
    const { kind, of, indicator, part, line } = opened;
    return [kind, of, indicator, ...(part ? [part] : []), ...(part && line ? [line] : [])].join("~");
  }
  const { commitment, part, line } = opened;
  return ["figure", commitment, ...(part ? [part] : []), ...(part && line ? [line] : [])].join("~");
}

/** Opens something beside the screen, or closes it: the address changes, the page stays. */
export function useOpen(): (opened: Opened | null) => void {
  const navigate = useNavigate();
  return useCallback(
    (opened) =>
      void navigate({
        to: ".",
        search: (before: object) => ({ ...before, open: opened ? writeOpened(opened) : undefined }),
        resetScroll: false,
      }),
    [navigate],
  );
}
