// The text of an agreement of 20 promises: assembled and frozen, as a Word document and as a PDF side by side.
import { addParty, draftAgreement } from "@iltizam/core/agreements";
import { assignResponsibility, promise } from "@iltizam/core/commitments";
import { exportText, freeze, proposeTarget } from "@iltizam/core/drafting";
import {
  type Context,
  createContext,
  folderFileStore,
  openDatabase,
  systemActor,
} from "@iltizam/core/kernel";
import { registerOrganisation } from "@iltizam/core/organisations";
import { type Bench, reported } from "../bench.ts";
import { medianTime, timed } from "../measure.ts";

const agreement = "TEXT-1";
const space = "simulated" as const;
const runs = 5;

const bench: Bench = {
  name: "agreement-text",
  order: 8,
  run: async (stage) => {
    const opened = openDatabase(stage.appUrl, { max: 2 });
    try {
      const ctx = createContext({ db: opened.db, actor: systemActor, files: folderFileStore(stage.dataDir) });
      await draftOf(ctx, 20);
      let quantity = 1000;
      const frozen: number[] = [];
      for (let run = 0; run <= runs; run++) {
        quantity += 1;
        await proposeTarget(ctx, { commitment: `${agreement}/1`, quantity });
        frozen.push((await timed(() => freeze(ctx, { agreement }))).ms);
      }
      const file = (language: "fr" | "both", format: "docx" | "pdf") =>
        medianTime(runs, () => exportText(ctx, { agreement, version: 1, language, format }));
      const made = frozen.slice(1).sort((a, b) => a - b)[Math.floor(runs / 2)] ?? Number.NaN;
      const docx = await file("fr", "docx");
      const pdf = await file("both", "pdf");
      return [
        reported(
          "text of an agreement of 20 promises in two languages, assembled, as Word and PDF",
          made + docx + pdf,
          "ms",
        ),
        reported("of which assembling and freezing it, median", made, "ms"),
        reported("of which its Word document, median", docx, "ms"),
        reported("of which its PDF of both languages side by side, median", pdf, "ms"),
      ];
    } finally {
      await opened.close();
    }
  },
};
export default bench;

async function draftOf(ctx: Context, promises: number): Promise<void> {
  const parties = ["TEXT-AGENCE", "TEXT-USINE"] as const;
  const kinds = ["public_employment_service", "company"] as const;
  for (const [at, reference] of parties.entries()) {
    const kind = kinds[at] ?? "company";
    await registerOrganisation(ctx, { space, reference, kind, name: reference, nameAr: "طرف" });
  }
  await draftAgreement(ctx, {
    ...{
      space,
      reference: agreement,
      type: "convention",
      title: "Emploi des jeunes",
      titleAr: "تشغيل الشباب",
    },
    ...{ periodFrom: "2026-07-01", periodTo: "2027-12-31" },
  });
  for (const organisation of parties) await addParty(ctx, { agreement, organisation, role: "signatory" });
  for (let number = 1; number <= promises; number++) {
    const commitment = `${agreement}/${number}`;
    await promise(ctx, { agreement, indicator: "placements", wording: "insertions", owedBy: "TEXT-USINE" });
    await assignResponsibility(ctx, {
      commitment,
      organisation: "TEXT-AGENCE",
      task: "présenter les candidats",
    });
    await proposeTarget(ctx, { commitment, quantity: 100 + number });
  }
}
