// What the address says is open beside the screen; the drawers are loaded when the first one opens.
import { lazy, Suspense, useDeferredValue } from "react";
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

const LabourDrawer = lazy(() =>
  import("../labour/labour-drawer.tsx").then((module) => ({ default: module.LabourDrawer })),
);

export function OpenedBeside({ open, when }: { open: string | undefined; when: When }) {
  // the click and the key are answered first: a drawer makes the whole page behind it inert
  const opened = readOpened(useDeferredValue(open));
  if (opened === null) return null;
  return (
    <Suspense fallback={null}>
      {opened.kind === "figure" && (
        <FigureDrawer key={`${opened.commitment} ${opened.line}`} opened={opened} when={when} />
      )}
      {opened.kind === "words" && (
        <WordsDrawer key={opened.document} document={opened.document} passage={opened.passage} />
      )}
      {opened.kind === "labour" && <LabourDrawer opened={opened} />}
      {(opened.kind === "place" || opened.kind === "file") && (
        <NodeDrawer key={`${opened.of} ${opened.indicator}`} opened={opened} when={when} />
      )}
    </Suspense>
  );
}
