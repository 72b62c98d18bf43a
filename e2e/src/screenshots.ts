// Pictures of every screen, to look at: node e2e/src/screenshots.ts FOLDER [NAME…]
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { loadDemo } from "@iltizam/server/demo";
import { stopOwnTestServer } from "@iltizam/testkit/database";
import { screens } from "./screens.ts";
import { visit } from "./settled.ts";
import { openSite } from "./site.ts";

const [folder = "screenshots", ...names] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const site = await openSite(loadDemo);
try {
  for (const lang of ["fr", "ar"] as const) {
    for (const width of [1440, 360]) {
      const { context } = await site.reader({ lang, width });
      const page = await context.newPage();
      page.on("console", (message) => {
        if (message.type() === "error") process.stderr.write(`${message.text()}\n`);
      });
      for (const [name, given] of Object.entries(screens)) {
        const path = given.replaceAll("AO-2025-1", "R90-2024-01").replace(/DC-\d{4}/u, "DC-2026");
        if (names.length > 0 && !names.includes(name)) continue;
        await visit(page, `${path}${path.includes("?") ? "&" : "?"}lang=${lang}`);
        await page.waitForTimeout(150);
        await page.screenshot({
          path: join(folder, `${name}-${lang}-${width}.png`),
          fullPage: !path.includes("open="),
        });
      }
      await context.close();
    }
  }
} finally {
  await site.close();
  await stopOwnTestServer();
}
