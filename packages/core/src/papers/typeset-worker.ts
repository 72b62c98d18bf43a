import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parentPort, workerData } from "node:worker_threads";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";

const { main, data } = workerData as { readonly main: string; readonly data: unknown };
const fonts = dirname(fileURLToPath(import.meta.resolve("@expo-google-fonts/tajawal/package.json")));
const mainFilePath = fileURLToPath(main);
const compiler = NodeCompiler.create({
  workspace: dirname(mainFilePath),
  fontArgs: [{ fontPaths: [join(fonts, "400Regular"), join(fonts, "700Bold")] }],
});
compiler.mapShadow(join(dirname(mainFilePath), "paper.json"), Buffer.from(JSON.stringify(data)));
// a day of making in the file would make two prints of one paper differ
const pdf = compiler.pdf({ mainFilePath }, { creationTimestamp: 0 });
parentPort?.postMessage(new Uint8Array(pdf));
