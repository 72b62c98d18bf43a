import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parentPort, workerData } from "node:worker_threads";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";

const fonts = dirname(fileURLToPath(import.meta.resolve("@expo-google-fonts/tajawal/package.json")));
const here = fileURLToPath(new URL(".", import.meta.url));
const compiler = NodeCompiler.create({
  workspace: here,
  fontArgs: [{ fontPaths: [join(fonts, "400Regular"), join(fonts, "700Bold")] }],
});
compiler.mapShadow(join(here, "paper.json"), Buffer.from(JSON.stringify(workerData)));
// a day of making in the file would make two prints of one paper differ
const pdf = compiler.pdf({ mainFilePath: join(here, "committee-file.typ") }, { creationTimestamp: 0 });
parentPort?.postMessage(new Uint8Array(pdf));
