/** What was said and the words that said it, short enough for a line of a list. */
export const wordsOfReading = (said: string, passage: string): string => `${said} · «${shortened(passage)}»`;

/** Short enough for a line of a list. */
export function shortened(text: string): string {
  const letters = [...text];
  return letters.length > longest ? `${letters.slice(0, longest).join("")}…` : text;
}

const longest = 60;
