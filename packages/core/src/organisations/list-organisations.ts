// GET /organisations: one page of organisations, searched by any name they have or had.
import { z } from "zod";
import { defineQuery, space } from "../kernel/index.ts";
import { organisationKind } from "./model.ts";
import { organisationPage } from "./queries.ts";

export const organisationSummary = z.object({
  id: z.uuid(),
  space,
  reference: z.string(),
  kind: organisationKind,
  name: z.string(),
  nameAr: z.string().nullable(),
  nameEn: z.string().nullable(),
  ice: z.string().nullable(),
  country: z.string(),
  territoryId: z.uuid().nullable(),
  /** False while the Arabic name waits for a reader. */
  arReviewed: z.boolean(),
});

export const listOrganisations = defineQuery({
  name: "organisations.list",
  permission: "organisations.read",
  scope: "somewhere",
  input: z.object({
    space,
    text: z.string().max(200).optional(),
    kind: organisationKind.optional(),
    limit: z.int().min(1).max(200).default(50),
    offset: z.int().min(0).default(0),
  }),
  output: z.object({ total: z.int(), organisations: z.array(organisationSummary) }),
  run: (ctx, input) => organisationPage(ctx.tx, input),
});
