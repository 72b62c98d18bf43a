// A file as the API takes it, and whether it is worth sending.

export const endings = [".txt", ".md", ".html", ".htm", ".pdf", ".docx"] as const;
export const largest = 20 * 1024 * 1024;

/** Why a file is not sent: an ending that is not read, too large, empty; null when it may be. */
export function faultOf(file: {
  readonly name: string;
  readonly size: number;
}): "ending" | "large" | "empty" | null {
  const name = file.name.toLowerCase();
  if (!endings.some((ending) => name.endsWith(ending))) return "ending";
  if (file.size > largest) return "large";
  return file.size === 0 ? "empty" : null;
}

/** Base64 of a file's bytes. */
export async function contentOf(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 0x8000) {
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)));
  }
  return btoa(pieces.join(""));
}

/** A name for words that were pasted: their first line, as a file. */
export function nameOfText(text: string): string {
  const first = text.trim().split("\n")[0] ?? "";
  const bare = first
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  return `${bare.slice(0, 80).trim() || "texte"}.txt`;
}
