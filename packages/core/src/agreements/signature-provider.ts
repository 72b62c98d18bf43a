// GET /signature-provider: whether anything can be signed from a screen here. Without an accredited provider a signature
// is made on paper and recorded.
import { z } from "zod";
import { defineQuery } from "../kernel/index.ts";

export const readSignatureProvider = defineQuery({
  name: "agreements.signature_provider",
  permission: "agreements.read",
  scope: "somewhere",
  input: z.object({}),
  output: z.object({ provider: z.object({ name: z.string(), accreditation: z.string() }).nullable() }),
  run: async (ctx) => ({ provider: ctx.signatures ?? null }),
});
