// The agreement is signed: its text is recorded and every signatory has signed. The last signature is its date.
import { sql } from "kysely";
import { type Db, defineAct, onlyRow } from "../kernel/index.ts";
import { advance, stepInput, stepOutput } from "./advance.ts";
import { dateColumns } from "./create-agreement.ts";

export const sign = defineAct({
  name: "agreements.sign",
  permission: "agreements.sign",
  input: stepInput,
  output: stepOutput,
  scope: "object",
  run: (ctx, step) =>
    advance(ctx, "sign", step, async (agreement) => {
      const day = step.on ?? (await lastSignature(ctx.tx, agreement.id));
      return day === null ? {} : { on: day, change: dateColumns(partsOf(day)) };
    }),
});

async function lastSignature(tx: Db, agreementId: string): Promise<string | null> {
  const query = sql<{
    day: string | null;
  }>`select max(signed_on) as day from signatures where agreement_id = ${agreementId}`;
  return (await onlyRow(tx, query)).day;
}

function partsOf(day: string) {
  const [year = 0, month = 0, dayOfMonth = 0] = day.split("-").map(Number);
  return { year, month, day: dayOfMonth, weekday: new Date(day).getUTCDay() || 7 };
}
