// A command as a person runs it, without a process of its own: some seconds less for each.
import type { Io } from "../command.ts";
import { run } from "../run.ts";

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** What the command printed, in English, and its exit code; `surroundings` are all that it sees of the environment. */
export async function runHere(args: readonly string[], surroundings: NodeJS.ProcessEnv = {}): Promise<Ran> {
  const said = { out: "", err: "" };
  const say = (where: keyof typeof said) => (text: string) => {
    said[where] += `${text}\n`;
  };
  const io: Io = { out: say("out"), err: say("err"), terminal: false, columns: 100 };
  const { env } = process;
  process.env = { PATH: env.PATH, HOME: env.HOME, LANG: "C", ...surroundings };
  try {
    return { code: await run(args, io), ...said };
  } finally {
    process.env = env;
  }
}
