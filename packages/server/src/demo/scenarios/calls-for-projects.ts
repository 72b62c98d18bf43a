// Three calls for projects of the region's council: one decided and published, one being judged, one that takes
// applications as they come.
import {
  closeCall,
  decideCall,
  enterApplication,
  giveFile,
  giveOwnFile,
  handIn,
  nameAssessor,
  openCall,
  prepareCall,
  publishResult,
  saveOwnApplication,
  score,
  screenApplication,
  stateInterests,
  submitApplication,
  submitOwnApplication,
} from "@iltizam/core/calls";
import type { Context } from "@iltizam/core/kernel";
import { openAccount } from "../open-accounts.ts";
import type { Stage, Story } from "../story.ts";
import { type Asked, activity, asked, crafts, running } from "./calls-told.ts";

const agreement = "R90-2023-P1";
const launchedBy = "SIM-REGION";
const assessors = ["partenariats", "tpe", "comite"] as const;

export function callsForProjects(story: Story): void {
  const call = "AAP-2026-1";
  const kept: Kept = {};
  open(story, call, "2026-02-02", activity);
  story.on("2026-03-02", "partner", (ctx, stage) => applyWithAccount(ctx, stage, call, asked.elan, kept));
  story.on("2026-03-09", "partner", (ctx, stage) => applyWithAccount(ctx, stage, call, asked.safran, kept));
  story.on("2026-03-12", "officer", async (ctx, stage) => {
    await enterFromPaper(ctx, stage, call, asked.argile, kept);
    await enterFromPaper(ctx, stage, call, asked.peche, kept);
  });
  story.on("2026-03-16", "officer", async (ctx, stage) => {
    await closeCall(ctx, { call });
    const reason = "Statuts non déposés avant la clôture, malgré la relance.";
    await screenApplication(ctx, { application: kept["SIM-COOP-PECHE"] ?? "", admitted: false, reason });
    await nameAll(ctx, stage, call);
  });
  story.on("2026-03-30", "officer", (ctx, stage) => judgeAll(ctx, stage, call, kept));
  story.on("2026-04-21", "director", (ctx) => decide(ctx, call, kept));
  story.on("2026-04-24", "director", (ctx) => publishResult(ctx, { call }));
  beingJudged(story);
  open(story, "AAP-2026-3", "2026-04-06", running);
  story.on("2026-05-18", "partner", (ctx, stage) =>
    saveOwnApplication(ctx, { call: "AAP-2026-3", ...placed(stage, asked.draft) }),
  );
}

function beingJudged(story: Story): void {
  const call = "AAP-2026-2";
  const kept: Kept = {};
  open(story, call, "2026-03-02", crafts);
  story.on("2026-04-13", "partner", (ctx, stage) => applyWithAccount(ctx, stage, call, asked.loom, kept));
  story.on("2026-04-15", "partner", (ctx, stage) => applyWithAccount(ctx, stage, call, asked.kiln, kept));
  story.on("2026-05-04", "officer", async (ctx, stage) => {
    await closeCall(ctx, { call });
    await nameAll(ctx, stage, call);
  });
}

function open(story: Story, reference: string, on: string, terms: typeof activity): void {
  story.on(on, "officer", (ctx, { region }) =>
    prepareCall(ctx, { agreement, launchedBy, reference, territoryId: region.place("90"), terms }),
  );
  story.on(terms.opensOn, "director", (ctx) => openCall(ctx, { call: reference }));
}

const statutes = (organisation: string, number: number) => ({
  ...{ number, name: `piece-${number}-${organisation.toLowerCase()}.csv` },
  base64: Buffer.from(`piece;organisme\n${number};${organisation} (simulé)\n`).toString("base64"),
});

/** An application with the id of its province. */
const placed = ({ region }: Stage, { organisation, province, words }: Asked) => ({
  organisation,
  words: { ...words, places: [region.place(province)] },
});

type Kept = Record<string, string>;

async function applyWithAccount(ctx: Context, stage: Stage, call: string, one: Asked, kept: Kept) {
  const { application } = await saveOwnApplication(ctx, { call, ...placed(stage, one) });
  for (const number of [1, 2])
    await giveOwnFile(ctx, { application, file: statutes(`${call} ${one.organisation}`, number) });
  await submitOwnApplication(ctx, { application });
  kept[one.organisation] = application;
}

async function enterFromPaper(ctx: Context, stage: Stage, call: string, one: Asked, kept: Kept) {
  const received = { ...placed(stage, one), receivedOn: "2026-03-11" };
  const { application } = await enterApplication(ctx, { call, ...received });
  if (one.organisation !== asked.peche.organisation)
    for (const number of [1, 2])
      await giveFile(ctx, { application, file: statutes(`${call} ${one.organisation}`, number) });
  await submitApplication(ctx, { application });
  kept[one.organisation] = application;
}

/** The context of somebody with an account of the demo. */
async function as(ctx: Context, stage: Stage, mail: string): Promise<Context & { readonly user: string }> {
  const { user, name } = await openAccount(stage.as("director"), stage.region, mail);
  return { ...ctx, user, actor: { id: user, kind: "user", label: name, grants: [{ permissions: ["*"] }] } };
}

async function nameAll(ctx: Context, stage: Stage, call: string): Promise<void> {
  for (const mail of assessors) await nameAssessor(ctx, { call, user: (await as(ctx, stage, mail)).user });
}

/** Marks by assessor, application and criterion; none where there is an interest. */
const given: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>> = {
  partenariats: {
    "SIM-ELAN": [16, 14, 15, 13],
    "SIM-COOP-ARGILE": [13, 12, 14, 15],
    "SIM-COOP-SAFRAN": [12, 11, 9, 12],
  },
  tpe: { "SIM-ELAN": [17, 15, 16, 12], "SIM-COOP-ARGILE": [15, 13, 13, 14] },
  comite: {
    "SIM-ELAN": [14, 9, 16, 14],
    "SIM-COOP-ARGILE": [14, 12, 6, 13],
    "SIM-COOP-SAFRAN": [13, 12, 10, 11],
  },
};

async function judgeAll(ctx: Context, stage: Stage, call: string, kept: Kept) {
  const nature = "A accompagné la création de la coopérative en 2024.";
  for (const [mail, marks] of Object.entries(given)) {
    const assessor = await as(ctx, stage, mail);
    const interests = mail === "tpe" ? [{ application: kept["SIM-COOP-SAFRAN"] ?? "", nature }] : [];
    await stateInterests(assessor, { call, interests });
    for (const [organisation, list] of Object.entries(marks))
      await score(assessor, {
        application: kept[organisation] ?? "",
        marks: list.map((mark, at) => ({ criterion: at + 1, mark, reason: because(at, mark) })),
      });
    await handIn(assessor, { call });
  }
}

const aspects = ["le besoin", "l’équipe", "les emplois visés", "le budget"] as const;
const because = (at: number, mark: number) =>
  `Au vu du dossier, ${aspects[at] ?? ""} : ${mark >= 14 ? "bien établi" : mark >= 10 ? "suffisant" : "peu étayé"}.`;

async function decide(ctx: Context, call: string, kept: Kept): Promise<void> {
  await decideCall(ctx, {
    ...{ call, decidedOn: "2026-04-20" },
    verdicts: [
      { application: kept["SIM-ELAN"] ?? "", verdict: "accepted" },
      {
        ...{ application: kept["SIM-COOP-ARGILE"] ?? "", verdict: "accepted", granted: "210000.00" },
        reason: "Le four est déjà financé par un autre programme : montant réduit d’autant.",
      },
      {
        ...{ application: kept["SIM-COOP-SAFRAN"] ?? "", verdict: "reserve" },
        reason:
          "Retenu en liste d’attente : une autre action du programme couvre déjà la vallée cette année.",
      },
    ],
  });
}
