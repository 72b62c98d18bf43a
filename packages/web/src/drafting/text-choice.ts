import { useSearch } from "@tanstack/react-router";
import type { DraftText } from "../api/drafting.ts";
import { useLocale } from "../language/language-provider.tsx";

/** The text that is read: in the reader's language where it is written in it. */
export function useTextChoice(texts: readonly DraftText[]): "fr" | "ar" | "both" {
  const { text } = useSearch({ from: "/agreements/$reference/draft" });
  const locale = useLocale();
  const written = texts.map(({ language }) => language);
  if (text === "both" && written.length > 1) return "both";
  const wanted = text ?? (locale === "ar" ? "ar" : "fr");
  return written.find((language) => language === wanted) ?? written[0] ?? "fr";
}
