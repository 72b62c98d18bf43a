// GET /agreements/:agreement/next: what each role does next, which acts are open from here and what they still miss.
import { z } from "zod";
import { defineQuery, may, roles } from "../kernel/index.ts";
import { boardColumn, boardColumnName } from "./board.ts";
import { missingOf } from "./guards.ts";
import { outsideGuards, ownGuards, transitionActs, transitionsFrom } from "./lifecycle.ts";
import { agreementKey, state } from "./model.ts";
import { nextSteps } from "./next-steps.ts";
import { agreementOf, agreementScope } from "./store.ts";

export const readNext = defineQuery({
  name: "agreements.next",
  permission: "agreements.read",
  input: z.object({ agreement: agreementKey, role: z.enum(roles).optional() }),
  output: z.object({
    state,
    reported: z.boolean(),
    /** The key of the sentence `next.<key>` for each role, or for the one asked for. */
    steps: z.array(z.object({ role: z.enum(roles), key: z.string() })),
    acts: z.array(
      z.object({
        act: z.enum(transitionActs),
        to: state,
        /** Where its card stands on the board afterwards. */
        column: boardColumnName,
        permission: z.string(),
        /** Whether the one who asks may do it. */
        permitted: z.boolean(),
        missing: z.array(
          z.object({ guard: z.enum([...ownGuards, ...outsideGuards]), missing: z.array(z.string()) }),
        ),
      }),
    ),
  }),
  scope: "object",
  async run(ctx, input) {
    const agreement = await agreementOf(ctx.tx, input.agreement);
    const scope = await agreementScope(ctx.tx, agreement);
    ctx.authorise(scope);
    const from = transitionsFrom(agreement);
    const guards = [...new Set(from.flatMap((row) => row.guards))];
    const missing = await missingOf(ctx, guards, agreement.id);
    return {
      state: agreement.state,
      reported: agreement.reported,
      steps: nextSteps(agreement.state).filter((step) => !input.role || step.role === input.role),
      acts: from.map((row) => ({
        act: row.act,
        to: row.to,
        column: boardColumn(agreement.type, row.to),
        permission: row.permission,
        permitted: may(ctx.actor, row.permission, scope),
        missing: missing
          .filter(({ guard }) => row.guards.includes(guard))
          .map(({ guard, missing: what }) => ({ guard, missing: [...what] })),
      })),
    };
  },
});
