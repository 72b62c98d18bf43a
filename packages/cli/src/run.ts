// iltizam COMMAND …: finds the command by its name and runs it.
import type { Command, Io } from "./command.ts";
import { commandNames, loadCommand, nearestName } from "./list-commands.ts";
import { refusalOf } from "./refusal.ts";

/** @returns the exit code: 0 fine, 1 a finding, 2 bad input or bad use */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const [name, ...rest] = args;
  const names = commandNames();
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    await listCommands(names, io);
    return name === undefined ? 2 : 0;
  }
  if (!names.includes(name)) {
    const near = nearestName(name, names);
    const meant = near === undefined ? "" : ` Did you mean “${near}”?`;
    io.err(`There is no command “${name}”.${meant} The commands: ${names.join(", ")}.`);
    return 2;
  }
  const command = await loadCommand(name);
  if (rest.includes("--help") || rest.includes("-h")) {
    io.out(`${command.summary}\n\n${command.usage}`);
    return 0;
  }
  return runSaying(command, rest, io);
}

async function runSaying(command: Command, args: readonly string[], io: Io): Promise<number> {
  try {
    return await command.run(args, io);
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === undefined) throw error;
    io.err(refusal.kind === "use" ? `${refusal.sentence}\n\n${command.usage}` : refusal.sentence);
    return 2;
  }
}

async function listCommands(names: readonly string[], io: Io): Promise<void> {
  io.out("iltizam COMMAND [options]\n");
  for (const command of await Promise.all(names.map(loadCommand))) {
    io.out(`  ${command.name.padEnd(12)}${command.summary}`);
  }
  io.out("\niltizam COMMAND --help says more. Exit code: 0 fine, 1 a finding, 2 bad input or bad use.");
}
