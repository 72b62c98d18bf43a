// What is open beside the screen, as the address says it: a figure with its rows, or the words in their text.
import { useNavigate } from "@tanstack/react-router";

export type Part = "announced" | "signed" | "declared" | "realised" | "proven";

export type Opened =
  | { readonly kind: "figure"; readonly commitment: string; readonly part: Part | null }
  | { readonly kind: "words"; readonly document: string; readonly passage: string };

const parts: readonly Part[] = ["announced", "signed", "declared", "realised", "proven"];

export function readOpened(text: string | undefined): Opened | null {
  const [kind, first = "", second = ""] = (text ?? "").split("~");
  if (first === "") return null;
  if (kind === "figure") {
    return { kind, commitment: first, part: parts.find((part) => part === second) ?? null };
  }
  return kind === "words" ? { kind, document: first, passage: second } : null;
}

export function writeOpened(opened: Opened): string {
  if (opened.kind === "words") return `words~${opened.document}~${opened.passage}`;
  return `figure~${opened.commitment}${opened.part ? `~${opened.part}` : ""}`;
}

/** Opens something beside the screen, or closes it: the address changes, the page stays. */
export function useOpen(): (opened: Opened | null) => void {
  const navigate = useNavigate();
  return (opened) =>
    void navigate({
      to: ".",
      search: (before: object) => ({ ...before, open: opened ? writeOpened(opened) : undefined }),
      resetScroll: false,
    });
}
