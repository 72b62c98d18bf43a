import { readFileSync } from "node:fs";
import { type TestPlace, testPlace } from "@iltizam/testkit/agreement";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadTerritory } from "../territory/index.ts";
import { loadVocabulary } from "../vocabulary/index.ts";
import { openIntake } from "./open-intake.ts";
import { recordIntake } from "./record-intake.ts";
import { saveReview } from "./save-review.ts";

let place: TestPlace;
beforeAll(async () => {
  place = await testPlace();
  await loadTerritory(place.ctx, { space: "real" });
  await loadVocabulary(place.ctx, {});
});
afterAll(() => place.close());

test("try", async () => {
  for (const n of ["000", "001", "002", "003", "004"]) {
    const text = readFileSync(new URL(`../../../reference/data/notes/${n}.txt`, import.meta.url), "utf8");
    let full = await openIntake(place.ctx, { space: "real", fileName: `${n}.txt`, text });
    console.log(
      n,
      full.wanted,
      full.decided,
      JSON.stringify(full.outline),
      full.likely.map((l) => [
        l.event,
        l.score,
        ...l.agrees.map((a) => a.en),
        "DIFF",
        ...l.differs.map((a) => a.en),
      ]),
    );
    for (const i of full.items.filter((i) => i.what === "choice"))
      console.log(
        "  ",
        i.path,
        i.basis,
        JSON.stringify(i.value).slice(0, 400),
        i.why.map((w) => w.en).join(),
      );
    const decide = () =>
      full.items.map((i) => ({
        path: i.path,
        decision: "accepted" as const,
        ...(i.what === "choice" ? { value: i.value } : {}),
      }));
    for (let k = 0; k < 3; k++)
      full = await saveReview(place.ctx, {
        intake: full.id,
        revision: full.revision,
        decisions: { format: "iltizam-decisions/1", decisions: decide() },
      });
    console.log(full.obstacles, full.joined);
    const done = await recordIntake(place.ctx, { intake: full.id, revision: full.revision });
    console.log(done);
  }
}, 60000);
