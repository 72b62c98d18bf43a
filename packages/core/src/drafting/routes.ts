import { defineRoutes } from "../kernel/index.ts";
import { choose } from "./choose.ts";
import { answerComment, commentText } from "./comment-text.ts";
import { compareVersions } from "./compare-versions.ts";
import { decideDifference } from "./decide-difference.ts";
import { exportText } from "./export-text.ts";
import { freeze } from "./freeze.ts";
import { loadTemplate } from "./load-template.ts";
import { proposeAmount, proposeTarget } from "./propose-figure.ts";
import { readComments } from "./read-comments.ts";
import { readNames } from "./read-names.ts";
import { readReturns } from "./read-returns.ts";
import { readTemplate, readTemplates } from "./read-templates.ts";
import { readText, readVersion } from "./read-text.ts";
import { send } from "./send.ts";
import { takeReturn } from "./take-return.ts";
import { wordClause } from "./word-clause.ts";

export const routes = defineRoutes([
  {
    method: "GET",
    path: "/text-templates",
    query: readTemplates,
    summary: "The versions of the templates of agreements",
  },
  {
    method: "GET",
    path: "/text-templates/:version",
    query: readTemplate,
    summary: "One version of the templates whole, to be written anew from",
  },
  {
    method: "POST",
    path: "/text-templates",
    act: loadTemplate,
    summary: "Load a later version of the templates beside those that there are",
    largestBody: 2_000_000,
  },
  {
    method: "GET",
    path: "/agreements/:agreement/draft",
    query: readText,
    summary: "The text of an agreement as the register gives it now, and what is missing",
  },
  {
    method: "GET",
    path: "/agreements/:agreement/draft/names",
    query: readNames,
    summary: "What a clause may ask the register for, in words, with what it says now",
  },
  {
    method: "POST",
    path: "/agreements/:agreement/draft/choices",
    act: choose,
    summary: "Choose template, languages, optional clauses and powers to sign",
  },
  {
    method: "POST",
    path: "/agreements/:agreement/draft/clauses",
    act: wordClause,
    summary: "Write a clause in other words, or one of its own",
  },
  {
    method: "POST",
    path: "/draft-figures/target",
    act: proposeTarget,
    summary: "Propose the number of a promise that is not signed yet",
  },
  {
    method: "POST",
    path: "/draft-figures/amount",
    act: proposeAmount,
    summary: "Propose the amount of a contribution that is not signed yet",
  },
  {
    method: "POST",
    path: "/agreements/:agreement/draft/versions",
    act: freeze,
    summary: "Freeze the text as a version",
  },
  {
    method: "GET",
    path: "/agreements/:agreement/draft/versions/:version",
    query: readVersion,
    summary: "One version as it was frozen",
  },
  {
    method: "GET",
    path: "/agreements/:agreement/draft/versions/:version/file",
    query: exportText,
    summary: "It as a PDF or a Word document",
  },
  {
    method: "POST",
    path: "/agreements/:agreement/draft/versions/:version/sending",
    act: send,
    summary: "Mark a version as sent to the partner or a lawyer",
  },
  {
    method: "GET",
    path: "/agreements/:agreement/draft/comparison",
    query: compareVersions,
    summary: "Two versions clause by clause and word by word, or one with the text of now",
  },
  {
    method: "GET",
    path: "/agreements/:agreement/draft/comments",
    query: readComments,
    summary: "What was said of the text, where its words still stand",
  },
  {
    method: "POST",
    path: "/agreements/:agreement/draft/comments",
    act: commentText,
    summary: "Say something of a passage of a version",
  },
  {
    method: "POST",
    path: "/draft-comments/:comment/answers",
    act: answerComment,
    summary: "Answer a comment, settle it or open it again",
  },
  {
    method: "GET",
    path: "/agreements/:agreement/draft/returns",
    query: readReturns,
    summary: "The documents that came back, and what was decided of their figures",
  },
  {
    method: "POST",
    path: "/agreements/:agreement/draft/returns",
    act: takeReturn,
    summary: "Take back a Word document that somebody corrected",
    largestBody: 16_000_000,
  },
  {
    method: "POST",
    path: "/draft-returns/:return/decisions",
    act: decideDifference,
    summary: "Accept or refuse one figure of a document that came back",
  },
]);
