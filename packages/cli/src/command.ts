// What a command is. One file per command in commands/, found by listing that folder: nobody edits a registry.

export interface Io {
  /** One line (or a block) of the command's own output. */
  out(text: string): void;
  /** Progress, remarks and refusals: never mixed into an output that another program reads. */
  err(text: string): void;
  /** Whether a person watches: progress bars only then. */
  readonly terminal: boolean;
  /** Width of the terminal in characters. */
  readonly columns: number;
}

export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** Arguments and options, one per line, as `--help` shows them. */
  readonly usage: string;
  /** @returns 0 fine, 1 a finding (verify differs, rows refused), 2 bad input or bad use */
  run(args: readonly string[], io: Io): Promise<number>;
}

/** Bad use or bad input, as one sentence for the person at the terminal: the command ends with 2. */
export function badUse(sentence: string): Error {
  return Object.assign(new Error(sentence), { name: "BadUse" });
}
