import type { ActContext } from "../kernel/index.ts";
import { addParty } from "./add-party.ts";
import { linkAgreements } from "./link-agreements.ts";
import type { Told } from "./read-row.ts";

/** Parties and links, before the text is recorded: afterwards only an amendment adds a party. */
export async function addParts(
  ctx: ActContext,
  reference: string,
  told: Pick<Told, "parties" | "frameworks">,
) {
  for (const { party, role } of told.parties) {
    const signed = role === "signatory" || role === "counterparty" ? true : null;
    await addParty(ctx, { agreement: reference, organisation: party.id, role, signed });
  }
  for (const { id } of told.frameworks) {
    await linkAgreements(ctx, { from: reference, to: id, kind: "framework" });
  }
}
