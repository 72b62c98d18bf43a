// What the walks need: the registers, the five announcements, and one agreement of an invented region.
import { join } from "node:path";
import { amend, registerLegacy } from "@iltizam/core/agreements";
import { amendTarget, finalise, promise, setTarget } from "@iltizam/core/commitments";
import { loadRealAnnouncements } from "@iltizam/core/drafts";
import {
  type Actor,
  type Context,
  createContext,
  folderFileStore,
  openDatabase,
  systemActor,
  systemClock,
} from "@iltizam/core/kernel";
import {
  convene,
  holdMeeting,
  publishMinutes,
  recordDecision,
  setUpCommittee,
  writeMinutes,
} from "@iltizam/core/meetings";
import { registerOrganisation } from "@iltizam/core/organisations";
import { preparePaper } from "@iltizam/core/papers";
import { openKeys } from "@iltizam/core/people";
import { noteOnEdition, publish } from "@iltizam/core/publishing";
import { declare, recordResult, verifyResult } from "@iltizam/core/results";
import { keepDocument } from "@iltizam/core/sources";
import { addTerritory, loadTerritory } from "@iltizam/core/territory";
import { loadVocabulary } from "@iltizam/core/vocabulary";
import type { DemoPlace } from "@iltizam/server/demo";
import { readerInProcess } from "@iltizam/server/reading";
import { seedCalls } from "./seed-calls.ts";
import { seedDiagnosis } from "./seed-diagnosis.ts";
import { seedMoney } from "./seed-money.ts";

export async function seed({ appUrl, dataDir }: DemoPlace): Promise<void> {
  const { db, close } = openDatabase(appUrl, { max: 2 });
  const keys = await openKeys(join(dataDir, "keys.json"), systemClock);
  const files = folderFileStore(join(dataDir, "files"));
  await fill(createContext({ db, actor: systemActor, files, keys, reader: readerInProcess() }));
  await close();
}

async function fill(ctx: Context): Promise<void> {
  await loadTerritory(ctx, { space: "real" });
  await loadVocabulary(ctx, {});
  await loadRealAnnouncements(ctx);
  await seedInvented(ctx);
  await publishBoth(ctx);
  await preparePaper(ctx, { space, region: "90" });
}

/** Edition 1 of the announcements; 2 and 3 of the invented region, of which the second replaces the first. */
async function publishBoth(ctx: Context): Promise<void> {
  await publish(ctx, { space: "real" });
  await publish(ctx, { space });
  await publish(ctx, { space, supersedes: 2 });
  const text = {
    fr: "Le lieu d’une agence était faux.",
    ar: "كان مكان وكالة خاطئا.",
    en: "A place was wrong.",
  };
  await noteOnEdition(ctx, { number: 2, text });
}

const space = "simulated";
const agreement = "AO-2025-1";
const period = { periodFrom: "2025-01-01", periodTo: "2027-12-31", deadline: "2027-12-31" };
const text = "Article 4. Insertion de quarante jeunes de la région entre 2025 et 2027.";

/** A signed agreement of an invented region: a lowered target, persons at several levels of evidence, a declaration. */
async function seedInvented(ctx: Context): Promise<void> {
  const region = await inventRegion(ctx);
  const document = await keepDocument(ctx, {
    ...{ space, kind: "signed_text", title: "Convention AO-2025-1", language: "fr", text },
    fileBase64: Buffer.from(text).toString("base64"),
  });
  const signed = { state: "in_force", since: "2025-01-01", documentId: document.id } as const;
  const named = { title: "Emploi des jeunes d’Atlas-Océan", titleAr: "تشغيل شباب الأطلس المحيط" };
  await registerLegacy(ctx, {
    space,
    reference: agreement,
    type: "convention",
    ...named,
    ...signed,
    territoryId: region,
    ...{ periodFrom: "2025-01-01", periodTo: "2027-12-31" },
  });
  const { reference } = await promise(ctx, {
    ...{
      agreement,
      indicator: "placements",
      wording: "insertion de jeunes",
      populations: ["youth"],
      ...period,
    },
  });
  await finalise(ctx, { commitment: reference });
  await setTarget(ctx, { commitment: reference, quantity: 40, effectiveOn: "2025-01-01" });
  await seedResults(ctx, reference);
  await lowerTarget(ctx, reference);
  await steer(ctx);
  await seedMoney(ctx, agreement, region);
  await seedDiagnosis(ctx, region, agreement);
  await seedCalls(ctx, region, agreement);
}

/** One session is held and published, the next is convened and finds its decision open; no rhythm, so never late. */
async function steer(ctx: Context): Promise<void> {
  const { committee } = await setUpCommittee(ctx, {
    ...{ agreement, kind: "follow_up", name: "Comité de suivi d’Atlas-Océan", presidedBy: "director" },
    ...{ everyMonths: null, setUpOn: "2025-02-01" },
    members: [{ organisation: "AGENCE-AO", role: "chair", function: "directeur régional" }],
  });
  // what was decided comes back on a day after it was written down
  const daysFrom = (days: number) =>
    new Date(ctx.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);
  const session = { committee, time: "10:00", send: false };
  const agenda = ["Insertions du semestre", "Contrats à joindre"];
  const { event } = await convene(ctx, { ...session, on: "2025-07-10", agenda });
  await holdMeeting(ctx, { event, on: "2025-07-10" });
  const decision = "Joindre les contrats qui manquent";
  await recordDecision(ctx, { event, decision, owner: "AGENCE-AO", dueOn: daysFrom(90) });
  await writeMinutes(ctx, { event, minutes: "Le comité demande les contrats qui manquent." });
  await publishMinutes(ctx, { event });
  await convene(ctx, { ...session, on: daysFrom(60), agenda: ["Suite des décisions"] });
}

async function inventRegion(ctx: Context): Promise<string> {
  const nation = { scheme: "demo", code: "9" };
  await addTerritory(ctx, { space, ...nation, kind: "nation", name: { fr: "Pays fictif", ar: "بلد خيالي" } });
  const { id } = await addTerritory(ctx, {
    ...{ space, scheme: "demo", code: "90", kind: "region", parent: nation },
    name: { fr: "Atlas-Océan", ar: "الأطلس المحيط" },
  });
  await registerOrganisation(ctx, {
    ...{ space, reference: "AGENCE-AO", kind: "public_employment_service", territoryId: id },
    ...{ name: "Agence de l’emploi d’Atlas-Océan", nameAr: "وكالة التشغيل بالأطلس المحيط" },
  });
  return id;
}

const controller: Actor = {
  id: "00000000-0000-7000-8000-0000000000c0",
  kind: "user",
  label: "controller",
  grants: [{ permissions: ["*"] }],
};

/** 18 persons, of whom 11 are proven and one is told twice; 25 are declared. */
async function seedResults(ctx: Context, commitment: string): Promise<void> {
  for (let person = 1; person <= 18; person += 1) {
    const { fact } = await recordResult(ctx, {
      ...{ commitment, source: "agence-ao", externalId: `dossier-${person}`, place: "90" },
      subject: { document: { number: `ZZ${1000 + person}` } },
      date: `2025-${String(1 + (person % 12)).padStart(2, "0")}-15`,
      sex: person % 3 === 0 ? "M" : "F",
      evidenceReference: `contrat ${person}`,
    });
    if (person <= 11) await verifyResult({ ...ctx, actor: controller }, { fact, evidence: 2 });
  }
  const again = {
    subject: { document: { number: "ZZ1001" } },
    date: "2025-12-20",
    externalId: "dossier-1-bis",
  };
  await recordResult(ctx, { commitment, source: "agence-ao", place: "90", ...again });
  await declare(ctx, {
    commitment,
    declarant: "AGENCE-AO",
    period: { from: "2025-01-01", to: "2025-12-31" },
    quantity: 25,
  });
}

async function lowerTarget(ctx: Context, commitment: string): Promise<void> {
  const terms = { effectiveOn: "2026-01-01", clause: "article 2", reason: "budget réduit" };
  const { number } = await amend(ctx, { agreement, type: "target", ...terms });
  await amendTarget(ctx, { commitment, amendment: number, quantity: 32 });
}
