// The life of an agreement as a scenario tells it: what it is and how far it comes. The deeds that this takes, with their
// days, are the same for all and stand here and beside (write-text, promises, money).
import {
  addParty,
  approve,
  draftAgreement,
  openLead,
  putInForce,
  recordApproval,
  sign,
  startDrafting,
  submitForVerification,
} from "@iltizam/core/agreements";
import { together } from "@iltizam/core/kernel";
import { concernAgreement, holdEvent, sayInArabic } from "@iltizam/core/meetings";
import { attend } from "./hold-committee.ts";
import { planMoney } from "./plan-money.ts";
import { planAdoptedText, planPromises, planTargets } from "./plan-promises.ts";
import type { Party, PlannedAgreement, Reaches } from "./planned.ts";
import { daysAfter } from "./simulated-time.ts";
import type { Story } from "./story.ts";
import { dateOf, recordSignedText, verifyPartners } from "./write-text.ts";

const order: readonly Reaches[] = ["lead", "drafting", "verification", "approved", "signed", "in_force"];

/** Tells the deeds that bring an agreement as far as it comes. Its days count back and on from the signature. */
export function planAgreement(story: Story, planned: PlannedAgreement): void {
  const reached = (stage: Reaches) => order.indexOf(planned.reaches) >= order.indexOf(stage);
  const day = (offset: number) => daysAfter(planned.signedOn, offset);
  planDraft(story, planned);
  if (reached("drafting")) {
    planPromises(story, day(-80), planned);
    if (reached("verification") && isSigned(planned))
      story.on(day(-60), "officer", (ctx) => submitForVerification(ctx, { agreement: planned.reference }));
  }
  if (reached("approved")) planApproval(story, planned, day(-20));
  if (reached("signed") && isSigned(planned)) planSignature(story, planned);
  if (reached("signed") && isAdopted(planned)) planAdoptedText(story, planned);
  if (reached("in_force")) planForce(story, planned, day(15));
}

/** Programmes and plans are adopted, bundles stand for others: only the rest is signed by parties. */
const isSigned = ({ kind = "instrument" }: PlannedAgreement) =>
  kind === "instrument" || kind === "contract_programme";

const isAdopted = ({ kind }: PlannedAgreement) => kind === "programme" || kind === "plan";

/** The title in French, Arabic and English. */
export const titled = (title: string, titleAr: string, titleEn: string) => ({ title, titleAr, titleEn });

/** Signatories, the agency first. */
export const between = (...partners: readonly string[]): Party[] =>
  ["SIM-AGENCE", ...partners].map((organisation) => [organisation, "signatory"] as const);

function planDraft(story: Story, planned: PlannedAgreement): void {
  const { reference, parties, territory = "90", nextAction } = planned;
  const opened = daysAfter(planned.signedOn, -100);
  const asLead = planned.wasLead === true || planned.reaches === "lead";
  story.on(opened, "officer", (ctx, { region }) =>
    together(ctx, "agreements.draft", async (inside) => {
      const begin = asLead ? openLead : draftAgreement;
      await begin(inside, {
        ...{ space: "simulated", reference, kind: planned.kind ?? "instrument", type: planned.type },
        ...{ title: planned.title, titleAr: planned.titleAr, titleEn: planned.titleEn },
        ...{ purpose: planned.purpose, periodFrom: planned.from, periodTo: planned.to },
        ...{ territoryId: region.place(territory), leadOrganisation: "SIM-AGENCE", parent: planned.parent },
        ...{ standsFor: planned.standsFor, nextAction: nextAction?.[0], nextActionOn: nextAction?.[1] },
      });
      for (const [organisation, role] of parties)
        await addParty(inside, { agreement: reference, organisation, role });
    }),
  );
  if (asLead && planned.reaches !== "lead")
    story.on(daysAfter(opened, 12), "officer", (ctx) => startDrafting(ctx, { agreement: reference }));
}

/** Partners are verified, every council among the parties deliberates, then the text is approved. */
function planApproval(story: Story, planned: PlannedAgreement, on: string): void {
  const { reference: agreement, parties, kind } = planned;
  if (kind === "bundle") return;
  story.on(daysAfter(on, -5), "controller", (ctx) => verifyPartners(ctx, parties));
  story.on(on, "director", (ctx) =>
    together(ctx, "agreements.approve", async (inside) => {
      const councils = parties.filter(([organisation]) => /^SIM-(REGION|PROV-)/.test(organisation));
      for (const [organisation] of councils) {
        const votes = { votesFor: story.chance.between(24, 41), votesAgainst: 2, votesAbstained: 3 };
        const number = `D-${on.slice(0, 4)}-${agreement.slice(-2)}`;
        await recordApproval(inside, {
          agreement,
          kind: "deliberation",
          organisation,
          number,
          decidedOn: on,
          ...votes,
        });
      }
      const visa = { kind: "visa" as const, organisation: "SIM-MINISTERE", number: `V-${agreement}` };
      await recordApproval(inside, { agreement, ...visa, decidedOn: on });
      await approve(inside, { agreement, on });
    }),
  );
}

function planSignature(story: Story, planned: PlannedAgreement): void {
  const { reference: agreement, signedOn } = planned;
  story.on(signedOn, "director", (ctx, { region }) =>
    together(ctx, "agreements.sign", async (inside) => {
      await recordSignedText(inside, region, planned);
      await sign(inside, { agreement, on: signedOn });
    }),
  );
  planTargets(story, planned);
  planMoney(story, planned);
}

/** A follow-up committee meets for the first time, and the agreement enters into force. */
function planForce(story: Story, planned: PlannedAgreement, on: string): void {
  const { reference: agreement, territory = "90", parties } = planned;
  story.on(on, "director", (ctx, { region }) =>
    together(ctx, "agreements.put_in_force", async (inside) => {
      if (isSigned(planned)) {
        const event = `COM-${agreement}`;
        await holdEvent(inside, {
          ...{ space: "simulated", reference: event, kind: "committee", date: dateOf(on) },
          ...{ name: "Comité de suivi, installation", territoryId: region.place(territory) },
        });
        await sayInArabic(inside, { event, text: "لجنة التتبع، جلسة التنصيب", reviewed: true });
        await concernAgreement(inside, { event, agreement, relation: "discussed_at" });
        await attend(inside, event, parties);
      }
      await putInForce(inside, { agreement, on });
    }),
  );
}
