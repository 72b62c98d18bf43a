// `iltizam keys rotate`: the vault's keys are changed while the server serves.
import { rotateKeys } from "@iltizam/core/people";
import { keyFile } from "@iltizam/server/compose";
import { badUse, type Io } from "./command.ts";
import { dataFolder } from "./connect.ts";
import { progress } from "./progress.ts";
import { sayIn } from "./say.ts";
import { withContext } from "./with-context.ts";

/** @throws BadUse where the keys are given in the environment: no command can change them there; it says how to. */
export async function rotateIn(values: { readonly data?: string | undefined }, io: Io): Promise<void> {
  const say = sayIn();
  if (process.env.ILTIZAM_KEYS) {
    const data = dataFolder(values);
    const files = { now: "keys-now.json", next: "keys-next.json", file: keyFile(data) };
    throw badUse(say("keys.rotateInEnvironment", { ...files, data }));
  }
  await withContext(values, async (ctx, { dataDir }) => {
    let bar: ReturnType<typeof progress> | undefined;
    const begun = performance.now();
    const rotation = await rotateKeys(ctx, {
      file: keyFile(dataDir),
      tell: (done, total) => {
        bar ??= progress(io, say("keys.rotating"), total);
        bar.update(done);
      },
    }).finally(() => bar?.end());
    const { from, to, documents, wrapped, retiredFile } = rotation;
    const seconds = (performance.now() - begun) / 1000;
    io.out(say("keys.rotated", { from, to, documents, wrapped, seconds }));
    io.err(say("keys.retired", { from, file: retiredFile }));
  });
}
