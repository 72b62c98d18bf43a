// What no log may hold, whoever writes it: an error may quote the request that caused it.

const secrets: readonly (readonly [RegExp, string])[] = [
  [/\b([a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi, "$1…@"],
  [/\bitz_[a-z0-9]+_[\w-]+/g, "itz_…"],
  [/\b(Bearer|Basic)\s+[^\s"',;]+/gi, "$1 …"],
  [/\b((?:__Host-)?iltizam-[a-z]+)=[^\s"';]+/g, "$1=…"],
  [/"?(password|newPassword|secret|token|code|step)"?\s*[:=]\s*"(?:[^"\\]|\\.)*"/gi, '"$1":"…"'],
  [/(?<![\w-])[\w-]{43}(?![\w-])/g, "…"],
  [/[^\s"'<>(),;:]+@[\w-]+(\.[\w-]+)+/g, "…@…"],
];

export function redactSecrets(text: string): string {
  return secrets.reduce((left, [pattern, instead]) => left.replace(pattern, instead), text);
}

/** The same of every text in a log entry. */
export function redactEntry(entry: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(entry).map(([key, value]) => [key, redacted(value)]));
}

function redacted(value: unknown): unknown {
  if (typeof value === "string") return redactSecrets(value);
  if (value === null || typeof value !== "object") return value;
  return Array.isArray(value) ? value.map(redacted) : redactEntry(value);
}
