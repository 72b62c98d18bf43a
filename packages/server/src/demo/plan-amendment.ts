// Amendments: what a recorded text fixes changes by one of them only, and what stood before stays readable.
import {
  type AmendmentType,
  addParty,
  amend,
  getAgreement,
  recordApproval,
  suspend,
} from "@iltizam/core/agreements";
import { amendTarget } from "@iltizam/core/commitments";
import { type Context, together } from "@iltizam/core/kernel";
import type { Party } from "./planned.ts";
import type { Story } from "./story.ts";
import { keepSimulated } from "./write-text.ts";

export interface PlannedAmendment {
  readonly agreement: string;
  readonly on: string;
  readonly reason: string;
  /** New targets by number of the commitment. */
  readonly targets?: Readonly<Record<number, number>>;
  /** The new end, of the agreement and of these commitments. */
  readonly extendedTo?: readonly [end: string, commitments: readonly number[]];
  readonly joined?: Party;
  readonly suspends?: true;
}

/** Records the amendment with its document and writes what it changes, in one transaction. */
export function planAmendment(story: Story, planned: PlannedAmendment): void {
  const { agreement, on, reason } = planned;
  story.on(on, "director", (ctx) =>
    together(ctx, "agreements.amend", async (inside) => {
      const type = typeOf(planned);
      const { id: documentId } = await keepSimulated(
        inside,
        "signed_text",
        `Avenant ${agreement}, ${on}`,
        reason,
      );
      const changes = planned.extendedTo === undefined ? {} : { periodTo: planned.extendedTo[0] };
      if (type !== "suspension") await approveLikeTheText(inside, agreement, on);
      const { number } = await amend(inside, {
        ...{ agreement, type, effectiveOn: on, clause: "art. 1", reason, documentId, changes },
      });
      await writeChanges(inside, planned, number);
    }),
  );
}

/** Each body that approved the agreement approves its next amendment on the same day. */
export async function approveLikeTheText(ctx: Context, agreement: string, decidedOn: string): Promise<void> {
  const { approvals, amendments } = await getAgreement(ctx, { agreement });
  const amendment = amendments.length + 1;
  for (const { kind, number, organisationReference, amendment: of } of approvals) {
    if (of !== null) continue;
    await recordApproval(ctx, {
      ...{ agreement, kind, organisation: organisationReference, decidedOn, amendment },
      number: `${number}-A${amendment}`,
    });
  }
}

function typeOf({ targets, extendedTo, joined }: PlannedAmendment): AmendmentType {
  if (targets !== undefined) return "target";
  if (extendedTo !== undefined) return "duration";
  return joined === undefined ? "suspension" : "party";
}

async function writeChanges(ctx: Context, planned: PlannedAmendment, amendment: number): Promise<void> {
  const { agreement, on, reason, targets = {}, extendedTo, joined, suspends } = planned;
  for (const [number, quantity] of Object.entries(targets))
    await amendTarget(ctx, { commitment: `${agreement}/${number}`, amendment, quantity });
  for (const number of extendedTo?.[1] ?? []) {
    const end = extendedTo?.[0] ?? null;
    await amendTarget(ctx, { commitment: `${agreement}/${number}`, amendment, periodTo: end, deadline: end });
  }
  if (joined !== undefined)
    await addParty(ctx, { agreement, organisation: joined[0], role: joined[1], amendment, signed: true });
  if (suspends) await suspend(ctx, { agreement, on, reason });
}
