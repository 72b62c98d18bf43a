// Who acts through HTTP. Until people can sign in there is one person, who sits at this machine: the server listens on
// loopback only, and nothing in a request (header, cookie) can claim to be somebody else.
import type { Actor } from "@iltizam/core/kernel";

const localOperator: Actor = {
  id: "00000000-0000-7000-8000-000000000002",
  kind: "user",
  label: "local operator",
  grants: [{ permissions: ["*"] }],
};

/** The actor of a request. */
export function actorAtTheDoor(): Actor {
  return localOperator;
}
