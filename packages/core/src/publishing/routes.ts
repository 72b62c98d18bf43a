import { defineRoutes } from "../kernel/index.ts";
import { comment } from "./comment.ts";
import { noteOnEdition } from "./correct.ts";
import { previewEdition } from "./preview.ts";
import { editionProgress } from "./progress.ts";
import { publish } from "./publish.ts";
import { listEditions, listPromises, readContent, readEdition, readEditionAgreement } from "./queries.ts";

export const routes = defineRoutes([
  { method: "GET", path: "/editions", query: listEditions, summary: "The published editions and extracts" },
  { method: "POST", path: "/editions", act: publish, summary: "Publish an edition, or an extract" },
  {
    method: "GET",
    path: "/edition-preview",
    query: previewEdition,
    summary: "An edition before it leaves, with what it would not tell and why",
  },
  {
    method: "GET",
    path: "/edition-progress",
    query: editionProgress,
    summary: "How far an edition is that is being worked out",
  },
  {
    method: "GET",
    path: "/editions/:number",
    query: readEdition,
    summary: "An edition without its promises",
  },
  {
    method: "GET",
    path: "/editions/:number/promises",
    query: listPromises,
    summary: "Promises of an edition, with filters",
  },
  {
    method: "GET",
    path: "/editions/:number/agreements/:agreement",
    query: readEditionAgreement,
    summary: "An agreement of an edition with its promises",
  },
  { method: "GET", path: "/editions/:number/content", query: readContent, summary: "All of an edition" },
  {
    method: "POST",
    path: "/editions/:number/notes",
    act: noteOnEdition,
    summary: "Say something about an edition that has left",
  },
  {
    method: "POST",
    path: "/comments",
    act: comment,
    summary: "Say something beside the figure of a promise",
  },
]);
