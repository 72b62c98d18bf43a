import type { Actor, Scope } from "../kernel/index.ts";

/**
 * Where the actor holds the permission. A person lies in no agreement and no territory, so that whoever holds the right
 * somewhere may meet anybody: the counsellor of one agency must find a person whom another one has counted.
 */
export function heldBy(actor: Actor, permission: string): Scope {
  const grants = actor.grants.filter(
    ({ permissions }) => permissions.includes(permission) || permissions.includes("*"),
  );
  const all = (part: "organisation" | "territory" | "agreement") =>
    grants.flatMap((grant) => grant[part] ?? []);
  return {
    organisations: all("organisation"),
    territoryPath: all("territory"),
    agreementPath: all("agreement"),
  };
}
