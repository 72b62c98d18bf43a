import { openRegister } from "@iltizam/testkit/register";
import { sql } from "kysely";
import { afterAll, expect, test } from "vitest";
import { nameOfficeHolder } from "../organisations/index.ts";
import { adoptReading, assertValue, keepDocument, quotePassage, raiseDoubt } from "../sources/index.ts";
import { addField } from "./add-field.ts";
import { addParty } from "./add-party.ts";
import { type Attachment, attachAssertion } from "./attach-assertion.ts";
import { getAgreement } from "./get-agreement.ts";
import { readHistory } from "./history.ts";
import { linkAgreements } from "./link-agreements.ts";
import { listAgreements, readBoard } from "./list-agreements.ts";
import { openLead } from "./open-lead.ts";
import { readNext } from "./read-next.ts";
import { setNextAction } from "./set-next-action.ts";
import { stateOrientation } from "./state-orientation.ts";
import { content, draft, openCast, space } from "./tests/draft-in-full.ts";
import { readTree } from "./tree.ts";

const register = await openRegister();
const ctx = { ...register.ctx, guards: content };
afterAll(() => register.close());
const cast = await openCast(register);
const agreement = "COMPLET";
const text = "Ils signeront bientôt une lettre, ou un mémorandum ; la parité sera respectée.";

const { id } = await openLead(ctx, {
  space,
  reference: agreement,
  title: "Lettre",
  type: "letter_of_intent",
});
await draft(ctx, "SUITE", { parent: agreement });
await linkAgreements(ctx, { from: agreement, to: "SUITE", kind: "leads_to" });
await addField(ctx, { agreement, kind: "strand", code: "entrepreneurship", label: "auto-emploi" });
await setNextAction(ctx, { agreement, nextAction: "rédiger", on: null });
const minister = await nameOfficeHolder(ctx, { organisation: cast.agency, name: null, function: "ministre" });
const aim = { agreement, kind: "gender_parity", wording: "parité" } as const;
const orientation = await stateOrientation(ctx, { ...aim, authorOfficeHolderId: minister.id });
const party = await addParty(ctx, {
  ...{ agreement, organisation: cast.agency, role: "signatory", nameAtSignature: "L’Agence" },
  representatives: [cast.director],
});
const { id: documentId } = await keepDocument(ctx, {
  ...{ space, kind: "press", title: "Journal", language: "fr", text },
  fileBase64: Buffer.from(text).toString("base64"),
});

/** What a passage of the text says about a topic. */
async function assertOf(words: string, topic: string): Promise<string> {
  const start = text.indexOf(words);
  const passage = await quotePassage(ctx, { documentId, start, end: start + words.length, content: words });
  const given = { documentId, passageId: passage.id, topic, text: words, how: "literal" } as const;
  return (await assertValue(ctx, given)).id;
}
const letter = await assertOf("lettre", "type");
const attachments: Attachment[] = [
  { field: "type", assertionId: letter },
  { field: "type", assertionId: await assertOf("mémorandum", "type") },
  { field: "orientation", rowId: orientation.id, assertionId: await assertOf("la parité", "orientation") },
];
await attachAssertion(ctx, { agreement, attachments });
const about = { space, objectKind: "agreement.type", objectId: id } as const;
await raiseDoubt(ctx, { ...about, about: "lettre ou mémorandum", readings: ["lettre", "mémorandum"] });
await adoptReading(ctx, { ...about, assertionId: letter, reason: "le titre le dit" });

test("one agreement is read with its parties, links, fields and aims", async () => {
  expect(await getAgreement(ctx, { agreement })).toMatchObject({
    column: "intention",
    nextAction: "rédiger",
    partiesInFull: [
      {
        id: party.id,
        nameAtSignature: "L’Agence",
        presentName: "Agence de l’Atlas",
        representatives: [{ name: "A. Idrissi" }],
      },
    ],
    links: [{ kind: "leads_to", direction: "to", reference: "SUITE" }],
    fields: [{ kind: "strand", code: "entrepreneurship" }],
    orientations: [{ kind: "gender_parity", authorPerson: { function: "ministre", name: null } }],
    children: [{ reference: "SUITE" }],
  });
  expect((await getAgreement(ctx, { agreement: "SUITE" })).links).toMatchObject([
    { direction: "from", reference: agreement },
  ]);
});

test("each of its values is read with the words that give it, the conflict and the adopted reading", async () => {
  const { sources, doubts } = await getAgreement(ctx, { agreement });
  expect(doubts).toMatchObject([{ readings: ["lettre", "mémorandum"] }]);
  expect(sources).toMatchObject([
    {
      objectKind: "agreement.orientation",
      objectId: orientation.id,
      readings: [{ passage: { content: "la parité" } }],
      conflict: false,
      decision: null,
    },
    {
      objectKind: "agreement.type",
      objectId: id,
      conflict: true,
      decision: { assertionId: letter, reason: "le titre le dit" },
    },
  ]);
  expect(sources[1]?.readings.map((one) => [one.passage.content, one.adopted])).toEqual([
    ["lettre", true],
    ["mémorandum", false],
  ]);
});

test("joining a value to its words twice changes nothing; a row of another agreement is refused", async () => {
  expect(await attachAssertion(ctx, { agreement, attachments })).toMatchObject({ added: 0 });
  expect(
    await register.rows(sql`select 1 from agreement_assertions where agreement_id = ${id}`),
  ).toHaveLength(3);
  const stray: Attachment[] = [{ field: "party", rowId: party.id, assertionId: letter }];
  await expect(attachAssertion(ctx, { agreement: "SUITE", attachments: stray })).rejects.toMatchObject({
    code: "agreements.row_unknown",
  });
});

test("an orientation has an author", async () => {
  await expect(stateOrientation(ctx, aim)).rejects.toMatchObject({ code: "kernel.input_invalid" });
});

test("what is read has exactly the shape that is declared", async () => {
  const exact = async (query: { output: { parse(value: unknown): unknown } }, given: Promise<unknown>) => {
    const value = await given;
    expect(query.output.parse(value)).toEqual(value);
  };
  await exact(getAgreement, getAgreement(ctx, { agreement, asOf: "2026-03-02" }));
  await exact(listAgreements, listAgreements(ctx, { space }));
  await exact(readBoard, readBoard(ctx, { space }));
  await exact(readTree, readTree(ctx, { agreement: "SUITE" }));
  await exact(readHistory, readHistory(ctx, { agreement, day: "2026-03-02" }));
  await exact(readNext, readNext(ctx, { agreement }));
});
