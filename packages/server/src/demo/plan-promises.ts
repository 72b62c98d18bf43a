// What an agreement promises: commitments with their targets, who may be counted, who answers for what.
import {
  assignResponsibility,
  breakDown,
  finalise,
  promise,
  setEligibility,
  setTarget,
} from "@iltizam/core/commitments";
import { type Context, together } from "@iltizam/core/kernel";
import type { PlannedAgreement, PlannedPromise } from "./planned.ts";
import type { Region } from "./region.ts";
import type { Story } from "./story.ts";
import { recordSignedText } from "./write-text.ts";

const numbered = ({ reference, promises = [] }: PlannedAgreement) =>
  promises.map((planned, index) => ({ ...planned, commitment: `${reference}/${index + 1}` }));

/** The promises are drafted with the agreement. */
export function planPromises(story: Story, on: string, planned: PlannedAgreement): void {
  story.on(on, "officer", (ctx, { region }) =>
    together(ctx, "commitments.promise", async (inside) => {
      for (const one of numbered(planned)) {
        await promise(inside, {
          ...{ agreement: planned.reference, indicator: one.indicator, wording: one.wording, kind: one.kind },
          periodFrom: one.from === undefined ? planned.from : one.from,
          periodTo: one.to === undefined ? planned.to : one.to,
          ...{ deadline: one.deadline, owedBy: one.owedBy, milieu: one.milieu },
          populations: [...(one.populations ?? [])],
          territoryId: region.place(one.territory ?? planned.territory ?? "90"),
        });
        await sayWhoCounts(inside, region, one);
        for (const [organisation, task] of one.responsible ?? [])
          await assignResponsibility(inside, { commitment: one.commitment, organisation, task });
      }
    }),
  );
}

type Numbered = PlannedPromise & { readonly commitment: string };

async function sayWhoCounts(ctx: Context, region: Region, one: Numbered): Promise<void> {
  if (one.eligibility === undefined) return;
  const rules = one.eligibility.map(([rule, value]) => ({
    rule,
    value: rule === "residence" ? region.place(value) : value,
  }));
  await setEligibility(ctx, { commitment: one.commitment, rules });
}

/** With the signature the promises are final and their numbers signed targets. */
export function planTargets(story: Story, planned: PlannedAgreement): void {
  story.on(planned.signedOn, "director", (ctx, { region }) =>
    together(ctx, "commitments.set_target", async (inside) => {
      for (const one of numbered(planned)) await signPromise(inside, region, planned, one);
    }),
  );
}

async function signPromise(ctx: Context, region: Region, planned: PlannedAgreement, one: Numbered) {
  const { commitment, target, kind } = one;
  if (one.indicator === undefined) return;
  await finalise(ctx, { commitment });
  await setTarget(ctx, {
    ...{ commitment, quantity: target ?? null, effectiveOn: planned.signedOn, clause: "art. 2" },
    qualifier:
      kind === "best_efforts"
        ? "best_efforts"
        : target === undefined
          ? "unquantified"
          : (one.qualifier ?? "exact"),
  });
  if (one.byProvince === undefined) return;
  const parts = Object.entries(one.byProvince).map(([province, quantity]) => ({
    ...{ territoryId: region.place(province), quantity },
  }));
  await breakDown(ctx, { commitment, parts });
}

/** A programme or a plan is adopted, not signed: its text is recorded with its targets. */
export function planAdoptedText(story: Story, planned: PlannedAgreement): void {
  story.on(planned.signedOn, "director", (ctx, { region }) => recordSignedText(ctx, region, planned));
  planTargets(story, planned);
}
