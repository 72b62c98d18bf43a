// What axe-core finds on a page, a line a violation.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    // axe draws words to tell those of an icon font, which we have not: it takes joined letters for icons, passes over
    // two Arabic texts of five, and spends a fifth of its time on it. Every word looks like its letters to it here.
    const width = (text: string) => ({ width: 30 * text.length });
    const drawn = { data: new Uint8Array(4).fill(255) };
    const nothing = () => undefined;
    const pen = {
      canvas: {},
      measureText: width,
      fillText: nothing,
      clearRect: nothing,
      getImageData: () => drawn,
    };
    const canvas = HTMLCanvasElement.prototype as unknown as { getContext(): unknown };
    const { getContext } = canvas;
    canvas.getContext = () => pen;
    try {
      const run = (window as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }).axe;
      return (await run.run()).violations;
    } finally {
      canvas.getContext = getContext;
    }
  });
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
}
