// Questions at the terminal; what is secret is not shown while it is typed.
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";

/** Whether a person can answer. */
export const canAsk = () => process.stdin.isTTY === true && process.stderr.isTTY === true;

/** Asks on the error stream, so that the command's output stays its own. */
export async function ask(question: string, { secret = false } = {}): Promise<string> {
  let hidden = false;
  const output = new Writable({
    write: (chunk, _encoding, done) => {
      if (!hidden) process.stderr.write(chunk);
      done();
    },
  });
  const terminal = createInterface({ input: process.stdin, output, terminal: true });
  try {
    const answer = terminal.question(question);
    hidden = secret;
    return await answer;
  } finally {
    terminal.close();
    if (secret) process.stderr.write("\n");
  }
}
