// What the address says is open beside the screen; the drawers are loaded when the first one opens.
import { lazy, Suspense } from "react";
import type { When } from "../api/read.ts";
import { readOpened } from "./opened.ts";

const FigureDrawer = lazy(() =>
  import("../drawer/figure-drawer.tsx").then((module) => ({ default: module.FigureDrawer })),
);
const WordsDrawer = lazy(() =>
  import("../drawer/words-drawer.tsx").then((module) => ({ default: module.WordsDrawer })),
);

const NodeDrawer = lazy(() =>
  import("../drawer/node-drawer.tsx").then((module) => ({ default: module.NodeDrawer })),
);

export function OpenedBeside({ open, when }: { open: string | undefined; when: When }) {
  const opened = readOpened(open);
  if (opened === null) return null;
  return (
    <Suspense fallback={null}>
      {opened.kind === "figure" && (
        <FigureDrawer key={opened.commitment} commitment={opened.commitment} part={opened.part} when={when} />
      )}
      {opened.kind === "words" && (
        <WordsDrawer key={opened.document} document={opened.document} passage={opened.passage} />
      )}
      {(opened.kind === "place" || opened.kind === "file") && (
        <NodeDrawer key={`${opened.of} ${opened.indicator}`} opened={opened} when={when} />
      )}
    </Suspense>
  );
}
