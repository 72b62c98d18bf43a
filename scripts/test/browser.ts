// The browser tests need Debian's chromium: installed when root runs them, told when nobody can.
import { spawnSync } from "node:child_process";
import { existsSync, globSync } from "node:fs";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Names the browser in ILTIZAM_CHROMIUM; gives the sentence that ends the run when CI has none. */
export function prepareBrowser(filters: readonly string[]): string | undefined {
  if (!wantsBrowser(filters)) return undefined;
  if (findBrowser() === undefined && process.getuid?.() === 0) installChromium();
  const found = findBrowser();
  if (found !== undefined) {
    process.env.ILTIZAM_CHROMIUM = found;
    return undefined;
  }
  if (process.env.CI === "true") {
    return "The browser tests cannot run: there is no chromium and it could not be installed (apt-get install chromium).";
  }
  process.stderr.write("Browser tests are skipped: install chromium (as root: apt-get install chromium).\n");
  return undefined;
}

function wantsBrowser(filters: readonly string[]): boolean {
  const suite = globSync("e2e/src/**/*.test.ts");
  return suite.some((file) => filters.length === 0 || filters.some((filter) => file.includes(filter)));
}

function findBrowser(): string | undefined {
  const named = process.env.ILTIZAM_CHROMIUM;
  return [named ?? "", ...places].find((place) => place !== "" && existsSync(place));
}

function installChromium(): void {
  process.stderr.write("Installing Debian's chromium for the browser tests (once) …\n");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...args: string[]) => spawnSync("apt-get", ["-q", ...args], { env, encoding: "utf8" });
  const install = () => apt("install", "-y", "--no-install-recommends", "chromium");
  if (install().status === 0) return;
  apt("update");
  const second = install();
  if (second.status !== 0) process.stderr.write(`${second.stderr ?? "apt-get is not here"}\n`);
}
