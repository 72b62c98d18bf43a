// What the address of signing in says: where to go afterwards, and what a provider's way back was refused for.
import { only, readSharedSearch } from "../app/address.ts";

const refusals = [
  "identity.step_over",
  "identity.provider_refused",
  "identity.provider_unknown_person",
] as const;

export function readSignInSearch(given: Readonly<Record<string, unknown>>) {
  const { returnTo } = given;
  return only({
    ...readSharedSearch(given),
    // A path of this application, never another site.
    returnTo: typeof returnTo === "string" && /^\/(?![/\\])/.test(returnTo) ? returnTo : undefined,
    refused: refusals.find((one) => one === given.refused),
  });
}
