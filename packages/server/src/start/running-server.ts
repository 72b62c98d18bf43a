// One server per data folder: a second start says where the first one serves.
import { setTimeout as sleep } from "node:timers/promises";
import { askHolder, tryHold } from "../postgres/index.ts";
import { startErrors } from "./errors.ts";

export interface ServerHold {
  /** From now on a second start is told this address. */
  announce(address: string): void;
  release(): Promise<void>;
}

/** Takes the folder for this server, or gives the address of the one that has it; waits while that one starts. */
export async function holdFolder(dataDir: string): Promise<ServerHold | { readonly servedAt: string }> {
  const giveUp = Date.now() + 300_000;
  while (Date.now() < giveUp) {
    let address = "";
    const hold = await tryHold(dataDir, "server", () => address);
    if (hold !== undefined) {
      return {
        announce: (known) => {
          address = known;
        },
        release: () => hold.release(),
      };
    }
    const servedAt = await askHolder(dataDir, "server");
    if (servedAt !== undefined && servedAt !== "") return { servedAt };
    await sleep(200);
  }
  throw startErrors.already_starting({ folder: dataDir });
}
