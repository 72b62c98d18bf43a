import { rows } from "@iltizam/core/kernel";
import { sql } from "kysely";
import { test } from "vitest";
import { loadBothSpaces } from "../index.ts";
import { emptyPlace } from "./demo-place.ts";
test("try", async () => {
  const place = await emptyPlace();
  let last = performance.now();
  try {
    await loadBothSpaces(place.ctx, (text) => { console.log(text, Math.round(performance.now() - last)); last = performance.now(); });
    console.log("seal", Math.round(performance.now() - last));
    console.log(await rows(place.ctx.db, sql`select state, count(*) from agreements where space='simulated' group by 1`));
    console.log(await rows(place.ctx.db, sql`select (select count(*) from agreements where space='simulated') a, (select count(*) from commitments where space='simulated') c,(select count(*) from facts) f,(select count(*) from fact_entries) e,(select count(*) from journal) j,(select count(*) from declarations) d, (select count(*) from facts where refusal is not null) r`));
    console.log(await rows(place.ctx.db, sql`select act, count(*) n from journal group by 1 order by 2 desc limit 15`));
  } finally { await place.close(); }
}, 300_000);
