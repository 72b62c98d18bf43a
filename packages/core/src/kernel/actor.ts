// Who acts. An actor is a plain value, built at the door and passed in `ctx`; nothing below imports identity.
import { z } from "zod";
import { kernelErrors } from "./errors.ts";
import type { Role } from "./roles.ts";

/** A right, and where it holds: an absent restriction means everywhere. */
export interface Grant {
  readonly permissions: readonly string[];
  /** The role from which the right comes, if it comes from one. */
  readonly role?: Role;
  /** What everybody may about herself, or anybody who comes in: it is a right nowhere, and shows nothing of others. */
  readonly own?: true;
  readonly organisation?: string;
  readonly territory?: string;
  readonly agreement?: string;
}

export interface Actor {
  readonly id: string;
  /** `link`: who opened a one-time link; `visitor`: anybody who has not signed in. */
  readonly kind: "user" | "system" | "machine" | "link" | "visitor";
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

/** Every permission that the actor holds there; `"*"` stands for all. */
export function rightsAt(actor: Actor, scope: Scope): string[] {
  const all = new Set(actor.grants.flatMap(({ permissions }) => permissions));
  return [...all].filter((permission) => may(actor, permission, scope)).sort();
}

/** What somebody may do with one thing. */
export const rightsHere = z.object({ permissions: z.array(z.string()) });

/** Whether the actor holds the permission in some place. */
export function maySomewhere(actor: Actor, permission: string): boolean {
  return actor.grants.some(
    ({ permissions }) => permissions.includes(permission) || permissions.includes("*"),
  );
}

/**
 * Where an act or a query checks its permission. `anywhere` (default): before it starts, for grants without restriction.
 * `object`: it calls `ctx.authorise(scope)` as soon as it knows what it touches. `somewhere`: a grant with any restriction
 * is enough, because what it reads is for everybody, or row-level security gives only what the actor may see.
 */
export type ScopeOfAct = "anywhere" | "object" | "somewhere";

/** @throws `kernel.not_allowed`, naming the permission that is missing. */
export function authorise(actor: Actor, permission: string, scope: Scope = {}): void {
  if (!may(actor, permission, scope)) throw kernelErrors.not_allowed({ actor: actor.label, permission });
}

/** @throws `kernel.not_allowed` when the actor holds the permission nowhere. */
export function authoriseSomewhere(actor: Actor, permission: string): void {
  if (!maySomewhere(actor, permission)) throw kernelErrors.not_allowed({ actor: actor.label, permission });
}

/** On whose side a focal point and an operator stand: the partner's. */
const partnerRoles: readonly (Role | undefined)[] = ["R5", "R6"];

/**
 * As `authorise`, for an act that judges: who stands in the file for a partner does not judge it, whatever else she is.
 * @throws `kernel.not_allowed`, `kernel.both_sides`
 */
export function authoriseJudge(actor: Actor, permission: string, scope: Scope = {}): void {
  authorise(actor, permission, scope);
  const own = actor.grants.find(
    ({ role, organisation }) =>
      partnerRoles.includes(role) &&
      organisation !== undefined &&
      (scope.organisations ?? []).includes(organisation),
  );
  if (own?.role) throw kernelErrors.both_sides({ actor: actor.label, permission, role: own.role });
}

/** The installation itself: migrations, demo, command line of the administrator of the machine. */
export const systemActor: Actor = {
  id: "00000000-0000-7000-8000-000000000001",
  kind: "system",
  label: "system",
  grants: [{ permissions: ["*"] }],
};
