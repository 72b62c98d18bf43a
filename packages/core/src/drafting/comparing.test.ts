import { openRegister, type TestRegister } from "@iltizam/testkit/register";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answerComment, commentText } from "./comment-text.ts";
import { compareVersions } from "./compare-versions.ts";
import { freeze } from "./freeze.ts";
import { proposeTarget } from "./propose-figure.ts";
import { readComments } from "./read-comments.ts";
import { agreement, draftText, openParties } from "./tests/draft-text.ts";
import { wordClause } from "./word-clause.ts";

let register: TestRegister;
beforeAll(async () => {
  register = await openRegister();
  await draftText(register, await openParties(register));
  await freeze(register.ctx, { agreement });
  await proposeTarget(register.ctx, { commitment: `${agreement}/1`, quantity: 1200 });
  const text = "Aucune somme ne peut être demandée à un candidat.";
  await wordClause(register.ctx, { agreement, revision: 1, language: "fr", clause: "no_fee", text });
  await freeze(register.ctx, { agreement });
});
afterAll(() => register.close());

test("two versions differ by the figure, shown before and after, and by the words of one clause", async () => {
  const { clauses, figures } = await compareVersions(register.ctx, {
    agreement,
    from: 1,
    to: 2,
    language: "fr",
  });
  expect(figures).toEqual([{ key: "commitment.1.quantity", before: "1\u00a0500", after: "1\u00a0200" }]);
  expect(clauses.filter(({ status }) => status !== "same").map(({ key, status }) => [key, status])).toEqual([
    ["commitments", "changed"],
    ["no_fee", "changed"],
  ]);
  const parts = clauses.find(({ key }) => key === "commitments")?.parts ?? [];
  expect(parts.filter(({ kind }) => kind !== "same")).toEqual([
    { kind: "removed", text: "1\u00a0500", key: "commitment.1.quantity" },
    { kind: "added", text: "1\u00a0200", key: "commitment.1.quantity" },
  ]);
  const words = clauses.find(({ key }) => key === "no_fee")?.parts ?? [];
  expect(
    words
      .filter(({ kind }) => kind !== "removed")
      .map(({ text }) => text)
      .join(""),
  ).toContain("Aucune somme ne peut être demandée à un candidat.");
});

test("in Arabic the same figure changed, and no word", async () => {
  const { clauses, figures } = await compareVersions(register.ctx, { agreement, from: 1, language: "ar" });
  expect(figures.map(({ after }) => after)).toEqual(["1\u00a0200"]);
  expect(clauses.filter(({ status }) => status !== "same").map(({ key }) => key)).toEqual(["commitments"]);
});

test("a comment goes on to the next version where its words still stand, and is said to have lost them elsewhere", async () => {
  const say = (clause: string, quote: string) =>
    commentText(register.ctx, { agreement, version: 1, language: "fr", clause, quote, comment: "À revoir." });
  const { comment } = await say("duration", "fin le 31 décembre 2027");
  await say("no_fee", "une visite médicale");
  await expect(say("duration", "2029")).rejects.toMatchObject({ code: "drafting.passage_absent" });
  const { comments } = await readComments(register.ctx, { agreement });
  expect(comments.map(({ quote, place }) => [quote, place !== null])).toEqual([
    ["fin le 31\u00a0décembre\u00a02027", true],
    ["une visite médicale", false],
  ]);
  await answerComment(register.ctx, { comment, answer: "Confirmé par la région.", settled: true });
  const [settled] = (await readComments(register.ctx, { agreement, version: 2 })).comments;
  expect(settled).toMatchObject({
    settled: true,
    answers: [{ answer: "Confirmé par la région.", by: "system" }],
  });
  await expect(answerComment(register.ctx, { comment })).rejects.toMatchObject({
    code: "drafting.answer_empty",
  });
});
