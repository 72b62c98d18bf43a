// Where an application lies for who asks: for the applicant at its organisation, for everybody else where the call is.
import { type Actor, type Db, objectScope, type Scope } from "../kernel/index.ts";
import type { ApplicationRow } from "./store.ts";

export const scopeAsked = async (
  db: Db,
  application: Pick<ApplicationRow, "id" | "organisation_id">,
  side: "own" | "paper",
): Promise<Scope> =>
  side === "own" ? { organisations: [application.organisation_id] } : objectScope(db, application.id);

/** The organisations for which the actor may apply. */
export const ownOrganisations = ({ grants }: Actor): string[] =>
  grants.flatMap(({ permissions, organisation }) =>
    organisation !== undefined && permissions.includes("calls.apply") ? [organisation] : [],
  );
