// Drags over words of the text, as a hand with a mouse does.
import type { Page } from "playwright-core";
import { settled } from "../settled.ts";

export async function selectWords(page: Page, words: string): Promise<void> {
  // what still comes above the text would move it under the hand
  await settled(page);
  const ends = await page.locator(".intake-text").evaluate((root, wanted) => {
    const whole = root.textContent ?? "";
    const at = whole.indexOf(wanted);
    const place = (offset: number) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      let left = offset;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const length = node.textContent?.length ?? 0;
        if (left <= length) return { node, offset: left };
        left -= length;
      }
      throw new Error("no such place");
    };
    const edge = (offset: number) => {
      const { node, offset: inside } = place(offset);
      const range = document.createRange();
      range.setStart(node, inside);
      range.collapse(true);
      const box = range.getBoundingClientRect();
      return { x: box.left, y: box.top + box.height / 2 };
    };
    place(at).node.parentElement?.scrollIntoView({ block: "center" });
    return [edge(at), edge(at + wanted.length)];
  }, words);
  const [from, to] = ends;
  if (!from || !to) throw new Error(`«${words}» does not stand in the text`);
  await page.mouse.move(from.x + 1, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 5 });
  await page.mouse.up();
}
