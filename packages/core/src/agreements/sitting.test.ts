import { openRegister } from "@iltizam/testkit/register";
import { afterAll, expect, test } from "vitest";
import { getAgreement } from "./get-agreement.ts";
import { readSitting } from "./read-sitting.ts";
import { recordApproval } from "./record-approval.ts";
import { recordSitting } from "./record-sitting.ts";
import { draft, openCast, space } from "./tests/draft-in-full.ts";

const register = await openRegister();
const { ctx } = register;
afterAll(() => register.close());
const cast = await openCast(register);
for (const reference of ["LOT-A", "LOT-B", "LOT-C"]) await draft(ctx, reference);

const label = "session extraordinaire de février 2026";
const by = { kind: "deliberation", organisation: cast.council } as const;
const session = { ...by, space, heldOn: "2026-02-12", label };

test("one session approves several agreements, each with its number and its vote", async () => {
  const { id } = await recordSitting(ctx, {
    ...session,
    decided: [
      { agreement: "LOT-B", number: "12/2026", votesFor: 40, votesAgainst: 2, votesAbstained: 3 },
      { agreement: "LOT-A", number: "11/2026", votesFor: 45, votesAgainst: 0, votesAbstained: 0 },
    ],
  });
  expect(await readSitting(ctx, { sitting: id })).toMatchObject({
    organisation: { reference: cast.council },
    heldOn: "2026-02-12",
    decided: [
      { agreement: "LOT-A", number: "11/2026", votesFor: 45 },
      { agreement: "LOT-B", number: "12/2026", votesAbstained: 3 },
    ],
  });
  const { approvals } = await getAgreement(ctx, { agreement: "LOT-B" });
  expect(approvals).toMatchObject([{ number: "12/2026", sitting: { id, label } }]);
  await expect(
    recordSitting(ctx, { ...session, decided: [{ agreement: "LOT-C", number: "13/2026" }] }),
  ).rejects.toMatchObject({ code: "agreements.sitting_known" });
});

test("one that is refused leaves none recorded", async () => {
  const other = { ...session, label: "session de relevée" };
  const refused = (wrong: object) =>
    recordSitting(ctx, {
      ...other,
      decided: [
        { agreement: "LOT-C", number: "20/2026" },
        { agreement: "LOT-A", number: "21/2026", ...wrong },
      ],
    });
  await expect(refused({ number: "11/2026" })).rejects.toMatchObject({ code: "agreements.approval_known" });
  await expect(refused({ agreement: "NULLE-PART" })).rejects.toMatchObject({ code: "agreements.unknown" });
  await expect(refused({ votesFor: 20, votesAgainst: 20 })).rejects.toMatchObject({
    code: "agreements.vote_not_carried",
    params: { reference: "LOT-A", votesFor: 20, votesAgainst: 20 },
  });
  expect((await getAgreement(ctx, { agreement: "LOT-C" })).approvals).toEqual([]);
});

test("what was voted down is no approval; who sees none of its agreements sees no session", async () => {
  const lost = { agreement: "LOT-C", number: "30", votesFor: 3, votesAgainst: 9, decidedOn: "2026-02-12" };
  await expect(recordApproval(ctx, { ...by, ...lost })).rejects.toMatchObject({
    code: "agreements.vote_not_carried",
  });
  const nothing = "00000000-0000-7000-8000-000000000000";
  await expect(readSitting(ctx, { sitting: nothing })).rejects.toMatchObject({
    code: "agreements.sitting_unknown",
  });
});
