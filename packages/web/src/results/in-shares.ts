/** What became of many results: how many were judged, and how many were left, by reason. */
export interface Judged {
  readonly done: number;
  readonly left: Readonly<Record<string, number>>;
}

const nothingJudged: Judged = { done: 0, left: {} };

const atOnce = 200;

/**
 * Judges in shares, one after the other, so that each is short and the next ones wait for no one. What is done stays done
 * when one of them fails.
 */
export async function inShares(
  facts: readonly string[],
  judge: (share: string[]) => Promise<Judged>,
  onProgress: (done: number) => void,
): Promise<Judged> {
  let judged = nothingJudged;
  onProgress(0);
  for (let at = 0; at < facts.length; at += atOnce) {
    judged = add(judged, await judge(facts.slice(at, at + atOnce)));
    onProgress(Math.min(at + atOnce, facts.length));
  }
  return judged;
}

function add(one: Judged, other: Judged): Judged {
  const left = { ...one.left };
  for (const [why, count] of Object.entries(other.left)) left[why] = (left[why] ?? 0) + count;
  return { done: one.done + other.done, left };
}
