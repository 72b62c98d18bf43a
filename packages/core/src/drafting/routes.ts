import { defineRoutes } from "../kernel/index.ts";
import { choose } from "./choose.ts";
import { exportText } from "./export-text.ts";
import { freeze } from "./freeze.ts";
import { proposeAmount, proposeTarget } from "./propose-figure.ts";
import { readText, readVersion } from "./read-text.ts";
import { send } from "./send.ts";
import { wordClause } from "./word-clause.ts";

export const routes = defineRoutes([
  {
    method: "GET",
    path: "/agreements/:agreement/draft",
    query: readText,
    summary: "The text of an agreement as the register gives it now, and what is missing",
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
]);
