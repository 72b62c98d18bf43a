// Writes docs/five-texts.md: `node packages/core/src/drafts/write-five-texts.ts`.
import { writeFileSync } from "node:fs";
import { fiveTextsPage } from "./five-texts-page.ts";

writeFileSync(new URL("../../../../docs/five-texts.md", import.meta.url), fiveTextsPage());
