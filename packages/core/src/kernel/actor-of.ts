// The actor that somebody is by the roles she was given.
import type { Actor, Grant } from "./actor.ts";
import { type PermissionTable, permissionsOfRole, type Role } from "./roles.ts";

/** A role, and where it is held: an absent restriction means everywhere. Ids, as in `Grant`. */
export interface RoleGrant {
  readonly role: Role;
  readonly organisation?: string;
  /** A territory of any level; what lies below it is included. */
  readonly territory?: string;
  /** An agreement; what lies below it in the tree is included. */
  readonly agreement?: string;
}

/** The actor that somebody is by her roles. `permissions` is what the server gathered from the folders. */
export function actorOf(
  who: Pick<Actor, "id" | "kind" | "label">,
  roleGrants: readonly RoleGrant[],
  permissions: PermissionTable,
): Actor {
  const grants = roleGrants.map(
    ({ role, organisation, territory, agreement }): Grant => ({
      role,
      permissions: permissionsOfRole(role, permissions),
      ...(organisation !== undefined && { organisation }),
      ...(territory !== undefined && { territory }),
      ...(agreement !== undefined && { agreement }),
    }),
  );
  return { id: who.id, kind: who.kind, label: who.label, grants };
}
