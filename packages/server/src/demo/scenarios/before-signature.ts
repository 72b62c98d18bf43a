// Everything before a signature: leads, drafts with figures that are still to be agreed, texts in verification, approved.
import { recordSitting, sendBack, submitForVerification, terminate } from "@iltizam/core/agreements";
import { verifyOrganisation } from "@iltizam/core/organisations";
import { between, planAgreement, titled } from "../plan-agreement.ts";
import type { Story } from "../story.ts";

export function leadsOnTheBoard(story: Story): void {
  planAgreement(story, {
    ...{ reference: "R90-2026-01", type: "convention", territory: "90.103", reaches: "lead" },
    ...titled("Piste : Solaire Ghdirat", "فرصة: الغديرات للطاقة الشمسية", "Lead: Ghdirat Solar"),
    ...{ parties: between("SIM-SOLAIRE"), from: "2026-10-01", to: "2029-09-30", signedOn: "2026-08-15" },
    nextAction: ["Rencontrer la direction du site", "2030-01-15"],
  });
  planAgreement(story, {
    ...{ reference: "R90-2026-02", type: "convention", territory: "90.104", reaches: "lead" },
    ...titled("Piste : Carrières d'Adrar Oumlil", "فرصة: مقالع أدرار أومليل", "Lead: Adrar Oumlil Quarries"),
    ...{ parties: between("SIM-MINES"), from: "2026-01-01", to: null, signedOn: "2025-12-01" },
    nextAction: ["Rappeler la direction des ressources humaines", "2025-10-06"],
  });
  planAgreement(story, {
    ...{ reference: "R90-2026-03", type: "letter_of_intent", reaches: "lead" },
    ...titled(
      "Piste : Région d'Ostravie-Nord",
      "فرصة: جهة أوسترافيا الشمالية",
      "Lead: Region of Northern Ostravia",
    ),
    ...{ parties: between("SIM-OSTRAVIE-NORD"), from: "2026-09-01", to: null, signedOn: "2026-09-01" },
    nextAction: ["Envoyer le projet de lettre", "2030-03-01"],
  });
}

/** Its figures name indicators that nobody has defined: it stays a draft, and says why. */
export function aDraftWithUndefinedIndicators(story: Story): void {
  const reference = "R90-2026-04";
  planAgreement(story, {
    ...{ reference, type: "convention", territory: "90.101", reaches: "drafting", wasLead: true },
    ...titled(
      "Convention Logistique Tilmira-Port",
      "اتفاقية لوجستيك تيلميرا الميناء",
      "Tilmira-Port Logistics agreement",
    ),
    ...{ parties: between("SIM-LOGISTIQUE"), from: "2026-09-01", to: "2029-08-31", signedOn: "2026-08-20" },
    nextAction: ["Convenir de la définition d'un emploi créé", "2030-02-01"],
    promises: [
      {
        indicator: "jobs_created",
        wording: "Emplois créés sur la zone logistique",
        target: 800,
        deadline: "2029-08-31",
      },
      { indicator: "recruitments", wording: "Recrutements par les entreprises de la zone", deadline: null },
      { wording: "Jeunes accompagnés, indicateur à convenir", deadline: null },
    ],
  });
  story.on("2026-06-22", "officer", (ctx) =>
    submitForVerification(ctx, { agreement: reference }).then(
      () => Promise.reject(new Error(`${reference} was to be refused: its indicators are undefined`)),
      () => undefined,
    ),
  );
}

export function inVerification(story: Story): void {
  planAgreement(story, {
    ...{ reference: "R90-2026-05", type: "convention", territory: "90.101", reaches: "verification" },
    ...titled(
      "Convention Cliniques Dar Nassima",
      "اتفاقية مصحات دار النسيمة",
      "Dar Nassima Clinics agreement",
    ),
    ...{ parties: between("SIM-SANTE"), from: "2026-09-01", to: "2029-08-31", signedOn: "2026-08-10" },
    promises: [
      { indicator: "durable_jobs", wording: "Aides-soignants recrutés", target: 260, deadline: "2029-08-31" },
      {
        indicator: "persons_trained_completed",
        wording: "Aides-soignants formés",
        target: 320,
        deadline: "2029-06-30",
      },
    ],
  });
}

/** Sent back once: the verification found a figure without owner. */
export function sentBackOnce(story: Story): void {
  const agreement = "R90-2026-06";
  planAgreement(story, {
    ...{ reference: agreement, type: "protocol", territory: "90.101", reaches: "verification" },
    ...titled("Protocole Logiciels Kasbah", "بروتوكول برمجيات القصبة", "Kasbah Software protocol"),
    ...{ parties: between("SIM-LOGICIELS", "SIM-UNIVERSITE"), from: "2026-09-01", to: "2028-08-31" },
    signedOn: "2026-07-30",
    promises: [
      { indicator: "placements", wording: "Diplômés recrutés", target: 180, deadline: "2028-08-31" },
      { indicator: "mentoring_pairs", wording: "Tandems de mentorat", target: 90, deadline: null },
    ],
  });
  story.on("2026-06-10", "director", (ctx) =>
    sendBack(ctx, { agreement, reason: "Le mentorat n'a pas de responsable" }),
  );
  story.on("2026-06-18", "officer", (ctx) => submitForVerification(ctx, { agreement }));
  visaForTwo(story);
  aPaperThatIsMissing(story);
}

/** One session of the ministry, two agreements. */
function visaForTwo(story: Story): void {
  story.on("2026-06-24", "director", (ctx) =>
    recordSitting(ctx, {
      ...{ space: "simulated", kind: "visa", organisation: "SIM-MINISTERE", heldOn: "2026-06-24" },
      label: "Commission des visas de juin 2026, PV n° 6",
      decided: ["R90-2026-05", "R90-2026-06"].map((agreement) => ({ agreement, number: `V-${agreement}` })),
    }),
  );
}

/** Its agreement stays in verification: the certificate has run out, and the rest is still to be checked. */
function aPaperThatIsMissing(story: Story): void {
  story.on("2026-06-26", "officer", (ctx) =>
    verifyOrganisation(ctx, {
      organisation: "SIM-SANTE",
      checks: [
        { point: "legal_status", outcome: "in_order", number: "RC 2026/118" },
        { point: "tax", outcome: "not_in_order", note: "Attestation fiscale périmée depuis mai 2026" },
      ],
    }),
  );
}

export function approvedAndWaiting(story: Story): void {
  planAgreement(story, {
    ...{ reference: "R90-2026-07", type: "convention", territory: "90.103", reaches: "approved" },
    ...titled(
      "Convention Passerelle emploi de Souk Labyad",
      "اتفاقية جسر التشغيل بسوق الأبيض",
      "Souk Labyad footbridge to work",
    ),
    ...{ parties: between("SIM-PASSERELLE", "SIM-REGION"), from: "2026-08-01", to: "2030-07-31" },
    ...{ signedOn: "2026-07-15", nextAction: ["Fixer le jour de la signature", "2026-07-10"] },
    promises: [
      {
        ...{ indicator: "placements", wording: "Personnes éloignées de l'emploi placées", target: 300 },
        ...{ deadline: "2030-07-31", populations: ["hard_to_place"] },
      },
      {
        indicator: "employability_improved",
        wording: "Personnes accompagnées",
        target: 900,
        deadline: "2030-06-30",
      },
    ],
  });
}

/** Given up before anything was signed. */
export function aProjectGivenUp(story: Story): void {
  const agreement = "R90-2025-02";
  planAgreement(story, {
    ...{ reference: agreement, type: "convention", territory: "90.105", reaches: "drafting" },
    ...titled(
      "Convention Conserves Ras Lmrabet (projet)",
      "مشروع اتفاقية معلبات رأس المرابط",
      "Ras Lmrabet Canning agreement (project)",
    ),
    ...{ parties: between("SIM-CONSERVES"), from: "2025-09-01", to: "2028-08-31", signedOn: "2025-08-20" },
    promises: [
      { indicator: "temporary_jobs", wording: "Emplois de campagne", target: 400, deadline: "2028-08-31" },
    ],
  });
  story.on("2025-10-13", "director", (ctx) =>
    terminate(ctx, { agreement, on: "2025-10-13", reason: "L'usine renonce à son extension" }),
  );
}
