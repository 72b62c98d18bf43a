// What the walks need, until the demo is there: the two Fès-Meknès conventions as one source tells them, and one
// agreement of an invented region.
import {
  addField,
  addParty,
  attachAssertion,
  draftAgreement,
  reportSignature,
  stateOrientation,
} from "@iltizam/core/agreements";
import { announce, promise } from "@iltizam/core/commitments";
import { pledge } from "@iltizam/core/funding";
import { type Context, dbOf, firstRow } from "@iltizam/core/kernel";
import { addPart, concernAgreement, holdEvent, registerAttendance } from "@iltizam/core/meetings";
import { nameOfficeHolder, registerOrganisation } from "@iltizam/core/organisations";
import { assertValue, keepDocument, quotePassage, raiseDoubt } from "@iltizam/core/sources";
import { addTerritory, loadTerritory } from "@iltizam/core/territory";
import { loadVocabulary } from "@iltizam/core/vocabulary";
import { sql } from "kysely";

const text = `Fès-Meknès : deux conventions pour l’emploi

Vendredi, à Fès, deux conventions de partenariat valent ensemble 406,80 millions de DH. La part de la région est estimée à 160 MDH.

La première convention, de 374,80 MDH, vise l’insertion de 20.815 chercheurs d’emploi et l’employabilité de 5.460 jeunes. La seconde, de 32 MDH, concerne 1.500 jeunes ruraux, 17 espaces emploi et des unités mobiles.

Le ministre présidait ; les gouverneurs des préfectures et provinces étaient présents.`;

type Words = Awaited<ReturnType<typeof keepText>>;

export async function seed(ctx: Context): Promise<void> {
  await loadTerritory(ctx, { space: "real" });
  await loadVocabulary(ctx, {});
  const source = await keepText(ctx);
  const region = await territoryId(ctx, "03");
  const bodies = await registerBodies(ctx, region);
  await seedProgramme(ctx, source, region, bodies);
  await seedFirst(ctx, source, region, bodies);
  await seedSecond(ctx, source, region, bodies);
  await seedEvent(ctx, source, region, bodies);
  await seedInvented(ctx);
}

async function keepText(ctx: Context) {
  const document = await keepDocument(ctx, {
    space: "real",
    kind: "press",
    title: "Fès-Meknès : deux conventions pour l’emploi",
    language: "fr",
    text,
    fileBase64: Buffer.from(text).toString("base64"),
  });
  const says = async (words: string, value: Partial<Parameters<typeof assertValue>[1]>) => {
    const start = text.indexOf(words);
    const passage = await quotePassage(ctx, {
      documentId: document.id,
      start,
      end: start + words.length,
      content: words,
    });
    const assertion = await assertValue(ctx, {
      documentId: document.id,
      passageId: passage.id,
      topic: "target",
      how: "normalised",
      ...value,
    });
    return { id: assertion.id, passage: passage.id };
  };
  return { document: document.id, says };
}

async function territoryId(ctx: Context, code: string): Promise<string> {
  const found = await firstRow(
    dbOf(ctx),
    sql<{
      id: string;
    }>`select id from territories where space = 'real' and kind = 'region' and code = ${code}`,
  );
  if (!found) throw new Error(`no region ${code}`);
  return found.id;
}

async function registerBodies(ctx: Context, territory: string) {
  const body = (
    reference: string,
    kind: Parameters<typeof registerOrganisation>[1]["kind"],
    name: string,
    nameAr: string,
  ) => registerOrganisation(ctx, { space: "real", reference, kind, name, nameAr, territoryId: territory });
  await body("ANAPEC", "public_employment_service", "ANAPEC", "الوكالة الوطنية لإنعاش التشغيل والكفاءات");
  await body("ADS", "public_agency", "Agence de développement social", "وكالة التنمية الاجتماعية");
  await body("REGION-FM", "regional_council", "Conseil de la région Fès-Meknès", "مجلس جهة فاس مكناس");
  await body(
    "MTIP",
    "ministry",
    "Ministère du Travail et de l’Insertion professionnelle",
    "وزارة الشغل والإدماج المهني",
  );
  const minister = await nameOfficeHolder(ctx, {
    organisation: "MTIP",
    name: "Mohamed Amekraz",
    function: "ministre",
  });
  return { minister: minister.id };
}
type Bodies = Awaited<ReturnType<typeof registerBodies>>;

async function seedProgramme(ctx: Context, source: Words, territoryId: string, bodies: Bodies) {
  await draftAgreement(ctx, {
    space: "real",
    reference: "FM-CP-2020",
    kind: "contract_programme",
    type: "contract_programme",
    title: "Contrat-programme État–région Fès-Meknès 2020-2022",
    titleAr: "عقد البرنامج بين الدولة وجهة فاس مكناس 2020-2022",
    periodFrom: "2020-01-01",
    periodTo: "2022-12-31",
    territoryId,
  });
  await draftAgreement(ctx, {
    space: "real",
    reference: "FM-2021",
    kind: "bundle",
    type: "convention",
    title: "Deux conventions pour l’emploi dans la région Fès-Meknès",
    titleAr: "اتفاقيتان من أجل التشغيل بجهة فاس مكناس",
    standsFor: 2,
    parent: "FM-CP-2020",
    territoryId,
  });
  const total = await source.says("406,80 millions de DH", {
    topic: "amount",
    quantity: "406800000.00",
    currency: "MAD",
  });
  const share = await source.says("160 MDH", {
    topic: "amount",
    quantity: "160000000.00",
    currency: "MAD",
    qualifier: "estimated",
  });
  await pledge(ctx, {
    agreement: "FM-2021",
    role: "total",
    amount: "406800000.00",
    currency: "MAD",
    basis: "announced",
    announcedBy: [{ assertion: total.id }],
  });
  await pledge(ctx, {
    agreement: "FM-2021",
    role: "contribution",
    contributor: "REGION-FM",
    amount: "160000000.00",
    currency: "MAD",
    qualifier: "estimated",
    basis: "announced",
    announcedBy: [{ assertion: share.id }],
  });
  await stateOrientation(ctx, {
    agreement: "FM-2021",
    kind: "synergy",
    wording: "mettre en commun les efforts",
    authorOfficeHolderId: bodies.minister,
  });
  await addField(ctx, {
    agreement: "FM-2021",
    kind: "objective",
    code: "skills_demand",
    label: "renforcer la demande de compétences",
  });
  const bundle = await firstRow(
    dbOf(ctx),
    sql<{ id: string }>`select id from agreements where reference = 'FM-2021'`,
  );
  await raiseDoubt(ctx, {
    space: "real",
    objectKind: "agreement",
    objectId: bundle?.id ?? "",
    about: "la contribution de la région",
    readings: ["160 MDH pour les deux conventions", "160 MDH pour la première seulement"],
    passageIds: [share.passage],
  });
}

async function parties(ctx: Context, agreement: string, source: Words) {
  for (const organisation of ["ANAPEC", "ADS"])
    await addParty(ctx, { agreement, organisation, role: "operator" });
  const region = await addParty(ctx, { agreement, organisation: "REGION-FM", role: "funder" });
  const words = await source.says("La part de la région", {
    topic: "party",
    text: "Conseil de la région Fès-Meknès",
  });
  await attachAssertion(ctx, {
    agreement,
    attachments: [{ field: "party", rowId: region.id, assertionId: words.id }],
  });
  await reportSignature(ctx, {
    agreement,
    documentId: source.document,
    signedOn: { year: null, month: null, day: null, weekday: 5 },
  });
}

async function seedFirst(ctx: Context, source: Words, territoryId: string, _bodies: Bodies) {
  const agreement = "FM-2021-1";
  await draftAgreement(ctx, {
    space: "real",
    reference: agreement,
    type: "convention",
    title: "Projet d’appui à la création d’opportunités d’emploi",
    titleAr: "مشروع دعم إحداث فرص الشغل",
    titleEn: "Project to support the creation of job opportunities",
    parent: "FM-2021",
    territoryId,
  });
  await parties(ctx, agreement, source);
  const amount = await source.says("374,80 MDH", {
    topic: "amount",
    quantity: "374800000.00",
    currency: "MAD",
  });
  await pledge(ctx, {
    agreement,
    role: "total",
    amount: "374800000.00",
    currency: "MAD",
    basis: "announced",
    announcedBy: [{ assertion: amount.id }],
  });
  await target(
    ctx,
    source,
    agreement,
    "20.815 chercheurs d’emploi",
    20815,
    "placements",
    "insertion de chercheurs d’emploi",
    ["job_seekers"],
  );
  await target(
    ctx,
    source,
    agreement,
    "5.460 jeunes",
    5460,
    "employability_improved",
    "employabilité de jeunes",
    ["youth"],
  );
}

async function seedSecond(ctx: Context, source: Words, territoryId: string, _bodies: Bodies) {
  const agreement = "FM-2021-2";
  await draftAgreement(ctx, {
    space: "real",
    reference: agreement,
    type: "convention",
    title: "Emploi des jeunes en milieu rural",
    titleAr: "تشغيل الشباب بالوسط القروي",
    titleEn: "Employment of young people in rural areas",
    parent: "FM-2021",
    territoryId,
  });
  await parties(ctx, agreement, source);
  const amount = await source.says("32 MDH", { topic: "amount", quantity: "32000000.00", currency: "MAD" });
  await pledge(ctx, {
    agreement,
    role: "total",
    amount: "32000000.00",
    currency: "MAD",
    basis: "announced",
    announcedBy: [{ assertion: amount.id }],
  });
  await target(
    ctx,
    source,
    agreement,
    "1.500 jeunes ruraux",
    1500,
    "employability_improved",
    "employabilité de jeunes ruraux",
    ["rural_youth"],
  );
  await target(
    ctx,
    source,
    agreement,
    "17 espaces emploi",
    17,
    "service_points_created",
    "espaces emploi",
    [],
  );
  await target(
    ctx,
    source,
    agreement,
    "des unités mobiles",
    null,
    "mobile_units_deployed",
    "unités mobiles",
    [],
  );
}

async function target(
  ctx: Context,
  source: Words,
  agreement: string,
  words: string,
  quantity: number | null,
  indicator: string,
  wording: string,
  populations: string[],
) {
  const said = await source.says(words, { quantity, indicator, populations });
  const made = await promise(ctx, { agreement, indicator, wording, populations });
  await announce(ctx, { commitment: made.reference, assertions: [{ assertion: said.id }] });
}

async function seedEvent(ctx: Context, _source: Words, territoryId: string, bodies: Bodies) {
  const event = "FES-SIGNATURE";
  await holdEvent(ctx, {
    space: "real",
    reference: event,
    kind: "signing_ceremony",
    date: { year: null, month: null, day: null, weekday: 5 },
    territoryId,
  });
  await addPart(ctx, { event, kind: "signing" });
  await registerAttendance(ctx, { event, role: "chair", officeHolderId: bodies.minister });
  await registerAttendance(ctx, {
    event,
    role: "attendee",
    category: "gouverneurs des préfectures et provinces",
  });
  for (const agreement of ["FM-2021", "FM-2021-1", "FM-2021-2"]) {
    await concernAgreement(ctx, { event, agreement, relation: "signed_at" });
  }
}

async function seedInvented(ctx: Context) {
  const space = "simulated";
  await addTerritory(ctx, {
    space,
    scheme: "demo",
    code: "9",
    kind: "nation",
    name: { fr: "Pays fictif", ar: "بلد خيالي" },
  });
  const region = await addTerritory(ctx, {
    space,
    scheme: "demo",
    code: "90",
    kind: "region",
    parent: { scheme: "demo", code: "9" },
    name: { fr: "Atlas-Océan", ar: "الأطلس المحيط" },
  });
  await registerOrganisation(ctx, {
    space,
    reference: "AGENCE-AO",
    kind: "public_employment_service",
    name: "Agence de l’emploi d’Atlas-Océan",
    nameAr: "وكالة التشغيل بالأطلس المحيط",
    territoryId: region.id,
  });
  await draftAgreement(ctx, {
    space,
    reference: "AO-2025-1",
    type: "convention",
    title: "Emploi des jeunes d’Atlas-Océan",
    titleAr: "تشغيل شباب الأطلس المحيط",
    territoryId: region.id,
    periodFrom: "2025-01-01",
    periodTo: "2027-12-31",
  });
  await addParty(ctx, { agreement: "AO-2025-1", organisation: "AGENCE-AO", role: "signatory" });
  await promise(ctx, {
    agreement: "AO-2025-1",
    indicator: "placements",
    wording: "insertion de jeunes",
    populations: ["youth"],
    periodFrom: "2025-01-01",
    periodTo: "2027-12-31",
    deadline: "2027-12-31",
  });
}
