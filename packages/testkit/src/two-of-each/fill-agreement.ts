// One agreement with a row in every table that an agreement's file can have.
import {
  addField,
  addParty,
  amend,
  attachAssertion,
  draftAgreement,
  linkAgreements,
  recordSignature,
  recordSitting,
  registerLegacy,
  sayTitle,
  stateOrientation,
  waiveVerification,
} from "@iltizam/core/agreements";
import {
  adoptAnnounced,
  announce,
  assignResponsibility,
  breakDown,
  finalise,
  promise,
  setEligibility,
  setTarget,
} from "@iltizam/core/commitments";
import type { Context } from "@iltizam/core/kernel";
import { stateFigure } from "@iltizam/core/needs";
import { nameOfficeHolder, verifyOrganisation } from "@iltizam/core/organisations";
import { registerPerson } from "@iltizam/core/people";
import { comment } from "@iltizam/core/publishing";
import { reportsOfAgreement, scheduleReports, submitReport } from "@iltizam/core/reports";
import { declare, mergeSubjects, recordResult, verifyResult } from "@iltizam/core/results";
import { assertValue, keepDocument, quotePassage, raiseDoubt, settleDoubt } from "@iltizam/core/sources";
import { fillCall } from "./fill-call.ts";
import { fillDiagnosis } from "./fill-diagnosis.ts";
import { fillCommittee, fillEvent } from "./fill-meetings.ts";
import { fillMoney } from "./fill-money.ts";

const space = "simulated" as const;

export interface TwoAgreement {
  readonly id: string;
  readonly reference: string;
  readonly company: string;
  readonly region: string;
  /** References. */
  readonly commitment: string;
  readonly contribution: string;
  readonly event: string;
  /** Convened, not held yet. */
  readonly meeting: string;
  /** A call for projects under it, prepared by its region's council and not open. */
  readonly call: string;
  /** Ids. */
  readonly committee: string;
  readonly diagnosis: string;
  /** An activity report that its company gave. */
  readonly report: string;
  readonly commitmentId: string;
  readonly document: string;
  readonly passage: string;
  readonly doubt: string;
  readonly assertion: string;
  readonly fact: string;
  readonly person: string;
  readonly signatory: string;
  /** Of its company, with a paper. */
  readonly check: string;
  /** Of the company, with its scan. */
  readonly signature: string;
  /** In which a council approved it. */
  readonly sitting: string;
}

type Ids = (name: string) => string;

/** Two regions' agreements of a company stand under its own programme. */
export async function fillAgreement(ctx: Context, id: Ids, reference: string, number: number) {
  const [company = "", region = ""] = reference.split("-");
  const text = await keepText(ctx, reference);
  const programme = `${company}-PROGRAMME`;
  if (region === "N") {
    const given = { space, reference: programme, title: programme, kind: "programme" as const };
    await draftAgreement(ctx, { ...given, leadOrganisation: company });
  }
  const agreement = await registerLegacy(ctx, {
    ...{ space, reference, title: reference, type: "convention", territoryId: id(region), parent: programme },
    ...{ state: "in_force", documentId: text.document },
  });
  const head = { agreement: reference };
  await sayTitle(ctx, { ...head, language: "ar", title: `اتفاقية ${reference}`, reviewed: false });
  const life = await fillLife(ctx, head.agreement, company, region, text.assertion);
  const commitment = await fillPromise(ctx, id, reference, company, text.assertion);
  const contribution = await fillMoney(ctx, reference, `COUNCIL-${region}`, text.assertion);
  const event = await fillEvent(ctx, id, reference, company, region, text.assertion);
  const committee = await fillCommittee(ctx, reference, company);
  const report = await fillReports(ctx, reference, company);
  const diagnosis = await fillDiagnosis(ctx, reference, id(region), company, commitment.reference);
  const call = await fillCall(ctx, id(region), reference, `COUNCIL-${region}`);
  const person = await fillResults(ctx, commitment.reference, company, number, text.document);
  const doubt = await raiseDoubts(ctx, agreement.id, text.passage);
  return {
    ...{ id: agreement.id, reference, company, region, contribution, event, ...life, report, ...committee },
    diagnosis,
    call,
    ...{ commitment: commitment.reference, commitmentId: commitment.id, ...text, doubt, ...person },
  };
}

/** One that is settled, and one that waits. */
async function raiseDoubts(ctx: Context, objectId: string, passage: string): Promise<string> {
  const about = { space, objectKind: "agreement", objectId, readings: ["un", "deux"], passageIds: [passage] };
  const { id: settled } = await raiseDoubt(ctx, { ...about, about: "date" });
  await settleDoubt(ctx, { doubt: settled, reading: 1, reason: "le texte le dit" });
  return (await raiseDoubt(ctx, { ...about, about: "nombre" })).id;
}

async function keepText(ctx: Context, reference: string) {
  const text = `Texte de ${reference} : 200 jeunes.`;
  const { id: document } = await keepDocument(ctx, {
    ...{ space, kind: "minutes", title: `Texte de ${reference}`, language: "fr", text },
    fileBase64: Buffer.from(text).toString("base64"),
  });
  const passage = await quotePassage(ctx, { documentId: document, start: 0, end: 5, content: "Texte" });
  const value = { topic: "target", quantity: 200, indicator: "placements", unit: "persons" };
  const assertion = await assertValue(ctx, {
    ...{ documentId: document, passageId: passage.id, ...value, qualifier: "exact", how: "literal" },
  });
  return { document, passage: passage.id, assertion: assertion.id };
}

async function fillLife(
  ctx: Context,
  agreement: string,
  company: string,
  region: string,
  assertionId: string,
) {
  const amendment = { agreement, effectiveOn: "2026-02-01", clause: "art. 1", reason: "crise" };
  const holder = await nameOfficeHolder(ctx, {
    organisation: company,
    name: `Gérante ${agreement}`,
    function: "gérante",
  });
  await amend(ctx, { ...amendment, type: "party" });
  await addParty(ctx, {
    ...{ agreement, organisation: company, role: "signatory", amendment: 1, representatives: [holder.id] },
  });
  await amend(ctx, { ...amendment, type: "amount" });
  await addField(ctx, { agreement, kind: "tag", code: "emploi" });
  await stateOrientation(ctx, { agreement, kind: "synergy", wording: "ensemble", authorText: "texte" });
  await attachAssertion(ctx, { agreement, attachments: [{ field: "title", assertionId }] });
  await linkAgreements(ctx, { from: agreement, to: `${company}-PROGRAMME`, kind: "refers_to" });
  const { id: sitting } = await recordSitting(ctx, {
    ...{ space, kind: "deliberation", organisation: `COUNCIL-${region}`, heldOn: "2026-01-05" },
    ...{ label: `session ${agreement}`, decided: [{ agreement, number: "1" }] },
  });
  const file = { name: "attestation.pdf", base64: Buffer.from("%PDF-1.7\n").toString("base64") };
  const { id: signature } = await recordSignature(ctx, {
    ...{ agreement, organisation: company, officeHolderId: holder.id, capacity: "gérante" },
    ...{ signedOn: "2026-02-02", scan: file.base64 },
  });
  await waiveVerification(ctx, { agreement, organisation: company, reason: "ouverture lundi" });
  const checks = [{ point: "tax" as const, outcome: "in_order" as const, file }];
  const [check = ""] = (await verifyOrganisation(ctx, { organisation: company, checks })).ids;
  return { signatory: holder.id, signature, check, sitting };
}

async function fillPromise(ctx: Context, id: Ids, agreement: string, company: string, assertion: string) {
  const { id: commitmentId, reference } = await promise(ctx, {
    ...{ agreement, indicator: "placements", wording: "200 jeunes", owedBy: company },
  });
  const commitment = reference;
  await announce(ctx, { commitment, assertions: [{ assertion }] });
  await adoptAnnounced(ctx, { commitment, assertion, reason: "seule lecture" });
  await finalise(ctx, { commitment });
  await setTarget(ctx, { commitment, quantity: 200, effectiveOn: "2026-01-01" });
  await breakDown(ctx, { commitment, parts: [{ sex: "F", quantity: 100 }] });
  await setEligibility(ctx, { commitment, rules: [{ rule: "age_from", value: "16" }] });
  await assignResponsibility(ctx, { commitment, organisation: company, task: "accueille" });
  await stateFigure(ctx, { space, kind: "need", quantity: 12, agreement, organisation: company });
  await stateFigure(ctx, { space, kind: "need", quantity: 3, territoryId: id(`${agreement.slice(-1)}1`) });
  return { id: commitmentId, reference };
}

/** An activity report of the month after the period for which the company declares. */
async function fillReports(ctx: Context, agreement: string, organisation: string): Promise<string> {
  await scheduleReports(ctx, {
    ...{
      agreement,
      organisation,
      kind: "activity",
      everyMonths: null,
      from: "2026-03-01",
      until: "2026-03-31",
    },
  });
  const { reports } = await reportsOfAgreement(ctx, { agreement });
  const [first] = reports;
  if (first === undefined) throw new Error("a schedule writes reports");
  const numbers = [{ commitment: `${agreement}/1`, quantity: 3 }];
  await submitReport(ctx, { report: first.id, account: "bilan", numbers });
  return first.id;
}

async function fillResults(
  ctx: Context,
  commitment: string,
  company: string,
  number: number,
  document: string,
) {
  const register = async (nth: number) => {
    const given = { number: `TT${number}0000${nth}` };
    return (
      await registerPerson(ctx, { space, document: given, person: { name: `Personne ${number}${nth}` } })
    ).subject;
  };
  const person = await register(1);
  const place = `${commitment.split("/")[0]?.slice(-1)}1`;
  const told = {
    commitment,
    source: "test",
    date: "2026-02-15",
    place,
    age: 25,
    segments: ["disability", "youth"],
  };
  const { fact } = await recordResult(ctx, { ...told, subject: { id: person }, externalId: `${number}-1` });
  const twin = await register(2);
  await recordResult(ctx, { ...told, subject: { id: twin }, externalId: `${number}-2` });
  const checker = { ...ctx, actor: { ...ctx.actor, id: "00000000-0000-7000-8000-0000000000c0" } };
  await verifyResult(checker, { fact, evidence: 2 });
  await mergeSubjects(ctx, { subject: twin, into: person, reason: "same person" });
  const period = { from: "2026-01-01", to: "2026-02-28" };
  await declare(ctx, { commitment, declarant: company, period, quantity: 9 + number, document });
  await comment(ctx, { commitment, organisation: company, text: "Contrats en cours.", language: "fr" });
  return { fact, person };
}
