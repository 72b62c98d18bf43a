import { acts } from "./acts.ts";
import { docs } from "./docs.ts";
import { imports } from "./imports.ts";
import { leaks } from "./leaks.ts";
import { lint } from "./lint.ts";
import { messages } from "./messages.ts";
import { names } from "./names.ts";
import type { Part } from "./part.ts";
import { permissions } from "./permissions.ts";
import { sizes } from "./sizes.ts";
import { tables } from "./tables.ts";
import { types } from "./types.ts";

// Those that start a process come first, so that it works while the others read here.
export const parts: readonly Part[] = [
  { name: "types", run: types },
  { name: "lint", run: lint },
  { name: "imports", run: imports },
  { name: "tables", run: tables },
  { name: "sizes", run: sizes },
  { name: "names", run: names },
  { name: "messages", run: messages },
  { name: "acts", run: acts },
  { name: "permissions", run: permissions },
  { name: "leaks", run: leaks },
  { name: "docs", run: docs },
];
