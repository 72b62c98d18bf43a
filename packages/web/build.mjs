// Builds the web application when it is missing or its sources have changed. Asking whether it is current takes a few
// milliseconds: `npm start` asks each time.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const dist = join(here, "dist");
const stampFile = join(dist, ".stamp");
const own = ["index.html", "vite.config.ts", "package.json", "tsconfig.json", "build.mjs"];

/** A hash of everything that the build depends on: sources, public files, settings and the lock file. */
export function stampOfSources() {
  const hash = createHash("sha1");
  const folders = ["src", "public"].flatMap((folder) =>
    readdirSync(join(here, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.includes(".test."))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const files = [...folders.sort(), ...own.map((name) => join(here, name)), join(here, "../../package-lock.json")];
  for (const file of files) {
    hash.update(file.slice(here.length)).update("\0");
    if (existsSync(file)) hash.update(readFileSync(file));
  }
  return hash.digest("hex");
}

/** Whether packages/web/dist was built from the sources as they are. */
export function isWebBuilt() {
  return existsSync(stampFile) && readFileSync(stampFile, "utf8") === stampOfSources();
}

/**
 * Builds if needed; returns whether it had to. It is built beside what stands and put in its place when it is whole:
 * whoever is served meanwhile, or builds at the same time, never meets half of it.
 */
export async function buildWeb() {
  const stamp = stampOfSources();
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) return false;
  const { build } = await import("vite");
  const outDir = `${dist}.next-${process.pid}`;
  // A test runner's own NODE_ENV would build React as it is for development: larger, slower, and drawn twice.
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = "production";
  try {
    await build({ root: here, logLevel: "warn", build: { outDir } });
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
  await compressBuilt(outDir);
  writeFileSync(join(outDir, ".stamp"), stamp);
  putInPlace(outDir);
  return true;
}

/** Two that end at the same moment leave the one that came first: it was built from the same sources, or is built anew. */
function putInPlace(outDir) {
  const before = `${outDir}.before`;
  const wasThere = moved(dist, before);
  if (!moved(outDir, dist)) rmSync(outDir, { recursive: true, force: true });
  if (wasThere) rmSync(before, { recursive: true, force: true });
}

function moved(from, to) {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (["ENOENT", "ENOTEMPTY", "EEXIST"].includes(error.code)) return false;
    throw error;
  }
}

/** Beside each text file the same, compressed: the server hands out what the browser reads. Fonts are compressed already. */
async function compressBuilt(outDir) {
  const files = readdirSync(outDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(js|css|svg|html)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  await Promise.all(
    files.map(async (file) => {
      const content = readFileSync(file);
      if (content.length < 1024) return;
      writeFileSync(`${file}.gz`, await promisify(gzip)(content, { level: 9 }));
      const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
      writeFileSync(`${file}.br`, await promisify(brotliCompress)(content, { params }));
    }),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildWeb();
