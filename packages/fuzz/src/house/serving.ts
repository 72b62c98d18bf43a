// Starts and stops the server of a run.
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

export interface Serving {
  readonly address: string;
  /** What the server holds after it has swept up. */
  memory(): Promise<NodeJS.MemoryUsage>;
  /** Whether the process is still there. */
  lives(): boolean;
  stop(): Promise<void>;
}

export async function serve(told: { appUrl: string; dataDir: string; webFolder: string }): Promise<Serving> {
  const program = fileURLToPath(new URL("serve-house.ts", import.meta.url));
  const child = fork(program, [JSON.stringify(told)], {
    ...{ execArgv: ["--expose-gc"], stdio: ["ignore", "ignore", "pipe", "ipc"] },
  });
  let complaints = "";
  child.stderr?.on("data", (text: Buffer) => {
    complaints = (complaints + text.toString()).slice(-2000);
  });
  const { address } = await Promise.race([
    answerOf<{ address: string }>(child),
    once(child, "exit").then(() => Promise.reject(new Error(`the server did not start: ${complaints}`))),
  ]);
  return {
    address,
    lives: () => child.exitCode === null && child.signalCode === null,
    async memory() {
      child.send("memory");
      return (await answerOf<{ memory: NodeJS.MemoryUsage }>(child)).memory;
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, "exit");
      child.disconnect();
      const late = setTimeout(() => child.kill("SIGKILL"), 10_000);
      await gone;
      clearTimeout(late);
    },
  };
}

async function answerOf<Answer>(child: ChildProcess): Promise<Answer> {
  const [message] = (await once(child, "message")) as [Answer];
  return message;
}
