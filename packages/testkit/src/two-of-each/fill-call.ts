// A call for projects under an agreement, prepared and not open.
import { prepareCall } from "@iltizam/core/calls";
import type { Context } from "@iltizam/core/kernel";

/** Gives the call's reference. */
export async function fillCall(
  ctx: Context,
  territoryId: string,
  agreement: string,
  launchedBy: string,
): Promise<string> {
  const { reference } = await prepareCall(ctx, {
    ...{ agreement, launchedBy, territoryId, reference: `AAP-${agreement}` },
    terms: {
      ...{ title: "Appel à projets", kinds: ["association"], currency: "MAD", envelope: "1000.00" },
      ...{ ceiling: "100.00", opensOn: "2026-04-01", closesOn: "2026-04-30" },
      criteria: [{ label: "Pertinence", weight: 100, scale: 20 }],
      documents: [{ label: "Statuts" }],
    },
  });
  return reference;
}
