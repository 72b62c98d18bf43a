// Where an application lies for who asks: for the applicant at its organisation, for everybody else where the call is.
import { linkOf } from "../identity/index.ts";
import { type Actor, type Db, objectScope, type Scope } from "../kernel/index.ts";
import { callErrors } from "./errors.ts";
import { type ApplicationRow, type InvitationRow, invitationOf } from "./store.ts";

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

interface Asking {
  readonly actor: Actor;
  readonly tx: Db;
}

/** By which invitation the actor came; none for an actor with an account. @throws `calls.not_invited` by another link */
export async function ownInvitation({ actor, tx }: Asking): Promise<InvitationRow | undefined> {
  if (actor.kind !== "link") return undefined;
  const link = await linkOf(tx, actor);
  if (link?.objectKind !== "call_invitation") throw callErrors.not_invited();
  return invitationOf(tx, link.objectId);
}

/** Whoever came by a link answers the call of the link and no other. @throws `calls.not_invited` */
export async function requireInvited(ctx: Asking, call: { readonly id: string }): Promise<void> {
  const invitation = await ownInvitation(ctx);
  if (invitation !== undefined && invitation.call_id !== call.id) throw callErrors.not_invited();
}
