// Money of an agreement by party: promised with the signature, then called, paid and justified.
import { callFunds, justify, pay, pledge } from "@iltizam/core/funding";
import { together } from "@iltizam/core/kernel";
import type { Money, PlannedAgreement } from "./planned.ts";
import type { Story } from "./story.ts";

export function planMoney(story: Story, planned: PlannedAgreement): void {
  const { reference, money = [], signedOn } = planned;
  if (money.length === 0) return;
  story.on(signedOn, "council", (ctx) =>
    together(ctx, "funding.pledge", async (inside) => {
      for (const { role, by, millions, currency = "MAD", inKind, purpose } of money) {
        const [whole = "0", part = ""] = millions.split(".");
        const amount = `${BigInt(whole + part.padEnd(6, "0"))}.00`;
        await pledge(inside, {
          ...{ agreement: reference, role, contributor: by ?? null, amount, currency, inKind, purpose },
          ...{ basis: "signed", effectiveOn: signedOn, clause: "art. 9" },
        });
      }
    }),
  );
  for (const [index, share] of money.entries()) planMovements(story, `${reference}/M${index + 1}`, share);
}

function planMovements(
  story: Story,
  contribution: string,
  { called = [], paid = [], justified = [] }: Money,
) {
  for (const [amount, on] of called)
    story.on(on, "council", (ctx) => callFunds(ctx, { contribution, amount, on, note: "Appel de fonds" }));
  for (const [amount, on] of paid)
    story.on(on, "council", (ctx) => pay(ctx, { contribution, amount, on, note: "Virement" }));
  for (const [amount, on] of justified)
    story.on(on, "controller", (ctx) => justify(ctx, { contribution, amount, on, note: "Pièces acceptées" }));
}
