import type { z } from "zod";
import { type Call, readInput } from "./act.ts";
import { authorise, authoriseSomewhere, type Scope, type ScopeOfAct } from "./actor.ts";
import type { Context } from "./context.ts";
import type { Db } from "./database.ts";
import { inReading } from "./reading.ts";

export interface QueryContext extends Context {
  readonly tx: Db;
  authorise(scope: Scope): void;
}

export interface QueryDefinition<Input extends z.ZodType, Output extends z.ZodType> {
  /** `<folder>.<what it gives>`. */
  readonly name: string;
  readonly permission: string;
  readonly input: Input;
  readonly output: Output;
  /** As in `ActDefinition`. */
  readonly scope?: ScopeOfAct;
  readonly run: (ctx: QueryContext, input: z.output<Input>) => Promise<z.output<Output>>;
}

export type Query<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> = Call<
  Input,
  Output
> & {
  readonly kind: "query";
  readonly queryName: string;
  readonly permission: string;
  readonly input: Input;
  readonly output: Output;
};

/** Declares a reading that has an address of its own (HTTP, command line). It changes nothing and writes no journal. */
export function defineQuery<Input extends z.ZodType, Output extends z.ZodType>(
  definition: QueryDefinition<Input, Output>,
): Query<Input, Output> {
  const { name, permission, input, output, scope = "anywhere" } = definition;
  const query = async (ctx: Context, given: z.input<Input>) => {
    const value = readInput(input, given);
    if (scope === "anywhere") authorise(ctx.actor, permission);
    else authoriseSomewhere(ctx.actor, permission);
    const where = (objectScope: Scope) => authorise(ctx.actor, permission, objectScope);
    return inReading(ctx, (tx) => definition.run({ ...ctx, tx, transaction: tx, authorise: where }, value));
  };
  return Object.assign(query, { kind: "query" as const, queryName: name, permission, input, output });
}
