// Writes docs/demo.md: `node packages/server/src/demo/write-demo-page.ts`.
import { writeFileSync } from "node:fs";
import { demoPage } from "./demo-page.ts";

writeFileSync(new URL("../../../../docs/demo.md", import.meta.url), demoPage());
