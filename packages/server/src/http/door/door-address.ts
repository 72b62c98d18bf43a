import { readInput } from "@iltizam/core/kernel";
import type { z } from "zod";
import type { Address } from "../mount-route.ts";

type Run<Input extends z.ZodType, Output extends z.ZodType> = (
  ctx: Parameters<Address["run"]>[0],
  input: z.output<Input>,
  http: Parameters<Address["run"]>[2],
) => Promise<z.output<Output>>;

/** One address of the door: its schema reads the input before it runs. */
export function doorAddress<Input extends z.ZodType, Output extends z.ZodType>(
  given: Pick<Address, "method" | "path" | "summary" | "permission"> & {
    readonly input: Input;
    readonly output: Output;
    readonly run: Run<Input, Output>;
  },
): Address {
  return {
    folder: "identity",
    ...given,
    run: (ctx, input, http) => given.run(ctx, readInput(given.input, input), http),
  };
}
