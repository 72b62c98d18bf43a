// The published results of calls, for everybody: all of them, the latest first, and one.
import { sql } from "kysely";
import { z } from "zod";
import { defineQuery, firstRow, rows, type Space, space } from "../kernel/index.ts";
import { callErrors } from "./errors.ts";
import { callReference } from "./model.ts";
import { type CallResult, publicResult } from "./public-result.ts";

const published = publicResult.extend({ space });
interface Row {
  readonly space: Space;
  readonly content: CallResult;
}

export const listResults = defineQuery({
  name: "calls.results",
  permission: "call_results.read",
  scope: "somewhere",
  input: z.object({}),
  output: z.object({ results: z.array(published) }),
  async run(ctx) {
    const found = await rows(
      ctx.tx,
      sql<Row>`select space, content from call_results order by published_on desc, reference`,
    );
    return { results: found.map(({ space, content }) => ({ ...content, space })) };
  },
});

/** @throws `calls.result_unknown` */
export const readResult = defineQuery({
  name: "calls.result",
  permission: "call_results.read",
  scope: "somewhere",
  input: z.object({ call: callReference }),
  output: published,
  async run(ctx, { call }) {
    const found = await firstRow(
      ctx.tx,
      sql<Row>`select space, content from call_results where reference = ${call}`,
    );
    if (found === undefined) throw callErrors.result_unknown({ call });
    return { ...found.content, space: found.space };
  },
});
