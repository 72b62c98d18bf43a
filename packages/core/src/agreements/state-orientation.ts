// Writes down a stated aim with its author (parity, spatial equity): it is not a commitment.
import { sql } from "kysely";
import { z } from "zod";
import { defineAct } from "../kernel/index.ts";
import { organisationInSpace, organisationKey, requireOfficeHolder } from "../organisations/index.ts";
import { agreementKey, orientationKind } from "./model.ts";
import { agreementScope, lockedAgreement } from "./store.ts";

export const stateOrientation = defineAct({
  name: "agreements.state_orientation",
  permission: "agreements.edit",
  input: z
    .object({
      agreement: agreementKey,
      kind: orientationKind,
      wording: z.string().trim().min(1).max(1000),
      /** Whose aim it is: a body, a person in office, or the words of the text («the two institutions»). */
      authorOrganisation: organisationKey.nullish(),
      authorOfficeHolderId: z.uuid().nullish(),
      authorText: z.string().trim().min(1).max(300).nullish(),
    })
    .refine((given) => given.authorOrganisation || given.authorOfficeHolderId || given.authorText, {
      path: ["authorText"],
      message: "an orientation has an author: authorOrganisation, authorOfficeHolderId or authorText",
    }),
  output: z.object({ id: z.uuid() }),
  scope: "object",
  async run(ctx, given) {
    const agreement = await lockedAgreement(ctx.tx, given.agreement);
    ctx.authorise(await agreementScope(ctx.tx, agreement));
    const { space } = agreement;
    const body = given.authorOrganisation
      ? await organisationInSpace(ctx.tx, space, given.authorOrganisation)
      : null;
    const person = given.authorOfficeHolderId
      ? await requireOfficeHolder(ctx.tx, space, given.authorOfficeHolderId)
      : null;
    const id = ctx.ids.next();
    await sql`
      insert into orientations (id, agreement_id, kind, author_organisation_id, author_office_holder_id, author_text,
                                wording)
      values (${id}, ${agreement.id}, ${given.kind}, ${body?.id ?? null}, ${person?.id ?? null},
              ${given.authorText ?? null}, ${given.wording})`.execute(ctx.tx);
    await ctx.journal({
      object: { kind: "agreement", id: agreement.id },
      after: { ...given, orientationId: id },
    });
    return { id };
  },
});
