// Windows of a test that looks at several screens side by side: one that is free is used again, so that what a screen
// shares with the one before is not loaded again.
import type { Page } from "playwright-core";
import type { Site } from "./site.ts";

type Lang = "fr" | "ar" | "en";

export interface Window {
  readonly page: Page;
  readonly hosts: Set<string>;
}

export function windowsOf(site: () => Site) {
  const idle = new Map<Lang, Window[]>();
  async function free(lang: Lang): Promise<Window> {
    const waits = idle.get(lang)?.pop();
    if (waits !== undefined) return waits;
    const { context, hosts } = await site().reader({ lang });
    return { page: await context.newPage(), hosts };
  }
  /** Runs with a window of a language. One in which something failed is not used again. */
  return async (lang: Lang, run: (window: Window) => Promise<void>): Promise<void> => {
    const window = await free(lang);
    try {
      await run(window);
    } catch (error) {
      await window.page.context().close();
      throw error;
    }
    idle.set(lang, [...(idle.get(lang) ?? []), window]);
  };
}
