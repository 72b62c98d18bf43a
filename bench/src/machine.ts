import { cpus, totalmem } from "node:os";

/** The machine in one line, for the head of every table. */
export function machine(): string {
  const processors = cpus();
  const memory = Math.round(totalmem() / 1024 ** 3);
  return `${processors.length} cores (${processors[0]?.model.trim() ?? "unknown"}), ${memory} GiB, Node ${process.versions.node}`;
}
