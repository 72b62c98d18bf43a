// Each step of a start is told in one line, with what it took.

export type Say = (text: string) => void;

/** Runs a step and tells how it went; a step with nothing to tell stays silent. */
export async function step<Result>(
  say: Say,
  what: string,
  act: () => Promise<{ result: Result; told: string | undefined }>,
): Promise<Result> {
  const started = performance.now();
  const { result, told } = await act();
  if (told !== undefined) say(`  ${what.padEnd(12)}${told} (${seconds(performance.now() - started)})`);
  return result;
}

/** A duration in seconds, as people read it: 0.04 s, 1.2 s, 75 s. */
export function seconds(milliseconds: number): string {
  const value = milliseconds / 1000;
  const digits = value < 0.1 ? 2 : value < 10 ? 1 : 0;
  return `${value.toFixed(digits)} s`;
}
