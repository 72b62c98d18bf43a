// Who acts. An actor is a plain value, built at the door and passed in `ctx`; nothing below imports identity.
import { kernelErrors } from "./errors.ts";
import type { Role } from "./roles.ts";

/** A right, and where it holds: an absent restriction means everywhere. */
export interface Grant {
  readonly permissions: readonly string[];
  /** The role from which the right comes, if it comes from one. */
  readonly role?: Role;
  readonly organisation?: string;
  readonly territory?: string;
  readonly agreement?: string;
}

export interface Actor {
  readonly id: string;
  readonly kind: "user" | "system" | "machine" | "link";
  readonly label: string;
  readonly grants: readonly Grant[];
}

/** Where the object of an act lies; paths hold the object and everything above it. */
export interface Scope {
  readonly organisations?: readonly string[];
  readonly territoryPath?: readonly string[];
  readonly agreementPath?: readonly string[];
}

/** Whether the actor holds the permission there. `"*"` among a grant's permissions stands for all. */
export function may(actor: Actor, permission: string, scope: Scope = {}): boolean {
  return actor.grants.some(
    (grant) =>
      (grant.permissions.includes(permission) || grant.permissions.includes("*")) &&
      (grant.organisation === undefined || (scope.organisations ?? []).includes(grant.organisation)) &&
      (grant.territory === undefined || (scope.territoryPath ?? []).includes(grant.territory)) &&
      (grant.agreement === undefined || (scope.agreementPath ?? []).includes(grant.agreement)),
  );
}

/** @throws `kernel.not_allowed`, naming the permission that is missing. */
export function authorise(actor: Actor, permission: string, scope: Scope = {}): void {
  if (!may(actor, permission, scope)) throw kernelErrors.not_allowed({ actor: actor.label, permission });
}

/** The installation itself: migrations, demo, command line of the administrator of the machine. */
export const systemActor: Actor = {
  id: "00000000-0000-7000-8000-000000000001",
  kind: "system",
  label: "system",
  grants: [{ permissions: ["*"] }],
};
