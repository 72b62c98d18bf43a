// What persons ask about their data, who looked at a name, and complaints: invented people, and words that name nobody.
import { answerComplaint, lodgeComplaint, openComplaint } from "@iltizam/core/complaints";
import {
  completeRequest,
  copyHeld,
  decideRequest,
  identifyRequester,
  lookUp,
  receiveRequest,
} from "@iltizam/core/dossiers";
import type { Context } from "@iltizam/core/kernel";
import { giveConsent, registerPerson, unmask, wordConsent } from "@iltizam/core/people";
import type { Story } from "../story.ts";

const space = "simulated";

/** The first persons of the two agreements that meet (persons-counted-once.ts). */
const documentOf = (index: number) => ({
  ...({ country: "ZZ", type: "other" } as const),
  number: `SIM/R90-2024-10/${index}`,
});

const names = ["Zineb Inventée", "Idriss Inventé", "Ghita Inventée"] as const;

export function whatPeopleAsk(story: Story): void {
  story.on("2025-01-06", "dataOfficer", (ctx) =>
    wordConsent(ctx, {
      processing: "follow_up",
      fr: "J'accepte que mon conseiller m'appelle trois, six et douze mois après mon insertion. Je peux retirer cet accord à tout moment.",
      ar: "أقبل أن يتصل بي مستشاري بعد ثلاثة وستة واثني عشر شهرا من إدماجي. ويمكنني سحب هذا القبول في أي وقت.",
      from: "2025-01-06",
    }),
  );
  story.on("2024-10-14", "counsellor", (ctx) => meet(ctx, 4, "Omar Inventé"));
  story.on("2026-01-12", "counsellor", async (ctx) => {
    for (const [index, name] of names.entries()) await meet(ctx, index + 1, name);
  });
  story.on("2026-02-03", "counsellor", async (ctx) => {
    const document = documentOf(1);
    const { subject } = await lookUp(ctx, { space, document, commitment: "R90-2024-10/1" });
    const reason = "Appel des trois mois prévu avec elle";
    await unmask(ctx, { subject: subject ?? "", processing: "follow_up", reason });
  });
  planRequests(story);
  planComplaints(story);
}

async function meet(ctx: Context, index: number, name: string): Promise<void> {
  const person = { name, phone: `06000000${index}0` };
  const { subject } = await registerPerson(ctx, { space, document: documentOf(index), person });
  const consent = { processing: "follow_up", language: "ar", givenOn: "2026-01-12" } as const;
  if (index < 3) await giveConsent(ctx, { subject, ...consent });
}

function planRequests(story: Story): void {
  const asked = { space, language: "ar", channel: "counter" } as const;
  story.on("2026-03-02", "dataOfficer", async (ctx) => {
    const text = "أريد أن أعرف ما تحتفظون به عني";
    const { number } = await receiveRequest(ctx, { ...asked, kind: "access", text });
    await identifyRequester(ctx, { number, document: documentOf(1) });
    await decideRequest(ctx, { number, decision: "granted", reason: "Pièce présentée au guichet" });
    await copyHeld(ctx, { number });
    await completeRequest(ctx, { number });
  });
  story.on("2026-06-10", "dataOfficer", async (ctx) => {
    const text = "Mon prénom est mal écrit dans vos courriers.";
    const mail = { ...asked, language: "fr", channel: "mail", kind: "correction", text } as const;
    const { number } = await receiveRequest(ctx, mail);
    await identifyRequester(ctx, { number, document: documentOf(2) });
  });
  story.on("2026-06-22", "counsellor", (ctx) =>
    receiveRequest(ctx, { ...asked, kind: "access", text: "هل أنا مسجلة في اتفاقيات أخرى؟" }),
  );
}

function planComplaints(story: Story): void {
  story.on("2026-04-14", "partner", (ctx) =>
    lodgeComplaint(ctx, {
      language: "ar",
      what: "طلب مني رجل 500 درهم مقابل تسجيلي في التكوين، وقال إن المكان لن يبقى شاغرا.",
      where: "أمام مركز التكوين",
      when: "يوم الإثنين الماضي",
    }),
  );
  story.on("2026-04-16", "auditor", async (ctx) => {
    await openComplaint(ctx, { number: "C-2026-0001" });
    const text = "وصلتنا رسالتكم. التكوين مجاني، ونحن نتحقق من الأمر.";
    await answerComplaint(ctx, { number: "C-2026-0001", text });
  });
  story.on("2026-06-18", "partner", (ctx) =>
    lodgeComplaint(ctx, { language: "fr", what: "On m'a demandé des frais de dossier pour un entretien." }),
  );
}
