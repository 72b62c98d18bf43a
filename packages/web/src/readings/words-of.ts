/** What was said and the words that said it, short enough for a line of a list. */
export function wordsOfReading(said: string, passage: string): string {
  const letters = [...passage];
  const quoted = letters.length > longest ? `${letters.slice(0, longest).join("")}…` : passage;
  return `${said} · «${quoted}»`;
}

const longest = 60;
