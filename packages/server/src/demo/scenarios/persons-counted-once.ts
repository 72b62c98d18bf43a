// The same persons in two agreements (overlaps), told twice under one (repeats), or under two numbers (merged).

import type { Context } from "@iltizam/core/kernel";
import { findPerson, registerPerson } from "@iltizam/core/people";
import { eraseSubject, mergeSubjects, splitSubjects } from "@iltizam/core/results";
import { drawPeople } from "../people.ts";
import { between, planAgreement, titled } from "../plan-agreement.ts";
import type { Story } from "../story.ts";
import { matched, tellPeople } from "../tell-results.ts";

const document = (number: string) => ({ type: "other" as const, country: "ZZ", number });

export function personsInTwoAgreements(story: Story): void {
  const period = { from: "2024-09-01", to: "2030-08-31", reaches: "in_force" } as const;
  planAgreement(story, {
    ...{
      reference: "R90-2024-10",
      type: "convention",
      ...period,
      territory: "90.103",
      signedOn: "2024-08-26",
    },
    ...titled(
      "Convention Textiles Belkamar, atelier neuf",
      "اتفاقية منسوجات بلقمر، الورشة الجديدة",
      "Belkamar Textiles, new workshop",
    ),
    parties: between("SIM-TEXTILES"),
    promises: [
      {
        indicator: "placements",
        wording: "Recrutements à l'atelier neuf",
        target: 800,
        deadline: "2030-08-31",
      },
    ],
  });
  planAgreement(story, {
    ...{ reference: "R90-2024-11", type: "protocol", ...period, territory: "90.103", signedOn: "2024-09-02" },
    ...titled(
      "Protocole Passerelle de Souk Labyad",
      "بروتوكول جسر سوق الأبيض",
      "Souk Labyad footbridge protocol",
    ),
    parties: between("SIM-PASSERELLE"),
    promises: [
      {
        indicator: "placements",
        wording: "Personnes accompagnées puis placées",
        target: 500,
        deadline: "2030-08-31",
      },
      {
        indicator: "employability_improved",
        wording: "Personnes accompagnées",
        target: 900,
        deadline: "2029-12-31",
      },
    ],
  });
  tellSharedPersons(story);
}

function tellSharedPersons(story: Story): void {
  const people = drawPeople(story.chance.sub("two-agreements"), "R90-2024-10", 620, { in: "90.103" });
  tellPeople(story, people.slice(0, 410), {
    commitment: "R90-2024-10/1",
    from: "2024-09-16",
    to: "2026-06-10",
    mix: matched,
  });
  tellPeople(story, people.slice(290, 560), {
    commitment: "R90-2024-11/1",
    from: "2024-10-07",
    to: "2026-06-12",
  });
  tellPeople(story, people.slice(120), { commitment: "R90-2024-11/2", from: "2024-09-23", to: "2026-05-30" });
}

/** The partner sends some persons a second time under another file number: kept, listed, not counted. */
export function personsToldTwice(story: Story): void {
  const reference = "R90-2024-12";
  planAgreement(story, {
    ...{ reference, type: "convention", territory: "90.101", reaches: "in_force", signedOn: "2024-10-14" },
    ...titled("Convention Logiciels Kasbah", "اتفاقية برمجيات القصبة", "Kasbah Software agreement"),
    ...{ parties: between("SIM-LOGICIELS"), from: "2024-11-01", to: "2028-10-31" },
    promises: [
      {
        indicator: "durable_jobs",
        wording: "Développeuses et développeurs recrutés",
        target: 400,
        deadline: "2028-10-31",
      },
      { indicator: "mentoring_pairs", wording: "Tandems de mentorat", target: 120, deadline: "2027-12-31" },
    ],
  });
  const people = drawPeople(story.chance.sub(reference), reference, 190, {
    ages: [22, 38],
    education: ["5", "6", "7"],
  });
  const told = { commitment: `${reference}/1`, from: "2024-11-18", to: "2026-05-20", mix: matched };
  tellPeople(story, people, told);
  tellPeople(story, people.slice(30, 64), { ...told, batch: "bis", from: "2025-03-10", to: "2026-06-01" });
}

/** One person with two numbers is merged; a merge that was wrong is undone; one person is erased on decision. */
export function mergedSubjects(story: Story): void {
  const reference = "R90-2024-13";
  planAgreement(story, {
    ...{ reference, type: "convention", territory: "90.101", reaches: "in_force", signedOn: "2024-03-25" },
    ...titled(
      "Convention Cliniques Dar Nassima 2024",
      "اتفاقية مصحات دار النسيمة 2024",
      "Dar Nassima Clinics agreement 2024",
    ),
    ...{ parties: between("SIM-SANTE"), from: "2024-04-01", to: "2027-03-31" },
    promises: [
      { indicator: "placements", wording: "Aides-soignants recrutés", target: 300, deadline: "2027-03-31" },
      {
        indicator: "persons_trained_completed",
        wording: "Aides-soignants formés",
        target: 350,
        deadline: "2026-12-31",
        populations: ["disability"],
      },
    ],
  });
  const people = drawPeople(story.chance.sub(reference), reference, 240, {
    women: 0.7,
    segments: ["disability"],
  });
  tellPeople(story, people.slice(0, 210), {
    commitment: `${reference}/1`,
    from: "2024-05-06",
    to: "2026-06-01",
    mix: matched,
  });
  tellPeople(story, people.slice(20), { commitment: `${reference}/2`, from: "2024-04-22", to: "2026-05-15" });
  const number = (index: number) => people[index]?.number ?? "";
  planMerges(story, number);
}

function planMerges(story: Story, number: (index: number) => string): void {
  const subject = async (ctx: Context, index: number) => {
    const found = await findPerson(ctx, { space: "simulated", document: document(number(index)) });
    if (found.subject === null) throw new Error(`nobody has the number ${number(index)}`);
    return found.subject;
  };
  story.on("2025-06-16", "dataOfficer", async (ctx) => {
    for (const [from, into] of [
      [30, 31],
      [40, 41],
      [50, 51],
    ] as const)
      await mergeSubjects(ctx, {
        ...{ subject: await subject(ctx, from), into: await subject(ctx, into) },
        reason: "Même personne, deux numéros de dossier",
      });
  });
  story.on("2025-07-07", "dataOfficer", async (ctx) => {
    await splitSubjects(ctx, {
      subject: await subject(ctx, 50),
      reason: "Deux sœurs, non une même personne",
    });
  });
  story.on("2025-03-03", "counsellor", (ctx) => registerInvented(ctx, number(3), "Nour Tilmiri-Fictive"));
  // the same person, perhaps: for the data officer to judge
  story.on("2026-02-02", "counsellor", (ctx) => registerInvented(ctx, number(4), "Tilmiry-Fictive Nour"));
  story.on("2026-03-09", "dataOfficer", async (ctx) => {
    await eraseSubject(ctx, {
      ...{ subject: await subject(ctx, 60), decidedOn: "2026-03-09", deadline: "2026-04-08" },
      reason: "Demande d'effacement acceptée",
    });
  });
}

function registerInvented(ctx: Context, number: string, name: string) {
  return registerPerson(ctx, {
    ...{ space: "simulated", document: document(number) },
    person: { name, nameAr: "نور التيلميري (وهمية)", birthDate: "1999-05-14" },
  });
}
