// The committee file of 50 agreements: frozen from the register, set as a PDF and written as a workbook.
import { createContext, folderFileStore, openDatabase, systemActor } from "@iltizam/core/kernel";
import { exportPaper, preparePaper } from "@iltizam/core/papers";
import { atMost, type Bench, reported } from "../bench.ts";
import { timed } from "../measure.ts";
import type { Stage } from "../stage/open-stage.ts";

const bench: Bench = {
  name: "committee-file",
  order: 8,
  run: async (stage) => {
    const opened = openDatabase(stage.appUrl, { max: 2 });
    try {
      await stand(stage);
      const ctx = createContext({ db: opened.db, actor: systemActor, files: folderFileStore(stage.dataDir) });
      const made = await timed(() => preparePaper(ctx, { space: "simulated", region: "90.0" }));
      const { number, agreements } = made.result;
      if (agreements !== Math.min(50, stage.size.agreements)) throw new Error(`it holds ${agreements}`);
      const pdf = await timed(() => exportPaper(ctx, { number, format: "pdf" }));
      const xlsx = await timed(() => exportPaper(ctx, { number, format: "xlsx" }));
      const whole = made.ms + pdf.ms + xlsx.ms;
      const pages = Buffer.from(pdf.result.base64, "base64")
        .toString("latin1")
        .match(/\/Type\s*\/Page\b/gu);
      return [
        atMost(`committee file of ${agreements} agreements, frozen, as PDF and XLSX`, whole / 1000, 5, "s"),
        reported("of which freezing it", made.ms, "ms"),
        reported(`of which its PDF of ${pages?.length ?? 0} pages`, pdf.ms, "ms"),
        reported("of which its workbook", xlsx.ms, "ms"),
      ];
    } finally {
      await opened.close();
    }
  },
};
export default bench;

/** A file holds agreements that are known to stand: each of the stage is in force since its year began. */
async function stand(stage: Stage): Promise<void> {
  const client = await stage.connect();
  await client.query("select set_config('iltizam.actor', 'bench', false)");
  await client.query(
    `insert into agreement_states (id, agreement_id, from_state, to_state, reported, effective_on, recorded_at)
     select gen_random_uuid(), a.id, from_state, to_state, false, day::date, day::timestamptz from agreements a,
            (values (null, 'lead', '2022-12-15'), ('lead', 'in_force', '2023-01-01')) as passed (from_state, to_state, day)
     where a.reference like 'BENCH-%' and not exists (select 1 from agreement_states s where s.agreement_id = a.id)`,
  );
  await client.end();
}
